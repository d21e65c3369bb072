import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../../core/article/text-edit.ts'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement, enclosingInlineTags } from './elements.ts'
import { enclosing, isInBody, linesOf, treeUpTo, wordAround } from './targets.ts'

/** A kind of inline formatting in both notations. */
interface InlineKind {
  readonly marker: string
  /** Name of the Markdown parser's node. */
  readonly node: string
  /** Elements that mean the same; the first is written. */
  readonly tags: readonly [string, ...string[]]
}

/** The two marks of one formatted stretch. */
interface Wrapped {
  readonly open: Span
  readonly close: Span
}

function marksOf(node: SyntaxNode): Wrapped | null {
  const { firstChild: open, lastChild: close } = node
  return open === null || close === null || open.from === close.from ? null : { open, close }
}

/** The formatting of this kind around a range. */
function wrappedAround(state: EditorState, range: Span, kind: InlineKind): Wrapped | null {
  const tags = enclosingElement(state, range, kind.tags)
  if (tags !== null) return tags
  const node = enclosing(state, range, (one) => one.name === kind.node)
  const marks = node === null ? null : marksOf(node)
  if (marks !== null || state.facet(bodyFormatFacet) === 'html') return marks
  return enclosingInlineTags(state, range, kind.tags)
}

/** Formatting of this kind that stands wholly inside a range. */
function wrappedInside(state: EditorState, range: Span, kind: InlineKind): Wrapped[] {
  const found: Wrapped[] = []
  treeUpTo(state, range.to).iterate({
    ...range,
    enter: ({ node }) => {
      if (node.from < range.from || node.to > range.to) return
      const marks = node.name === kind.node ? marksOf(node) : null
      const tags = node.name === 'Element' ? enclosingElement(state, node, kind.tags) : null
      const one = marks ?? (tags?.open.from === node.from ? tags : null)
      if (one !== null) found.push(one)
    },
  })
  return found
}

const remove = (one: Wrapped): ChangeSpec[] => [
  { from: one.open.from, to: one.open.to },
  { from: one.close.from, to: one.close.to },
]

