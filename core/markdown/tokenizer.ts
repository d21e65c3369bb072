import { Tokenizer, type Tokens } from 'marked'

/** A line that defines a footnote; it ends what stands before it, of which it is no lazy line either (as GitHub reads it). */
const FOOTNOTE = /\n(?=\[\^[^\]\s]+\]:)/
/** A line of white space: the end of a table, whatever follows (GFM 4.10: "broken at the first empty line"). */
const BLANK = /\n(?=[ \t]+(?:\n|$))/
/** A line like a setext heading's, with a tab at its end: marked knows only spaces there when it keeps a lazy one from being one. */
const TABBED_RULE = /(\n {0,3}(?:=+|-+))([ \t]*\t[ \t]*)(?=\n|$)/g

/** marked's tokenizer with blocks that end where GitHub ends them. `footnotes`: their definitions are read. */
export class ArticleTokenizer extends Tokenizer {
  private readonly footnotes: boolean

  constructor(footnotes: boolean) {
    super()
    this.footnotes = footnotes
  }

  override table(src: string): Tokens.Table | undefined {
    return this.upTo(BLANK, src, (text) => this.upToFootnote(text, (it) => super.table(it)))
  }

  override list(src: string): Tokens.List | undefined {
    return this.upToFootnote(src, (text) => {
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
    return this.upToFootnote(src, (text) => super.blockquote(text))
  }

  override lheading(src: string): Tokens.Heading | undefined {
    return this.upToFootnote(src, (text) => super.lheading(text))
  }

  override paragraph(src: string): Tokens.Paragraph | undefined {
    return this.upToFootnote(src, (text) => super.paragraph(text))
  }

  private upToFootnote<T extends Tokens.Generic>(
    src: string,
    read: (text: string) => T | undefined,
  ): T | undefined {
    return this.footnotes ? this.upTo(FOOTNOTE, src, read) : read(src)
  }

  /** What `read` finds; should it run over a line that matches `end`, it reads again only up to there. */
  private upTo<T extends Tokens.Generic>(
    end: RegExp,
    src: string,
    read: (text: string) => T | undefined,
  ): T | undefined {
    const queued = this.lexer.inlineQueue.length
    const token = read(src)
    const found = token && end.exec(token.raw)
    if (!found) return token
    this.lexer.inlineQueue.length = queued
    return read(src.slice(0, found.index + 1))
  }
}
