import type { TextEdit } from '../article/text-edit.ts'
import { nextTag, type Tag } from './html-tags.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
/** Elements that stand on lines of their own. */
const BLOCKS = words(
  'address article aside base blockquote body center col colgroup dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav ol optgroup option ' +
    'p script search section style summary table tbody td tfoot th thead title tr ul',
)
/** Blocks whose content stands on lines of its own, one level in. */
const SPREAD = words(
  'address article aside blockquote body center colgroup details dialog dir div dl fieldset figure footer form head ' +
    'header hgroup html main menu nav ol optgroup search section table tbody tfoot thead tr ul',
)
/** Blocks whose content begins beside their tag, and whose own blocks are one level in. */
const ITEMS = words('li dd dt td th')
/** Elements in which every space counts, and those whose content is no HTML of the page. */
const VERBATIM = words('pre textarea listing xmp plaintext svg math script style select template')
const KEEPS_SPACE = /\bstyle\s*=[^>]*white-space/i
/** Tags looked at between two pauses. */
const BATCH = 300
const STEP = '  '
const MOST_DEPTH = 40

/**
 * The edits that indent HTML by its blocks, put blocks on lines of their own, quote attributes with double quotes and
 * write names in lower case. White space inside lines stays where it shows; code, styles and pictures are left alone.
 * Pauses now and then, and tells up to which offset it is.
 */
export function* tidyHtml(
  html: string,
  progress: (offset: number) => void = () => undefined,
): Generator<undefined, readonly TextEdit[]> {
  const edits: TextEdit[] = []
  const open: string[] = []
  let verbatim: { readonly name: string; depth: number } | null = null
  let from = 0
  let tags = 0
  let before: Tag | null = null
  for (let tag = nextTag(html, 0); ; tag = nextTag(html, tag.to)) {
    if (++tags % BATCH === 0) {
      progress(from)
      yield
    }
    const to = tag?.from ?? html.length
    if (tag?.kind === 'close' && !verbatim && open.includes(tag.name)) {
      while (open.length > 0 && open.pop() !== tag.name);
    }
    // The closing tag of an item may be left out.
    if (tag?.kind === 'open' && !verbatim && ITEMS.has(tag.name) && open.at(-1) === tag.name) open.pop()
    if (!verbatim) edits.push(...spaceEdits(html, from, to, before, tag, open.length))
    if (!tag) break
    if (verbatim) {
      if (tag.name === verbatim.name)
        verbatim.depth += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0
      if (verbatim.depth === 0) verbatim = null
    } else {
      if (tag.kind !== 'other' && !isVerbatim(html, tag)) edits.push(...tagEdits(html, tag))
      if (tag.kind === 'open' && isVerbatim(html, tag)) verbatim = { name: tag.name, depth: 1 }
      else if (tag.kind === 'open' && (SPREAD.has(tag.name) || ITEMS.has(tag.name))) open.push(tag.name)
    }
    before = tag
    from = tag.to
  }
  return edits.filter(({ from: start, to, insert }) => html.slice(start, to) !== insert)
}

function isVerbatim(html: string, tag: Tag): boolean {
  return VERBATIM.has(tag.name) || (tag.kind === 'open' && KEEPS_SPACE.test(html.slice(tag.from, tag.to)))
}

