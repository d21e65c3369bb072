import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Line,
  type SelectionRange,
  type Transaction,
} from '@codemirror/state'
import type { SyntaxNode, Tree } from '@lezer/common'
import type { Span } from '../../../core/article/text-edit.ts'
import { splitField } from '../article-fields.ts'

/** What a `StateCommand` gets. */
export interface CommandTarget {
  readonly state: EditorState
  readonly dispatch: (tr: Transaction) => void
}

/** Milliseconds a command may wait for the parser, up to a place and beyond it; only a starved machine needs them. */
const PARSE_TIME = { near: 5000, far: 500 }
/** How far from the start a place is near, in UTF-16 units: parsing that much takes a few milliseconds. */
const NEAR = 100_000
/** What is parsed beyond a place, in UTF-16 units: there an element around it has its end tag. */
const BEYOND = 10_000

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The syntax tree, complete up to `to` and `beyond` it if that does not take long. */
export function treeUpTo(state: EditorState, to: number, beyond = BEYOND): Tree {
  const upTo = Math.min(state.doc.length, to + beyond)
  return ensureSyntaxTree(state, upTo, to < NEAR ? PARSE_TIME.near : PARSE_TIME.far) ?? syntaxTree(state)
}

/** Whether a range is in the body and may be edited: formatting means nothing in front matter. */
export function isInBody(state: EditorState, range: Span): boolean {
  return !state.readOnly && range.from >= state.field(splitField).body.from
}

/** The word a caret is in or touches; null between spaces and marks. */
export function wordAround(state: EditorState, pos: number): Span | null {
  const line = state.doc.lineAt(pos)
  const at = pos - line.from
  let touched: Span | null = null
  for (const { index, segment, isWordLike } of words.segment(line.text)) {
    const end = index + segment.length
    if (index > at) break
    if (isWordLike !== true || end < at) continue
    touched = { from: line.from + index, to: line.from + end }
    if (index < at && at < end) break
  }
  return touched
}

/** Every line a selection touches, once; a range that ends at a line's start leaves that line out. */
export function selectedLines(state: EditorState): Line[] {
  const lines = new Map<number, Line>()
  for (const range of state.selection.ranges)
    for (const line of linesOf(state, range)) lines.set(line.number, line)
  return [...lines.values()].filter((line) => isInBody(state, line)).sort((a, b) => a.number - b.number)
}

/** The lines of one range. */
export function linesOf(state: EditorState, range: Pick<SelectionRange, 'from' | 'to'>): Line[] {
  const lines: Line[] = []
  const last = range.to > range.from && state.doc.lineAt(range.to).from === range.to ? range.to - 1 : range.to
  for (let line = state.doc.lineAt(range.from); ; line = state.doc.line(line.number + 1)) {
    lines.push(line)
    if (line.to >= last) return lines
  }
}

/** The innermost node around a range that `accept` takes. */
export function enclosing(
  state: EditorState,
  range: Span,
  accept: (node: SyntaxNode) => boolean,
): SyntaxNode | null {
  const tree = treeUpTo(state, range.to)
  for (const side of [1, -1] as const) {
    for (
      let node: SyntaxNode | null = tree.resolveInner(range.from, side);
      node !== null;
      node = node.parent
    ) {
      if (node.from <= range.from && node.to >= range.to && accept(node)) return node
    }
  }
  return null
}

/** Dispatches one undoable step that keeps selections with their text; false when there is nothing to change. */
export function apply(target: CommandTarget, changes: readonly ChangeSpec[]): boolean {
  const { state, dispatch } = target
  if (changes.length === 0) return false
  const set = state.changes(changes)
  const closing = new Set<number>()
  set.iterChanges((from, to, _from, _to, text) => {
    if (from === to && /^\s*<\//.test(text.sliceString(0, 40))) closing.add(from)
  })
  // A caret behind the text stays before the end tag that comes there.
  const map = (pos: number): number => set.mapPos(pos, closing.has(pos) ? -1 : 1)
  const ranges = state.selection.ranges.map((one) => EditorSelection.range(map(one.anchor), map(one.head)))
  dispatch(
    state.update({
      changes: set,
      selection: EditorSelection.create(ranges, state.selection.mainIndex),
      scrollIntoView: true,
      userEvent: 'input.format',
    }),
  )
  return true
}
