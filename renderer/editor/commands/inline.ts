import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state'
import type { Span } from '../../../core/article/text-edit.ts'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement, enclosingInlineTags } from './elements.ts'
import { wholeOf, type InlineNode } from './inline-nodes.ts'
import { isProse, proseWordAt, stretchesIn, trimmed, type Stretch } from './stretches.ts'
import { enclosing, isInBody, wordAround } from './targets.ts'

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

interface Result {
  readonly changes: readonly ChangeSpec[]
  readonly range: SelectionRange
}

/** The marks of a node; those of code that is padded so as to hold backticks, with the padding (CommonMark 6.1). */
function marksOf(state: EditorState, node: Span, marks: Wrapped, code: boolean): Wrapped {
  const { open, close } = marks
  const text = code ? state.sliceDoc(open.to, close.from) : ''
  const padded = text.startsWith(' ') && text.endsWith(' ') && text.trim() !== ''
  const space = padded ? 1 : 0
  return {
    open: { from: node.from, to: open.to + space },
    close: { from: close.from - space, to: node.to },
  }
}

/** The formatting of this kind around a range. */
function wrappedAround(state: EditorState, range: Span, kind: InlineKind): Wrapped | null {
  const tags = enclosingElement(state, range, kind.tags)
  if (tags !== null) return tags
  if (state.facet(bodyFormatFacet) === 'html') return null
  const node = enclosing(state, range, (one) => one.name === kind.node)
  const open = node?.firstChild
  const close = node?.lastChild
  if (node && open && close && open.from < close.from) {
    return marksOf(state, node, { open, close }, kind.marker === '`')
  }
  return enclosingInlineTags(state, range, kind.tags) ?? singleTildes(state, range, kind)
}

/** `~struck~`: GFM has it, the editor's parser has not. */
function singleTildes(state: EditorState, range: Span, kind: InlineKind): Wrapped | null {
  if (kind.marker !== '~~') return null
  const span = range.from === range.to ? wordAround(state, range.from) : range
  if (span === null) return null
  const before = state.sliceDoc(span.from - 2, span.from)
  const after = state.sliceDoc(span.to, span.to + 2)
  return before.endsWith('~') && before !== '~~' && after.startsWith('~') && after !== '~~'
    ? { open: { from: span.from - 1, to: span.from }, close: { from: span.to, to: span.to + 1 } }
    : null
}

const isKind = (one: InlineNode, kind: InlineKind): boolean =>
  one.marks !== null && (one.name === kind.node || kind.tags.includes(one.name))

const remove = (one: Wrapped): ChangeSpec[] => [
  { from: one.open.from, to: one.open.to },
  { from: one.close.from, to: one.close.to },
]

/** A stretch with the formatting it has: all of it, or parts that become one. */
interface Piece extends Stretch {
  readonly around: Wrapped | null
  readonly inside: readonly Wrapped[]
}

/** Code goes inside other marks: in it they would be text. */
function within(state: EditorState, stretch: Stretch, kind: InlineKind): Stretch {
  if (kind.marker !== '`' || stretch.html) return stretch
  const emphasis = stretch.nodes.find(
    (one) => one.inner !== null && one.from === stretch.from && one.to === stretch.to,
  )
  const inner = emphasis?.inner ? trimmed(state, emphasis.inner) : null
  return inner === null ? stretch : within(state, { ...stretch, ...inner }, kind)
}