/** What stands between two tags: lines are indented, and a block's edge is a line's end. */
function spaceEdits(
  html: string,
  from: number,
  to: number,
  before: Tag | null,
  after: Tag | null,
  depth: number,
): readonly TextEdit[] {
  const text = html.slice(from, to)
  const edits: TextEdit[] = []
  const line = `\n${STEP.repeat(Math.min(depth, MOST_DEPTH))}`
  const blank = /^[ \t\r\n\f]*$/.test(text)
  const atStart = before === null
  const leading = /^[ \t\r\n\f]*/.exec(text)?.[0].length ?? 0
  const trailing = blank ? 0 : (/[ \t\r\n\f]*$/.exec(text)?.[0].length ?? 0)
  if (blank) {
    if (atStart || after === null) return []
    if (edge(before, 'after') || edge(after, 'before')) {
      const lines = (text.match(/\n/g) ?? []).length
      const parts =
        (edge(before, 'after') && opensLine(before)) || (edge(after, 'before') && startsLine(after))
      if (!parts || isEmptyPair(before, after)) return [{ from, to, insert: '' }]
      return [{ from, to, insert: (lines > 1 ? '\n' : '') + line }]
    }
    return text.includes('\n') ? [{ from, to, insert: line }] : []
  }
  if (leading > 0 && edge(before, 'after')) {
    const insert = opensLine(before) ? line : ''
    edits.push({ from, to: from + leading, insert })
  } else if (leading === 0 && edge(before, 'after') && opensLine(before)) {
    edits.push({ from, to: from, insert: line })
  } else if (!atStart && text.slice(0, leading).includes('\n')) {
    edits.push({ from, to: from + leading, insert: line })
  }
  const inner = text.slice(leading, text.length - trailing)
  for (const found of inner.matchAll(/[ \t]*\n[ \t\r\n\f]*/g)) {
    const at = from + leading + found.index
    edits.push({ from: at, to: at + found[0].length, insert: line })
  }
  if (after !== null && edge(after, 'before') && startsLine(after)) {
    edits.push({ from: to - trailing, to, insert: line })
  } else if (after !== null && trailing > 0 && edge(after, 'before')) {
    edits.push({ from: to - trailing, to, insert: '' })
  } else if (after !== null && text.slice(text.length - trailing).includes('\n')) {
    edits.push({ from: to - trailing, to, insert: line })
  }
  return edits
}

/** Whether white space beside this tag shows nothing. */
function edge(tag: Tag | null, side: 'before' | 'after'): boolean {
  if (tag === null) return false
  if (tag.name === 'br') return side === 'after'
  return (
    BLOCKS.has(tag.name) ||
    (tag.name === 'pre' && (side === 'before' ? tag.kind === 'open' : tag.kind === 'close'))
  )
}

/** Text behind this tag begins a line: not in a paragraph, heading or item, which stay on one with their tags. */
function opensLine(tag: Tag | null): boolean {
  if (tag === null) return false
  return tag.kind === 'open' ? SPREAD.has(tag.name) : true
}

/** This tag begins a line although text stands before it. */
function startsLine(tag: Tag): boolean {
  return tag.kind === 'close' ? SPREAD.has(tag.name) : true
}

function isEmptyPair(before: Tag, after: Tag): boolean {
  return before.kind === 'open' && after.kind === 'close' && before.name === after.name
}

const ATTRIBUTE = /([\s/]+)([^\s=>"'/]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>`=]+))?/y
const HTML_NAME = /^[a-z][\w:.-]*$/i

/** A tag's name and attributes in their usual form; a tag that is not well formed is left alone. */
function tagEdits(html: string, tag: Tag): readonly TextEdit[] {
  const text = html.slice(tag.from, tag.to)
  const name = /^<\/?[^\s/>]+/.exec(text)?.[0] ?? ''
  if (!text.endsWith('>') || !HTML_NAME.test(name.replace(/^<\/?/, ''))) return []
  const parts: string[] = []
  let at = name.length
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(text)
    if (!found) break
    at += found[0].length
    const [, , key = '', , value] = found
    parts.push(value === undefined ? key.toLowerCase() : `${key.toLowerCase()}=${quoted(value)}`)
  }
  const rest = /^\s*(\/?)>$/.exec(text.slice(at))
  if (!rest) return []
  const close = rest[1] === '/' ? ' />' : '>'
  return [{ from: tag.from, to: tag.to, insert: [name.toLowerCase(), ...parts].join(' ') + close }]
}

function quoted(value: string): string {
  if (value.startsWith('"')) return value
  const text = value.startsWith("'") ? value.slice(1, -1) : value
  return text.includes('"') ? value : `"${text}"`
}
