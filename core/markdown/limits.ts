import { nextTag } from './html-tags.ts'

/** Longest source of one block that is rendered, in UTF-16 units. */
export const MOST_SOURCE = 2_000_000
/** Longest HTML of one block that is shown, in UTF-16 units. */
export const MOST_HTML = 2_000_000
/** Most that is shown of what is not parsed, in UTF-16 units. */
export const MOST_PLAIN = 20_000
const MOST_DEPTH = 500
const MOST_ATTRIBUTES = 1000
const MOST_LINE = 1_000_000
const MOST_RUN = 500_000
const MOST_MARKS = 1500

const NESTED = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40,}/m
const INDENTED = /^[ \t]{160,}(?:[-*+]|\d{1,9}[.)])[ \t]/m

/** Where the first line begins whose nesting or length would make the block parser slow; -1 when none does. */
export function costlyLine(text: string): number {
  const nested = NESTED.exec(text)?.index ?? -1
  const indented = INDENTED.exec(text)?.index ?? -1
  const long = text.length > MOST_LINE ? longLine(text) : -1
  const found = [nested, indented, long].filter((at) => at >= 0)
  return found.length > 0 ? Math.min(...found) : -1
}

function longLine(text: string): number {
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    if ((end < 0 ? text.length : end) - at > MOST_LINE) return at
    if (end < 0) return -1
    at = end + 1
  }
  return -1
}

/** True when inline parsing of this run would take long: many delimiters, or very long. */
export function isCostlyRun(text: string): boolean {
  if (text.length > MOST_RUN) return true
  if (text.length < MOST_MARKS) return false
  let marks = 0
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 33: // !
      case 42: // *
      case 58: // :
      case 60: // <
      case 61: // =
      case 64: // @
      case 91: // [
      case 92: // \
      case 95: // _
      case 96: // `
      case 126: // ~
        if (++marks > MOST_MARKS) return true
    }
  }
  return false
}

/** True when the HTML is too long, nested too deeply, or has an element with too many attributes to be shown. */
export function isCostlyHtml(html: string): boolean {
  if (html.length > MOST_HTML) return true
  let depth = 0
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, tag.to)) {
    if (tag.kind === 'open' && ++depth > MOST_DEPTH) return true
    if (tag.kind === 'close' && depth > 0) depth--
    if (tag.to - tag.from > 2 * MOST_ATTRIBUTES && countAttributes(html.slice(tag.from, tag.to))) return true
  }
  return false
}

function countAttributes(tag: string): boolean {
  let count = 0
  for (let i = 0; i < tag.length; i++) {
    const code = tag.charCodeAt(i)
    if ((code === 32 || code === 10 || code === 9 || code === 47) && ++count > MOST_ATTRIBUTES) {
      const bare = tag.replace(/"[^"]*"|'[^']*'/g, '')
      return (bare.match(/[\s/]+[^\s/>]/g) ?? []).length > MOST_ATTRIBUTES
    }
  }
  return false
}
