import { htmlHeadingText, type Heading } from './heading.ts'

/** Where the reading of HTML stands between two stretches of it. */
export interface HtmlState {
  /** What ends the comment or raw text it is in; empty outside. */
  readonly until: string
  /** The heading that is open: its level, what it holds so far, and how far back it began. */
  readonly open: { readonly level: number; readonly html: string; readonly back: number } | null
  /** The beginning of a tag that the stretch ended in. */
  readonly rest: string
}

export const HTML_START: HtmlState = { until: '', open: null, rest: '' }

/** Longest content of a heading; more than this and its end tag is missing. */
const LONGEST = 2000
/** Longest part of a tag that is kept for the next stretch. */
const LONGEST_TAG = 500
const MARKS =
  /<!--|<(script|style|textarea|title|xmp|svg|template)\b[^<>]*>|<h([1-6])(?:\s[^<>]*)?>|<\/h[1-6]\s*>/gi

/** The headings that end in a stretch of HTML, at offsets within it (negative: before it), and how to go on. */
export function scanHtmlOutline(
  stretch: string,
  state: HtmlState,
): { readonly headings: readonly Heading[]; readonly state: HtmlState } {
  const text = state.rest + stretch
  const shift = state.rest.length
  const headings: Heading[] = []
  let { until } = state
  let open = state.open === null ? null : { ...state.open, from: -state.open.back, at: 0 }
  let at = 0
  for (;;) {
    if (until !== '') {
      const end = until === '-->' ? text.indexOf(until, at) : indexOfIgnoringCase(text, until, at)
      if (end < 0) return { headings, state: { until, open: carried(open, text, shift), rest: '' } }
      at = end + until.length
      until = ''
    }
    MARKS.lastIndex = at
    const mark = MARKS.exec(text)
    if (mark === null) break
    const [whole, raw, level] = mark
    at = mark.index + whole.length
    if (whole === '<!--') until = '-->'
    else if (raw !== undefined) until = whole.endsWith('/>') ? '' : `</${raw.toLowerCase()}`
    else if (level !== undefined)
      open = { level: Number(level), html: '', back: 0, from: mark.index - shift, at }
    else if (open !== null) {
      const html = open.html + text.slice(open.at, mark.index)
      if (html.length <= LONGEST) {
        headings.push({ level: open.level, text: htmlHeadingText(html), from: open.from, to: at - shift })
      }
      open = null
    }
  }
  const tail = /<[^<>]*$/.exec(text.slice(Math.max(at, text.length - LONGEST_TAG)))?.[0] ?? ''
  const read = tail === '' ? text : text.slice(0, -tail.length)
  return { headings, state: { until: '', open: carried(open, read, shift, tail.length), rest: tail } }
}

function indexOfIgnoringCase(text: string, sought: string, from: number): number {
  const found = text.slice(from).search(new RegExp(sought, 'i'))
  return found < 0 ? -1 : from + found
}

/** An open heading as the next stretch finds it; null when it has become too long to be one. */
function carried(
  open: { readonly level: number; readonly html: string; readonly from: number; readonly at: number } | null,
  text: string,
  shift: number,
  tail = 0,
): HtmlState['open'] {
  if (open === null || text.length - open.at + open.html.length > LONGEST) return null
  return {
    level: open.level,
    html: open.html + text.slice(open.at),
    back: text.length + tail - shift - open.from,
  }
}
