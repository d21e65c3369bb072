/** A heading of a body. */
export interface Heading {
  /** 1 (highest) … 6. */
  readonly level: number
  /** What a reader sees of it: one line, without markup. */
  readonly text: string
  /** UTF-16 offsets: from its first mark or tag to the end of its last. */
  readonly from: number
  readonly to: number
}

/** Which heading a place in the text belongs to: an index, or -1 above the first. `headings` are in order. */
export function headingAt(headings: readonly Heading[], offset: number): number {
  let low = 0
  let high = headings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((headings[middle]?.from ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Whether two outlines are equal, offsets included. */
export function sameHeadings(a: readonly Heading[], b: readonly Heading[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at]
      return (
        one.from === other?.from &&
        one.to === other.to &&
        one.level === other.level &&
        one.text === other.text
      )
    })
  )
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function decoded(entity: string, body: string): string {
  const named = NAMED[body.toLowerCase()]
  if (named !== undefined) return named
  if (!body.startsWith('#')) return entity
  const code = /^#x/i.test(body) ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}

/** The text of HTML inside a heading: tags and comments go, entities are read, white space is one space. */
export function htmlHeadingText(html: string): string {
  return html
    .replace(/<!--[^]*?-->|<(svg|script|style|title)\b[^<>]*>[^]*?<\/\1\s*>|<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (entity, body: string) => decoded(entity, body))
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text of Markdown inside a heading: links and images become their words, marks and an id in braces go. */
export function markdownHeadingText(markdown: string): string {
  const escapes: string[] = []
  const plain = markdown
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => `\u0000${String(escapes.push(sign) - 1)}\u0000`)
    .replace(/[ \t]+\{[#.][^{}]*\}[ \t]*$/, '')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/\[\^[^[\]]*\]/g, '')
    .replace(/<((?:https?|mailto):[^<>\s]*)>/gi, '$1')
    .replace(/`+ ?([^`]+?) ?`+/g, '$1')
    .replace(/(\*{1,3}|~~|==)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)(.*?\S)\1(?![\p{L}\p{N}_])/gu, '$2')

    .replace(/\u0000(\d+)\u0000/g, (_, at: string) => escapes[Number(at)] ?? '')
  return htmlHeadingText(plain)
}
