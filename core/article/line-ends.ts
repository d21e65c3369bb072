export type LineEnd = 'lf' | 'crlf' | 'cr'
export type LineEndKind = LineEnd | 'mixed'

/** A line end that differs from the dominant one; `at` is the UTF-16 offset of its `\n` in the normalised text. */
export interface LineEndException {
  readonly at: number
  readonly end: LineEnd
}

/** How the lines of a text end: one kind for most, and those that differ, in ascending order. */
export interface LineEnds {
  readonly dominant: LineEnd
  readonly exceptions: readonly LineEndException[]
}

/** The characters of each line end. */
export const LINE_END_TEXT: Readonly<Record<LineEnd, string>> = { lf: '\n', crlf: '\r\n', cr: '\r' }

const KINDS: readonly LineEnd[] = ['lf', 'crlf', 'cr']

function endOf(match: string): LineEnd {
  return match === '\n' ? 'lf' : match === '\r' ? 'cr' : 'crlf'
}

/**
 * A text with every line end as `\n`, and what the line ends were. Only LF, CRLF and CR end a line: U+2028,
 * U+0085 and form feeds are ordinary characters. `joinLineEnds` is the exact inverse.
 */
export function splitLineEnds(raw: string): { readonly text: string; readonly ends: LineEnds } {
  if (!raw.includes('\r')) return { text: raw, ends: { dominant: 'lf', exceptions: [] } }
  const found: LineEndException[] = []
  const count = { lf: 0, crlf: 0, cr: 0 }
  let dropped = 0
  const text = raw.replace(/\r\n?|\n/g, (match, offset: number) => {
    const end = endOf(match)
    count[end] += 1
    found.push({ at: offset - dropped, end })
    dropped += match.length - 1
    return '\n'
  })
  const dominant = KINDS.reduce((best, kind) => (count[kind] > count[best] ? kind : best))
  return { text, ends: { dominant, exceptions: found.filter((one) => one.end !== dominant) } }
}

/** The text with its line ends written out; exceptions that stand on no `\n` are ignored. */
export function joinLineEnds(text: string, ends: LineEnds): string {
  const usual = LINE_END_TEXT[ends.dominant]
  const write = (part: string): string => (usual === '\n' ? part : part.replaceAll('\n', usual))
  let result = ''
  let at = 0
  for (const exception of ends.exceptions) {
    if (exception.at < at || text[exception.at] !== '\n') continue
    result += write(text.slice(at, exception.at)) + LINE_END_TEXT[exception.end]
    at = exception.at + 1
  }
  return at === 0 ? write(text) : result + write(text.slice(at))
}
