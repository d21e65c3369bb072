import type { Span } from '../article/text-edit.ts'
import { nextTag, type Tag } from '../markdown/html-tags.ts'

/** An attribute with its place. */
export interface ScannedAttribute {
  /** Lower case. */
  readonly name: string
  /** As written between its quotes; '' without one. */
  readonly value: string
  /** The white space before it included. */
  readonly span: Span
  readonly nameSpan: Span
  /** Between the quotes; null without a value. */
  readonly valueSpan: Span | null
}

/** An element as its tags stand in the source; what a parser would mend is not mended. */
export interface ScannedElement {
  readonly name: string
  readonly open: Span
  /** Null: it has none, or it was not found. */
  close: Span | null
  readonly attributes: readonly ScannedAttribute[]
  readonly parent: ScannedElement | null
  readonly children: ScannedElement[]
  /** It holds something: text, a picture, a comment, the target of a link. */
  shows: boolean
  /** Inside `<pre>`, or a picture: nothing there is looked at. */
  readonly inside: 'code' | 'picture' | null
}

export interface ScannedPage {
  readonly text: string
  readonly elements: readonly ScannedElement[]
}

/** Elements that show nothing unless something stands in them. */
const BOXES = new Set(
  (
    'p div span b strong em i u s font a h1 h2 h3 h4 h5 h6 ul ol li section article aside blockquote center small big ' +
    'sub sup br wbr'
  ).split(' '),
)
const ATTRIBUTE = /[\s/]+([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>`=]+))?/y
/** Steps between two pauses. */
const BATCH = 2000

/** Reads the elements of HTML by their tags, in one pass; pauses now and then. */
export function* scanPage(text: string): Generator<undefined, ScannedPage> {
  const elements: ScannedElement[] = []
  let top: ScannedElement | null = null
  const openNames = new Map<string, number>()
  const count = (name: string, by: number): void => {
    openNames.set(name, (openNames.get(name) ?? 0) + by)
  }
  let from = 0
  let steps = 0
  for (let tag = nextTag(text, 0); ; tag = nextTag(text, tag.to)) {
    if (++steps % BATCH === 0) yield
    if (/[^\s]/.test(text.slice(from, tag?.from).replace(/&nbsp;|&#160;|\u00a0/gi, ''))) show(top)
    if (!tag) break
    from = tag.to
    if (tag.kind === 'other') {
      if (text.startsWith('<!--', tag.from)) show(top)
    } else if (tag.kind === 'close') {
      if ((openNames.get(tag.name) ?? 0) > 0) {
        while (top && top.name !== tag.name) {
          count(top.name, -1)
          top = top.parent
        }
        if (top) {
          top.close = { from: tag.from, to: tag.to }
          count(top.name, -1)
          top = top.parent
        }
      }
    } else {
      // A paragraph or item ends where the next begins (HTML 13.1.2.4).
      if (top?.name === tag.name && /^(?:p|li)$/.test(tag.name)) {
        count(tag.name, -1)
        top = top.parent
      }
      const element = elementOf(text, tag, top)
      elements.push(element)
      top?.children.push(element)
      if (!BOXES.has(tag.name) || element.attributes.some(({ name }) => name === 'id' || name === 'name'))
        show(element)
      if (tag.kind === 'open') {
        top = element
        count(tag.name, 1)
      }
    }
  }
  return { text, elements }
}

function show(element: ScannedElement | null): void {
  for (let at = element; at && !at.shows; at = at.parent) at.shows = true
}

function elementOf(text: string, tag: Tag, parent: ScannedElement | null): ScannedElement {
  const attributes: ScannedAttribute[] = []
  let at = tag.from + 1 + tag.name.length
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(text)
    if (!found || at + found[0].length > tag.to) break
    const [all, name = '', raw] = found
    const end = at + all.length
    const nameFrom = at + all.indexOf(name)
    const quotes = raw !== undefined && /^["']/.test(raw) ? 1 : 0
    const valueSpan = raw === undefined ? null : { from: end - raw.length + quotes, to: end - quotes }
    attributes.push({
      name: name.toLowerCase(),
      value: valueSpan ? text.slice(valueSpan.from, valueSpan.to) : '',
      span: { from: at, to: end },
      nameSpan: { from: nameFrom, to: nameFrom + name.length },
      valueSpan,
    })
    at = end
  }
  // A raw text element comes with its content: its opening tag ends behind the attributes.
  const openEnd = text.indexOf('>', at)
  const openTo = tag.kind === 'void' && openEnd >= 0 && openEnd < tag.to ? openEnd + 1 : tag.to
  const closeFrom = openTo < tag.to ? text.lastIndexOf('</', tag.to) : -1
  const closed =
    closeFrom >= openTo &&
    text
      .slice(closeFrom + 2, tag.to)
      .toLowerCase()
      .startsWith(tag.name)
  const inherited =
    parent?.name === 'pre' ? 'code' : parent?.name === 'svg' || parent?.name === 'math' ? 'picture' : null
  return {
    name: tag.name,
    open: { from: tag.from, to: openTo },
    close: closed ? { from: closeFrom, to: tag.to } : null,
    attributes,
    parent,
    children: [],
    shows: false,
    inside: parent?.inside ?? inherited,
  }
}

/** From an element's first to its last character; only its opening tag when it is not closed. */
export function spanOf({ open, close }: ScannedElement): Span {
  return { from: open.from, to: close?.to ?? open.to }
}
