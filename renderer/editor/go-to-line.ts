import { EditorSelection } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** Puts the caret at the start of a line (1-based, the front matter's lines count) and shows it in the middle. */
export function goToLine(view: EditorView, line: number): void {
  const { doc } = view.state
  const { from } = doc.line(Math.min(Math.max(1, Math.round(line)), doc.lines))
  view.dispatch({ selection: EditorSelection.cursor(from), userEvent: 'select' })
  view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head, { y: 'center' }) })
  view.focus()
}
