import type { Token, TokenizerThis, Tokens } from 'marked'

const MEANING = /^ {0,3}:[ \t]+(\S.*)$/
/** Lines that begin some other kind of block, or nothing. */
const OTHER = /^(?:[ \t]*$| {4}|\t|[ \t]*(?:[-*+>#|<]|\d{1,9}[.)]|```|~~~|\[\^|\$\$))/
const MOST_TERMS = 3

/** A term or what it means. */
interface Entry extends Tokens.Generic {
  readonly type: 'term' | 'meaning'
}

/** Terms, each on a line of its own, followed by lines that begin with `: ` (PHP Markdown Extra, one paragraph). */
export function definitionList(this: TokenizerThis, src: string): Tokens.Generic | undefined {
  if (!beginsList(src)) return undefined
  const lines: string[] = []
  let end = 0
  while (end < src.length) {
    const line = lineAt(src, end)
    if (OTHER.test(line)) break
    lines.push(line)
    end = Math.min(src.length, end + line.length + 1)
  }
  const entries: { readonly type: 'term' | 'meaning'; text: string }[] = []
  for (const [i, line] of lines.entries()) {
    const meaning = MEANING.exec(line)
    const last = entries.at(-1)
    if (meaning) entries.push({ type: 'meaning', text: meaning[1] ?? '' })
    else if (last?.type === 'meaning' && !MEANING.test(lines[i + 1] ?? '')) last.text += `\n${line.trim()}`
    else entries.push({ type: 'term', text: line.trim() })
  }
  const items = entries.map(({ type, text }): Entry => {
    const tokens: Token[] = []
    this.lexer.inline(text, tokens)
    return { type, raw: text, tokens }
  })
  return { type: 'definitionList', raw: src.slice(0, end), items }
}

function lineAt(src: string, from: number): string {
  const end = src.indexOf('\n', from)
  return src.slice(from, end < 0 ? src.length : end)
}

/** One to three lines of text, then one that begins with a colon. */
function beginsList(src: string): boolean {
  let at = 0
  for (let terms = 0; terms <= MOST_TERMS && at < src.length; terms++) {
    const line = lineAt(src, at)
    if (MEANING.test(line)) return terms > 0
    if (OTHER.test(line) || /^[ \t]*:/.test(line)) return false
    at += line.length + 1
  }
  return false
}

/** The list as HTML; `inline` renders an entry's tokens. */
export function definitionListHtml(token: Tokens.Generic, inline: (tokens: Token[]) => string): string {
  const items = token.items as readonly Entry[]
  const parts = items.map((item) => {
    const tag = item.type === 'term' ? 'dt' : 'dd'
    return `<${tag}>${inline(item.tokens ?? [])}</${tag}>\n`
  })
  return `<dl>\n${parts.join('')}</dl>\n`
}
