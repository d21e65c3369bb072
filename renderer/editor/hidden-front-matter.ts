import { EditorSelection, EditorState, StateField, type Extension, type Transaction } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import { rawFrontMatterField, setRawEffect, visibleFrom } from './raw-front-matter.ts'

/** The front matter as the form hides it. It ends before its last line break, so that the body's lines stay lines. */
function hide(state: EditorState): DecorationSet {
  const end = visibleFrom(state)
  if (end === 0) return Decoration.none
  const closed = state.doc.lineAt(end).from === end
  if (closed) return Decoration.set(Decoration.replace({ block: true }).range(0, end - 1))
  return Decoration.set(Decoration.replace({}).range(0, end))
}

const hidden = StateField.define<DecorationSet>({
  create: hide,
  update(value, tr) {
    const before = visibleFrom(tr.startState)
    const now = visibleFrom(tr.state)
    return before === now && !touches(tr, before) ? value : hide(tr.state)
  },
  provide: (self) => EditorView.decorations.from(self),
})

function touches(tr: Transaction, end: number): boolean {
  return tr.docChanged && tr.changes.touchesRange(0, end) !== false
}

/** What a writer's hands do to the text, as opposed to the form, a reload or a repair. */
function byHand(tr: Transaction): boolean {
  return tr.isUserEvent('input') || tr.isUserEvent('delete') || tr.isUserEvent('move')
}

const protect = EditorState.changeFilter.of((tr) => {
  const end = visibleFrom(tr.startState)
  return end === 0 || !byHand(tr) || [-1, end]
})

/** Text typed behind a closing fence without a line end goes to a line of its own. */
const openBody = EditorState.transactionFilter.of((tr) => {
  const { startState: state } = tr
  const end = visibleFrom(state)
  if (end === 0 || !tr.docChanged || !byHand(tr) || state.doc.lineAt(end).from === end) return tr
  const inserts = tr.changes.touchesRange(end) !== false
  if (!inserts || tr.newDoc.sliceString(end, end + 1) === '\n') return tr
  return [tr, { changes: { from: end, insert: '\n' }, sequential: true }]
})

/** Keeps carets and selections out of the hidden text; *select all* selects the body. */
const keepOut = EditorState.transactionFilter.of((tr) => {
  if (!tr.docChanged && !tr.selection && !tr.effects.some((effect) => effect.is(setRawEffect))) return tr
  const end = visibleFrom(tr.state)
  if (tr.newSelection.ranges.every((range) => range.from >= end)) return tr
  return [tr, { selection: clamp(tr.newSelection, end), sequential: true }]
})

/** Ranges wholly in the hidden text go when others are left. */
function clamp(selection: EditorSelection, end: number): EditorSelection {
  const kept = selection.ranges.filter((range) => range.to > end || range.from >= end)
  if (kept.length === 0) return EditorSelection.single(end)
  const ranges = kept.map((range) =>
    EditorSelection.range(Math.max(end, range.anchor), Math.max(end, range.head)),
  )
  return EditorSelection.create(ranges, Math.max(0, kept.indexOf(selection.main)))
}

/** Undo is not filtered: a caret it puts into the hidden text is moved out here. */
const moveOut = EditorView.updateListener.of((update) => {
  const { state } = update
  if (!update.selectionSet && !update.docChanged) return
  const end = visibleFrom(state)
  if (end === 0 || update.view.composing || state.selection.ranges.every((range) => range.from >= end)) return
  update.view.dispatch({ selection: clamp(state.selection, end) })
})

/**
 * Hides the front matter while the form shows it: out of the caret's way, and safe from typing and deleting.
 * Changes whose user event is not `input`, `delete` or `move` pass, so the form edits it (`form.…`).
 */
export const hiddenFrontMatter: Extension = [
  rawFrontMatterField,
  hidden,
  EditorView.atomicRanges.of((view) => view.state.field(hidden)),
  protect,
  openBody,
  keepOut,
  moveOut,
]
