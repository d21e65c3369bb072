import type { Token, Tokens } from 'marked'
import { bare, type BlockType, type Definition, type Piece, type Scan, type Scanner } from './block.ts'
import { footnoteRefsIn } from './footnotes.ts'
import { tagBalance } from './html-tags.ts'
import { costlyLine } from './limits.ts'
import { createScanLexer, lexBlocks, markedOptions } from './marked-setup.ts'
import { TAG_REACH, type TagToken } from './template-tags.ts'

/** Cuts Markdown into top-level blocks by marked's block phase; raw HTML that stays open takes in what closes it. */
export function markdownScanner(reach = TAG_REACH): Scanner {
  return { reach, scan: (text, final) => scanMarkdown(text, final, reach) }
}

function scanMarkdown(text: string, final: boolean, reach: number): Scan {
  const costly = costlyLine(text)
  if (costly >= 0) return scanCostly(text, costly, final, reach)
  const tokens = lexTokens(text)
  if (!tokens) return { pieces: [bare('plain', text.length)], trusted: final ? 1 : 0 }
  const { pieces, undecided } = toPieces(tokens, text.length, final, reach)
  return { pieces, trusted: final ? pieces.length : trustedCount(pieces, undecided) }
}

/** The last shown piece may still grow, and with it the space before it; so may one whose end is not in sight. */
function trustedCount(pieces: readonly Piece[], undecided: number): number {
  let count = pieces.length
  while (count > 0 && pieces[count - 1]?.type === 'space') count--
  count--
  while (count > 0 && pieces[count - 1]?.type === 'space') count--
  return Math.max(0, Math.min(count, undecided))
}

/** Text up to the paragraph with the costly line is scanned as usual; that paragraph stays plain text. */
function scanCostly(text: string, line: number, final: boolean, reach: number): Scan {
  const blank = text.lastIndexOf('\n\n', line)
  const from = blank < 0 ? 0 : blank + 2
  const after = /\n[ \t]*\n/g
  after.lastIndex = line
  const found = after.exec(text)
  if (!found && !final && from === 0) return { pieces: [bare('plain', text.length)], trusted: 0 }
  const to = found ? found.index + found[0].length : text.length
  const before = from > 0 ? scanMarkdown(text.slice(0, from), true, reach).pieces : []
  const rest = to < text.length ? scanMarkdown(text.slice(to), final, reach) : { pieces: [], trusted: 0 }
  const pieces = [...before, bare('plain', to - from), ...rest.pieces]
  const trusted = found ? before.length + 1 + rest.trusted : final ? pieces.length : before.length
  return { pieces, trusted }
}

/** The top-level tokens, which cover the text; null when it is nested too deeply for the lexer. */
function lexTokens(text: string): readonly Token[] | null {
  try {
    const tokens = lexBlocks(createScanLexer(markedOptions('')), text)
    const covered = tokens.reduce((sum, token) => sum + token.raw.length, 0)
    return covered === text.length ? tokens : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/**
 * Tokens as pieces. A raw HTML token with more opening than closing tags becomes one group with what follows, up
 * to the token that closes it, if that ends within `reach`.
 */
function toPieces(
  tokens: readonly Token[],
  length: number,
  final: boolean,
  reach: number,
): { pieces: Piece[]; undecided: number } {
  const pieces: Piece[] = []
  let undecided = Infinity
  let at = 0
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]
    if (!token) break
    const balance = token.type === 'html' && !(token as Tokens.HTML).pre ? tagBalance(token.raw) : 0
    const group = balance > 0 ? closingToken(tokens, i, balance, reach) : null
    if (group) {
      pieces.push(piece('group', tokens.slice(i, group.next), false))
      at += group.length
      i = group.next
      continue
    }
    const opens = balance > 0 || (token.type === 'tag' && (token as unknown as TagToken).unclosed)
    if (opens && !final && length - at < reach + token.raw.length)
      undecided = Math.min(undecided, pieces.length)
    pieces.push(piece(typeOf(token), [token], opens))
    at += token.raw.length
    i++
  }
  return { pieces, undecided }
}

function closingToken(
  tokens: readonly Token[],
  from: number,
  balance: number,
  reach: number,
): { next: number; length: number } | null {
  let open = balance
  let length = tokens[from]?.raw.length ?? 0
  for (let i = from + 1; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) break
    length += token.raw.length
    if (length > reach) return null
    if (token.type !== 'html') continue
    open += tagBalance(token.raw)
    if (open <= 0) return { next: i + 1, length }
  }
  return null
}

function typeOf(token: Token): BlockType {
  switch (token.type) {
    case 'space':
      return 'space'
    case 'def':
      return 'definition'
    case 'footnote':
      return 'footnote'
    case 'heading':
      return 'heading'
    default:
      return 'markdown'
  }
}

function piece(type: BlockType, tokens: readonly Token[], opens: boolean): Piece {
  const raw = tokens.map((token) => token.raw).join('')
  const first = tokens[0]
  const found = bare(type, raw.length, opens)
  if (first?.type === 'code' || !raw.includes('[')) return found
  return {
    ...found,
    definitions: definitionsIn(tokens, []),
    footnote: first?.type === 'footnote' ? String(first.label) : null,
    footnoteRefs: footnoteRefsIn(raw),
    brackets: true,
  }
}

function definitionsIn(tokens: readonly Token[], found: Definition[]): readonly Definition[] {
  for (const token of tokens) {
    if (token.type === 'def') {
      const def = token as Tokens.Def
      found.push({ label: def.tag, href: def.href, title: def.title })
    } else if (token.type === 'list') {
      definitionsIn((token as Tokens.List).items, found)
    } else if (token.type === 'blockquote' || token.type === 'list_item' || token.type === 'footnote') {
      definitionsIn((token as Tokens.Generic).tokens ?? [], found)
    }
  }
  return found
}