const MARKDOWN_PREFIX = /^\s*(?:>\s?)*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?(?:#{1,6}\s+)?/
const HTML_PREFIX =
  /^\s*(?:<\/?(?:p|li|ul|ol|h[1-6]|div|blockquote|td|th|tr|table|section|article)\b[^>]*>\s*)*/i
const HTML_SUFFIX =
  /(?:\s*<\/?(?:p|li|ul|ol|h[1-6]|div|blockquote|td|th|tr|table|section|article)\b[^>]*>)*\s*$/i

/** The stretches of a selection that can carry inline formatting: one a line, without block marks and outer spaces. */
function pieces(state: EditorState, range: Span, html: boolean): Span[] {
  return linesOf(state, range).flatMap((line) => {
    let from = Math.max(range.from, line.from)
    let to = Math.min(range.to, line.to)
    const prefix = (html ? HTML_PREFIX : MARKDOWN_PREFIX).exec(line.text)?.[0].length ?? 0
    const suffix = html ? (HTML_SUFFIX.exec(line.text)?.[0].length ?? 0) : 0
    from = Math.max(from, Math.min(line.from + prefix, line.to))
    to = Math.min(to, line.to - suffix)
    const text = state.sliceDoc(from, Math.max(from, to))
    from += text.length - text.trimStart().length
    to = from + text.trim().length
    return from < to ? [{ from, to }] : []
  })
}

/** Whether a mark stands right outside or right inside both ends of a piece. */
function holds(one: Wrapped, piece: Span): boolean {
  return one.open.from <= piece.from && one.close.to >= piece.to
}

/** The marks for a text; code that holds backticks gets a longer run of them (CommonMark 6.1). */
function marksFor(kind: InlineKind, text: string, html: boolean): readonly [string, string] {
  if (html) return [`<${kind.tags[0]}>`, `</${kind.tags[0]}>`]
  if (kind.marker !== '`') return [kind.marker, kind.marker]
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return [fence + space, space + fence]
}

/** Two marks with nothing between them, around the caret. */
function emptyPair(state: EditorState, pos: number, marks: readonly [string, string]): boolean {
  const [open, close] = marks
  const before = state.sliceDoc(pos - open.length, pos)
  const after = state.sliceDoc(pos, pos + close.length)
  if (before !== open || after !== close) return false
  const mark = open[0] ?? ''
  const longer = state.sliceDoc(pos - open.length - 1, pos - open.length) === mark
  return mark === '<' || !longer || open.length > 1
}

interface Result {
  readonly changes: readonly ChangeSpec[]
  readonly range: SelectionRange
}

function toggle(state: EditorState, range: SelectionRange, kind: InlineKind, done: Set<string>): Result {
  const html = state.facet(bodyFormatFacet) === 'html'
  if (!isInBody(state, range)) return { changes: [], range }
  const word = range.empty ? wordAround(state, range.head) : null
  const around = wrappedAround(state, range, kind)
  const once = (
    key: Span,
    changes: readonly ChangeSpec[],
    map: (set: ChangeSpecSet) => SelectionRange,
  ): Result => {
    const id = `${key.from}-${key.to}`
    if (done.has(id)) return { changes: [], range }
    done.add(id)
    return { changes, range: map(state.changes([...changes])) }
  }
  if (around !== null) return once(around.open, remove(around), (set) => range.map(set))
  if (range.empty && word === null) {
    const marks = marksFor(kind, '', html)
    const [open, close] = marks
    const { head } = range
    return emptyPair(state, head, marks)
      ? {
          changes: [{ from: head - open.length, to: head + close.length }],
          range: EditorSelection.cursor(head - open.length),
        }
      : { changes: [{ from: head, insert: open + close }], range: EditorSelection.cursor(head + open.length) }
  }
  const target = word ?? range
  const parts = pieces(state, target, html)
  const inside = wrappedInside(state, target, kind)
  const off = parts.length > 0 && parts.every((part) => inside.some((one) => holds(one, part)))
  const changes = inside.flatMap(remove)
  if (!off) {
    for (const part of parts) {
      const [open, close] = marksFor(kind, state.sliceDoc(part.from, part.to), html)
      changes.push({ from: part.from, insert: open }, { from: part.to, insert: close })
    }
  }
  return once(target, changes, (set) => {
    if (!range.empty) return selected(range, off ? range : outline(parts, range), set)
    return EditorSelection.cursor(set.mapPos(range.head, range.head === target.to ? -1 : 1))
  })
}

type ChangeSpecSet = ReturnType<EditorState['changes']>

/** From the first piece to the last; a selection of nothing but spaces stays. */
function outline(parts: readonly Span[], range: Span): Span {
  return { from: parts[0]?.from ?? range.from, to: parts.at(-1)?.to ?? range.to }
}

/** The selection inside its new marks, in its direction. */
function selected(range: SelectionRange, span: Span, set: ChangeSpecSet): SelectionRange {
  const from = set.mapPos(span.from, 1)
  const to = Math.max(from, set.mapPos(span.to, -1))
  return range.anchor <= range.head ? EditorSelection.range(from, to) : EditorSelection.range(to, from)
}

function toggleInline(kind: InlineKind): StateCommand {
  return ({ state, dispatch }) => {
    const done = new Set<string>()
    const spec = state.changeByRange((range) => {
      const { changes, range: next } = toggle(state, range, kind, done)
      return { changes: [...changes], range: next }
    })
    if (spec.changes.empty) return false
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }
}

/** `**strong**` or `<strong>`, on or off. */
export const toggleBold = toggleInline({
  marker: '**',
  node: 'StrongEmphasis',
  tags: ['strong', 'b'],
})

/** `*emphasis*` or `<em>`, on or off. */
export const toggleItalic = toggleInline({ marker: '*', node: 'Emphasis', tags: ['em', 'i'] })

/** `~~struck~~` or `<del>`, on or off. */
export const toggleStrikethrough = toggleInline({
  marker: '~~',
  node: 'Strikethrough',
  tags: ['del', 's', 'strike'],
})

/** A code span or `<code>`, on or off. */
export const toggleCode = toggleInline({ marker: '`', node: 'InlineCode', tags: ['code'] })
