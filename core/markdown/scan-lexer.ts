import { Lexer, type Token, type TokenizerThis, type Tokens, type TokensList } from 'marked'
import { plainEnd } from './guarded-rules.ts'

/** What only a paragraph begins with: letters, and whatever else stands behind Latin's signs. */
const LETTER = /^[A-Za-z\u00c0-\uffff]/
/** Lines that may be a footnote or a generator's tag. */
const OTHER = /\n[[{]/

/**
 * A lexer whose block phase says where the top-level blocks of a text end, and which reference definitions they hold. Of
 * what stands inside list items and footnotes nothing else is read: no end depends on it, as those of quotes do.
 */
export class ScanLexer extends Lexer {
  /** How deep in other blocks it reads: 1 in the text itself. */
  depth = 0

  override blockTokens(src: string, tokens?: Token[], clipped?: boolean): Token[]
  override blockTokens(src: string, tokens?: TokensList, clipped?: boolean): TokensList
  /** What a quote holds marked reads with its last paragraph clipped. */
  override blockTokens(src: string, tokens: Token[] = [], clipped = false): Token[] {
    if (this.depth > 0 && !clipped && !src.includes(']:')) {
      // As after any reading.
      this.state.top = true
      return tokens
    }
    this.depth++
    try {
      return super.blockTokens(src, tokens, clipped)
    } finally {
      this.depth--
    }
  }
}

/** A paragraph that is told by how its lines begin, before any other block is looked for. */
export function plainParagraph(this: TokenizerThis, src: string): Tokens.Paragraph | undefined {
  if (!(this.lexer instanceof ScanLexer) || this.lexer.depth > 1 || !LETTER.test(src)) return undefined
  const end = plainEnd(src)
  if (end === null) return undefined
  const raw = src.slice(0, end)
  return OTHER.test(raw) ? undefined : { type: 'paragraph', raw, text: raw, tokens: [] }
}
