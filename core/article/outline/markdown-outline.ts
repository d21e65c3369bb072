import { markdownHeadingText, type Heading } from './heading.ts'
import { HTML_START, scanHtmlOutline, type HtmlState } from './html-outline.ts'

/** Where the reading of Markdown, line by line, stands between two stretches of it. */
export interface MarkdownState {
  /** The code fence it is in (CommonMark 4.5). */
  readonly fence: { readonly sign: string; readonly length: number } | null
  /** The column from which lines belong to the list item above them; 0 outside lists. */
  readonly list: number
  /** The line above is text of a list item or a quote, with which a line without indentation goes on. */
  readonly lazy: boolean
  /** The paragraph above, which an underline makes a heading; `back`: how far back it began. */
  readonly paragraph: { readonly text: string; readonly back: number } | null
  /** The HTML block it is in, and what ends it; an empty `end` is a blank line (CommonMark 4.6). */
  readonly html: { readonly end: string; readonly state: HtmlState } | null
}

export const MARKDOWN_START: MarkdownState = {
  fence: null,
  list: 0,
  lazy: false,
  paragraph: null,
  html: null,
}

/** Longest paragraph that an underline makes a heading. */
const LONGEST = 2000
const DEFINITION = /^\[[^\]]+\]:[ \t]*\S+$/
const BLOCK_TAG =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|\/>|$)/i
const ANY_TAG = /^(?:<[a-z][\w-]*(?:\s[^<>]*)?\/?>|<\/[a-z][\w-]*\s*>)\s*$/i

/** What ends the HTML block that a line begins; empty: a blank line; null when it begins none. */
function htmlEnd(line: string, inParagraph: boolean): string | null {
  if (!line.startsWith('<')) return null
  const raw = /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i.exec(line)
  if (raw) return '</(?:script|pre|style|textarea)>'
  if (line.startsWith('<!--')) return '-->'
  if (line.startsWith('<?')) return '\\?>'
  if (line.startsWith('<![CDATA[')) return '\\]\\]>'
  if (/^<![a-z]/i.test(line)) return '>'
  if (BLOCK_TAG.test(line)) return ''
  return !inParagraph && ANY_TAG.test(line) ? '' : null
}

function indentOf(line: string): number {
  let columns = 0
  for (const sign of line) {
    if (sign === ' ') columns += 1
    else if (sign === '\t') columns += 4 - (columns % 4)
    else break
  }
  return columns
}

/** Reads lines one after the other; what it found so far is in `headings`. */
class Reader {
  readonly headings: Heading[] = []
  private fence: MarkdownState['fence']
  private list: number
  private lazy: boolean
  private paragraph: { readonly text: string; readonly from: number } | null
  private html: MarkdownState['html']

  constructor(state: MarkdownState) {
    this.fence = state.fence
    this.list = state.list
    this.lazy = state.lazy
    this.html = state.html
    this.paragraph =
      state.paragraph === null ? null : { text: state.paragraph.text, from: -state.paragraph.back }
  }

  stateAt(length: number): MarkdownState {
    const { fence, list, lazy, html, paragraph } = this
    return {
      fence,
      list,
      lazy,
      html,
      paragraph: paragraph === null ? null : { text: paragraph.text, back: length - paragraph.from },
    }
  }

  line(line: string, from: number): void {
    const text = line.trim()
    const indent = indentOf(line)
    if (this.html !== null) {
      this.htmlLine(line, from)
      return
    }
    if (this.fence !== null) {
      if (text === '' || indent >= this.list || this.list === 0) {
        this.fenceLine(text, indent)
        return
      }
      this.fence = null
    }
    if (text === '') {
      this.paragraph = null
      this.lazy = false
      return
    }
    if (this.list > 0 && indent >= this.list) {
      this.lazy = !this.openFence(text)
      return
    }
    if (indent < 4) this.block(line, text, indent, from)
    else if (this.paragraph !== null) this.goOn(text)
  }

