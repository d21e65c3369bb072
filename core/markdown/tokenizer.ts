import { Tokenizer, type Tokens } from 'marked'
import type { MarkdownExtension } from './extensions.ts'

/** A line that defines a footnote; it ends what stands before it, of which it is no lazy line either (as GitHub reads it). */
const FOOTNOTE = /\n(?=\[\^[^\]\s]+\]:)/
/** A line that is a generator's closing tag (`{% endnote %}`, `{{% /notice %}}`): a block of its own, too. */
const CLOSING_TAG = /\n(?= {0,3}(?:\{%-?[ \t]*end[^\n{}]*%\}|\{\{[<%][ \t]*\/[^\n{}]*[>%]\}\})[ \t]*(?:\n|$))/
/** A line of white space: the end of a table, whatever follows (GFM 4.10: "broken at the first empty line"). */
const BLANK = /\n(?=[ \t]+(?:\n|$))/
/** A line like a setext heading's, with a tab at its end: marked knows only spaces there when it keeps a lazy one from being one. */
const TABBED_RULE = /(\n {0,3}(?:=+|-+))([ \t]*\t[ \t]*)(?=\n|$)/g
/** An address with a host whose first letter is none of ASCII, which GitHub links and marked does not. */
const FOREIGN_HOST = /^((?:https?|ftp):\/\/|www\.)((?![a-z0-9])[\p{L}\p{N}])/iu

/** marked's tokenizer with blocks that end where GitHub and site generators end them, as far as `on` says what is read. */
export class ArticleTokenizer extends Tokenizer {
  private readonly ends: readonly RegExp[]

  constructor(on: ReadonlySet<MarkdownExtension>) {
    super()
    this.ends = [...(on.has('footnotes') ? [FOOTNOTE] : []), ...(on.has('templateTags') ? [CLOSING_TAG] : [])]
  }

  override table(src: string): Tokens.Table | undefined {
    return this.upTo([BLANK, ...this.ends], src, (text) => super.table(text))
  }

  override list(src: string): Tokens.List | undefined {
    return this.upTo(this.ends, src, (text) => {
      const queued = this.lexer.inlineQueue.length
      const token = super.list(text)
      const end = token ? text.indexOf('\n', token.raw.length) : 0
      const read = end < 0 ? text : text.slice(0, end)
      if (!token || read.search(TABBED_RULE) < 0) return token
      this.lexer.inlineQueue.length = queued
      const spaced = read.replace(
        TABBED_RULE,
        (_, rule: string, tabs: string) => rule + ' '.repeat(tabs.length),
      )
      return super.list(spaced + text.slice(read.length))
    })
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.upTo(this.ends, src, (text) => super.blockquote(text))
  }

  override lheading(src: string): Tokens.Heading | undefined {
    return this.upTo(this.ends, src, (text) => super.lheading(text))
  }

  override paragraph(src: string): Tokens.Paragraph | undefined {
    return this.upTo(this.ends, src, (text) => super.paragraph(text))
  }

  override url(src: string): Tokens.Link | undefined {
    const [start, scheme = '', letter = ''] = FOREIGN_HOST.exec(src) ?? []
    if (start === undefined) return super.url(src)
    const token = super.url(scheme + 'x'.repeat(letter.length) + src.slice(start.length))
    if (!token) return token
    const raw = src.slice(0, token.raw.length)
    const href = scheme.toLowerCase() === 'www.' ? `http://${raw}` : raw
    return { ...token, raw, text: raw, href, tokens: [{ type: 'text', raw, text: raw }] }
  }

  /** What `read` finds; should it run over a line that one of `ends` matches, it reads again only up to there. */
  private upTo<T extends Tokens.Generic>(
    ends: readonly RegExp[],
    src: string,
    read: (text: string) => T | undefined,
  ): T | undefined {
    const queued = this.lexer.inlineQueue.length
    const token = read(src)
    if (!token) return token
    const found = ends.map((end) => token.raw.search(end)).filter((at) => at >= 0)
    if (found.length === 0) return token
    this.lexer.inlineQueue.length = queued
    return read(src.slice(0, Math.min(...found) + 1))
  }
}