function pieceOf(state: EditorState, found: Stretch, kind: InlineKind): Piece {
  const wraps = (one: InlineNode): Wrapped[] =>
    one.marks === null ? [] : [marksOf(state, one, one.marks, kind.marker === '`' && one.name === kind.node)]
  const own = found.nodes.filter((one) => isKind(one, kind))
  const around = own.find((one) => one.from <= found.from && found.to <= one.to)
  const stretch = around ? found : within(state, { ...found, ...wholeOf(found, own) }, kind)
  return {
    ...stretch,
    around: (around ? wraps(around)[0] : null) ?? wrappedAround(state, stretch, kind),
    inside: own.filter((one) => stretch.from <= one.from && one.to <= stretch.to).flatMap(wraps),
  }
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

/** At a caret without a word: marks with the caret between them, or those away. */
function pair(state: EditorState, range: SelectionRange, kind: InlineKind): Result {
  const { head } = range
  const inBlock = enclosing(state, range, (one) => one.name === 'HTMLBlock') !== null
  const marks = marksFor(kind, '', inBlock || state.facet(bodyFormatFacet) === 'html')
  const [open, close] = marks
  if (emptyPair(state, head, marks)) {
    const changes = [{ from: head - open.length, to: head + close.length }]
    return { changes, range: EditorSelection.cursor(head - open.length) }
  }
  if (!isProse(state, head)) return { changes: [], range }
  return {
    changes: [{ from: head, insert: open + close }],
    range: EditorSelection.cursor(head + open.length),
  }
}

/** The text of a piece as it is without the marks that are taken out of it. */
function textWithout(state: EditorState, { from, to, inside }: Piece): string {
  const gone = inside.flatMap(({ open, close }) => [open, close]).sort((a, b) => a.from - b.from)
  let at = from
  let text = ''
  for (const mark of gone) {
    text += state.sliceDoc(at, mark.from)
    at = mark.to
  }
  return text + state.sliceDoc(at, to)
}

function changesFor(state: EditorState, piece: Piece, kind: InlineKind, off: boolean): ChangeSpec[] {
  if (off) return piece.around === null ? [] : remove(piece.around)
  if (piece.around !== null) return []
  const [open, close] = marksFor(kind, textWithout(state, piece), piece.html)
  return [
    { from: piece.from, insert: open },
    ...piece.inside.flatMap(remove),
    { from: piece.to, insert: close },
  ]
}

function toggle(state: EditorState, range: SelectionRange, kind: InlineKind, done: Span[]): Result {
  const nothing: Result = { changes: [], range }
  if (!isInBody(state, range)) return nothing
  const around = range.empty ? wrappedAround(state, range, kind) : null
  const word = range.empty && around === null ? wordAround(state, range.head) : null
  if (range.empty && around === null && word === null) return pair(state, range, kind)
  const at = word === null ? null : proseWordAt(state, range.head)
  const found = range.empty ? (at === null ? [] : [at]) : stretchesIn(state, range)
  const pieces = found.map((one) => pieceOf(state, one, kind))
  const off = around !== null || (pieces.length > 0 && pieces.every((one) => one.around !== null))
  const wide = around !== null ? [around] : pieces.flatMap((one) => one.around ?? [])
  const touched: Span[] = [...wide.map(({ open, close }) => ({ from: open.from, to: close.to })), ...pieces]
  if (touched.some((one) => done.some((other) => one.from < other.to && other.from < one.to))) return nothing
  done.push(...touched)
  const changes =
    around !== null ? remove(around) : pieces.flatMap((one) => changesFor(state, one, kind, off))
  const set = state.changes(changes)
  if (!range.empty) return { changes, range: selected(range, off ? range : outline(pieces, range), set) }
  const assoc = range.head === word?.to ? -1 : 1
  return { changes, range: EditorSelection.cursor(set.mapPos(range.head, around === null ? assoc : 1)) }
}

type ChangeSpecSet = ReturnType<EditorState['changes']>

/** From the first piece to the last; a selection of nothing but spaces stays. */
function outline(pieces: readonly Span[], range: Span): Span {
  return { from: pieces[0]?.from ?? range.from, to: pieces.at(-1)?.to ?? range.to }
}

/** The selection inside its new marks, in its direction. */
function selected(range: SelectionRange, span: Span, set: ChangeSpecSet): SelectionRange {
  const from = set.mapPos(span.from, 1)
  const to = Math.max(from, set.mapPos(span.to, -1))
  return range.anchor <= range.head ? EditorSelection.range(from, to) : EditorSelection.range(to, from)
}

function toggleInline(kind: InlineKind): StateCommand {
  return ({ state, dispatch }) => {
    const done: Span[] = []
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