  private block(line: string, text: string, indent: number, from: number): void {
    const heading = /^(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?$/.exec(text)
    if (heading) {
      this.leave()
      this.add(heading[1]?.length ?? 1, markdownHeadingText(heading[2] ?? ''), line, from)
      return
    }
    if (this.paragraph !== null && /^(?:=+|-+)$/.test(text)) {
      const { text: title, from: start } = this.paragraph
      this.headings.push({
        level: text.startsWith('=') ? 1 : 2,
        text: markdownHeadingText(title),
        from: start,
        to: from + line.trimEnd().length,
      })
      this.paragraph = null
      return
    }
    if (/^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(text) || text.startsWith('>')) {
      this.leave()
      this.lazy = text.startsWith('>')
      return
    }
    const item = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*/.exec(text)
    if (item !== null && (this.paragraph === null || text.length > item[0].length)) {
      this.leave()
      const mark = item[0].trimEnd().length
      const gap = item[0].length - mark
      this.list = indent + mark + (gap >= 1 && gap <= 4 ? gap : 1)
      this.lazy = !this.openFence(text.slice(item[0].length)) && text.length > item[0].length
      return
    }
    if (this.openFence(text)) {
      this.list = 0
      return
    }
    const end = htmlEnd(text, this.paragraph !== null)
    if (end !== null) {
      this.leave()
      this.html = { end, state: HTML_START }
      this.htmlLine(line, from)
      return
    }
    if (this.lazy) return
    this.list = 0
    // A reference definition (CommonMark 4.7) is no paragraph, and what is under it no heading's underline.
    if (this.paragraph === null && DEFINITION.test(text)) return
    this.goOn(text, from + line.length - line.trimStart().length)
  }

  private leave(): void {
    this.paragraph = null
    this.list = 0
    this.lazy = false
  }

  private goOn(text: string, from = 0): void {
    if (this.paragraph === null) this.paragraph = { text, from }
    else if (this.paragraph.text.length < LONGEST) {
      this.paragraph = { text: `${this.paragraph.text} ${text}`, from: this.paragraph.from }
    }
  }

  private add(level: number, text: string, line: string, from: number): void {
    const start = from + line.length - line.trimStart().length
    this.headings.push({ level, text, from: start, to: from + line.trimEnd().length })
  }

  /** Whether a line opens a code fence; it then does. */
  private openFence(text: string): boolean {
    const fence = /^(`{3,}|~{3,})(.*)$/.exec(text)
    const run = fence?.[1]
    if (run === undefined || (run.startsWith('`') && fence?.[2]?.includes('`') === true)) return false
    this.fence = { sign: run.charAt(0), length: run.length }
    this.paragraph = null
    return true
  }

  private fenceLine(text: string, indent: number): void {
    const { fence } = this
    const run = /^(?:`{3,}|~{3,})$/.exec(text)?.[0]
    const closes =
      run !== undefined && run.startsWith(fence?.sign ?? '') && run.length >= (fence?.length ?? 0)
    if (closes && indent - this.list < 4) this.fence = null
  }

  private htmlLine(line: string, from: number): void {
    const { html } = this
    if (html === null) return
    const blank = line.trim() === ''
    if (blank && html.end === '') {
      this.html = null
      return
    }
    const { headings, state } = scanHtmlOutline(`${line}\n`, html.state)
    for (const one of headings) this.headings.push({ ...one, from: one.from + from, to: one.to + from })
    const ends = html.end !== '' && new RegExp(html.end, 'i').test(line)
    this.html = ends ? null : { end: html.end, state }
  }
}

/**
 * The headings that end in whole lines of Markdown, at offsets within them (negative: before them), and how to go
 * on. Headings are those that structure the article: not what stands in quotes, list items and code.
 */
export function scanMarkdownOutline(
  lines: string,
  state: MarkdownState,
): { readonly headings: readonly Heading[]; readonly state: MarkdownState } {
  const reader = new Reader(state)
  let from = 0
  while (from < lines.length) {
    const end = lines.indexOf('\n', from)
    const to = end < 0 ? lines.length : end
    reader.line(lines.slice(from, to), from)
    from = to + 1
  }
  return { headings: reader.headings, state: reader.stateAt(lines.length) }
}
