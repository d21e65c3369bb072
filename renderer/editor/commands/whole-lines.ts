import { copyLineDown, moveLineDown, moveLineUp } from '@codemirror/commands'
import type { EditorState, StateCommand } from '@codemirror/state'
import { splitField } from '../article-fields.ts'
import { changeTable } from './tables/change-table.ts'
import { findTable } from './tables/find-table.ts'
import { markdownTables } from '../../../core/table/markdown-changes.ts'
import { linesOf } from './targets.ts'

/** Whether a move by one line would carry text over the border between front matter and body, or beyond the document. */
function crosses(state: EditorState, step: 1 | -1): boolean {
  const border = state.field(splitField).body.from
  return state.selection.ranges.some((range) => {
    const lines = linesOf(state, range)
    const first = lines[0]
    const last = lines.at(-1)
    if (first === undefined || last === undefined) return true
    if (first.from < border && last.to >= border && border > 0) return true
    if (step === -1)
      return first.number === 1 || (first.from >= border && state.doc.line(first.number - 1).from < border)
    return last.number === state.doc.lines || (last.from < border && last.to + 1 >= border)
  })
}

/** Lines of a Markdown table move as rows, so that its delimiter row stays where it is. */
function move(lines: StateCommand, row: StateCommand, step: 1 | -1): StateCommand {
  return (target) => {
    const { state } = target
    if (state.readOnly) return false
    const { head } = state.selection.main
    if (findTable(state, head)?.notation === markdownTables) return row(target)
    return !crosses(state, step) && lines(target)
  }
}

/** The selected lines one line up; not into the front matter. */
export const moveUp: StateCommand = move(moveLineUp, changeTable('moveRowUp'), -1)

/** The selected lines one line down; not out of the front matter. */
export const moveDown: StateCommand = move(moveLineDown, changeTable('moveRowDown'), 1)

/** A copy of the selected lines below them, with the selection. */
export const duplicateLine: StateCommand = ({ state, dispatch }) => copyLineDown({ state, dispatch })

/** The selected lines away. */
export const deleteLine: StateCommand = (target) => {
  const { state, dispatch } = target
  if (state.readOnly) return false
  // CodeMirror's own is a command of the view, for a caret between wrapped lines; here lines are those of the text.
  const changes = state.changes(
    blocks(state).map(({ from, to }) => {
      if (to < state.doc.length) return { from, to: to + 1 }
      const above = from > 0 && from > state.field(splitField).body.from ? from - 1 : from
      return { from: above, to }
    }),
  )
  if (changes.empty) return false
  dispatch(
    state.update({
      changes,
      selection: state.selection.map(changes),
      scrollIntoView: true,
      userEvent: 'delete.line',
    }),
  )
  return true
}

/** The selected lines as stretches that neither overlap nor touch. */
function blocks(state: EditorState): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const range of state.selection.ranges) {
    const lines = linesOf(state, range)
    const from = lines[0]?.from ?? range.from
    const to = lines.at(-1)?.to ?? range.to
    const last = found.at(-1)
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}
