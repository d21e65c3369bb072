/** One tag, comment or declaration in HTML source. Offsets are UTF-16 into the scanned text. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'void' | 'other'
  /** Lower-case element name; '' for comments and declarations. */
  readonly name: string
  readonly from: number
  readonly to: number
}

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen'.split(
    ' ',
  ),
)
/** Elements whose content is text up to their own closing tag (HTML 13.1.2). */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])
const NAME = /[a-zA-Z][^\s/>]*/y

/**
 * The next tag at or after `from`; a raw text element's content is skipped together with its opening tag, which
 * then counts as `void`. Null when there is none; a tag that is not closed ends at the text's end.
 */
export function nextTag(text: string, from: number): Tag | null {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (next === 33 || next === 63) {
      const comment = text.startsWith('<!--', at)
      const end = comment ? text.indexOf('-->', at + 2) : text.indexOf('>', at + 2)
      const to = end < 0 ? text.length : end + (comment ? 3 : 1)
      return { kind: 'other', name: '', from: at, to: Math.max(to, Math.min(text.length, at + 4)) }
    }
    const closing = next === 47
    NAME.lastIndex = at + (closing ? 2 : 1)
    const name = NAME.exec(text)?.[0].toLowerCase()
    if (name === undefined) continue
    const to = endOfTag(text, at + 1 + name.length)
    if (closing) return { kind: 'close', name, from: at, to }
    if (VOID.has(name)) return { kind: 'void', name, from: at, to }
    if (RAW_TEXT.has(name)) return { kind: 'void', name, from: at, to: endOfRawText(text, name, to) }
    return { kind: text[to - 2] === '/' && isForeign(name) ? 'void' : 'open', name, from: at, to }
  }
  return null
}

function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 62) return at + 1
    if ((code === 34 || code === 39) && isAfterEquals(text, at)) {
      const end = text.indexOf(code === 34 ? '"' : "'", at + 1)
      if (end < 0) return text.length
      at = end
    }
  }
  return text.length
}

/** True when `=` stands before `at`, at most seven white spaces away. */
function isAfterEquals(text: string, at: number): boolean {
  for (let before = at - 1; before >= at - 8; before--) {
    const code = text.charCodeAt(before)
    if (code === 61) return true
    if (code !== 32 && (code < 9 || code > 13)) return false
  }
  return false
}

function endOfRawText(text: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi')
  close.lastIndex = from
  const found = close.exec(text)
  return found ? endOfTag(text, found.index + 2) : text.length
}

const FOREIGN = new Set(
  'svg path circle rect line ellipse polygon polyline use stop image animate mpadded mspace mprescripts none'.split(
    ' ',
  ),
)

/** Only foreign elements may close themselves; on HTML elements the slash means nothing (HTML 13.1.2.1). */
function isForeign(name: string): boolean {
  return FOREIGN.has(name) || name.startsWith('fe')
}

/** Opening minus closing tags. */
export function tagBalance(text: string): number {
  let balance = 0
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.to)) {
    if (tag.kind === 'open') balance++
    else if (tag.kind === 'close') balance--
  }
  return balance
}

const UNUSUAL =
  /<(?:!|\?|svg|math|plaintext|template|select|frameset|noscript|noembed|noframes|iframe|xmp|title|textarea|style|script|body|html|head|form)/i

/** True when every element is closed in order, so that the text can be parsed among others and leaves no trace on them. */
export function isWellNested(text: string): boolean {
  if (!text.includes('<')) return true
  if (UNUSUAL.test(text)) return false
  const open: string[] = []
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.to)) {
    if (tag.kind === 'open') open.push(tag.name)
    else if (tag.kind === 'close' && open.pop() !== tag.name) return false
    if (tag.to === text.length && text[tag.to - 1] !== '>') return false
  }
  return open.length === 0
}
