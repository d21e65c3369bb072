import { nextTag } from './html-tags.ts'

/** Longest source of one block that is rendered, in UTF-16 units. */
export const MOST_SOURCE = 2_000_000
/** Longest HTML of one block that is shown, in UTF-16 units. */
export const MOST_HTML = 2_000_000
/** Most that is shown of what is not parsed, in UTF-16 units. */
export const MOST_PLAIN = 20_000
const MOST_DEPTH = 500
const MOST_ATTRIBUTES = 1000
/** Elements of one block that are shown: laying out more would take the page long. */
const MOST_ELEMENTS = 10_000
/** Elements and attributes that are sanitised in one go. */
const MOST_WEIGHT = 1200
/** UTF-16 units of a tag that weigh as much as an element. */
const ATTRIBUTE_LENGTH = 24
/** Longest Markdown that is rendered at once, in UTF-16 units; code, which is hardly parsed, may be longer. */
const MOST_AT_ONCE = 16_000
const MOST_CODE = 200_000
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

/** True when so much Markdown of one block would take long to render, even if nothing in it is unusual. */
export function isHeavyMarkdown(text: string): boolean {
  return text.length > (/^ {0,3}(?:```|~~~)/.test(text) ? MOST_CODE : MOST_AT_ONCE)
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

/** True when the HTML is too long, nested too deeply, or has too many elements or attributes to be shown. */
export function isCostlyHtml(html: string): boolean {
  if (html.length > MOST_HTML) return true
  let depth = 0
  let elements = 0
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, tag.to)) {
    if ((tag.kind === 'open' || tag.kind === 'void') && ++elements > MOST_ELEMENTS) return true
    if (tag.kind === 'open' && ++depth > MOST_DEPTH) return true
    if (tag.kind === 'close' && depth > 0) depth--
    if (
      tag.to - tag.from > 2 * MOST_ATTRIBUTES &&
      attributesOf(html.slice(tag.from, tag.to)) > MOST_ATTRIBUTES
    )
      return true
  }
  return false
}

/** True when so much HTML would take long to sanitise in one go: by its elements and their attributes. */
export function isHeavyHtml(html: string): boolean {
  if (html.length < MOST_WEIGHT) return false
  let weight = 0
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, tag.to)) {
    if (tag.kind !== 'close') weight += 1 + Math.min(MOST_ATTRIBUTES, (tag.to - tag.from) / ATTRIBUTE_LENGTH)
    if (weight > MOST_WEIGHT) return true
  }
  return false
}

/** How many attributes a tag has, its name not counted. */
function attributesOf(tag: string): number {
  const bare = tag.replace(/"[^"]*"|'[^']*'/g, '')
  return bare.split(/[\s/]+/).filter((part) => part !== '' && part !== '>').length - 1
}
