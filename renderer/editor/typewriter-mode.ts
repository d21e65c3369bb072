import { EditorState, Prec, type Extension, type Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** What moves the caret by the keyboard; a click must not move the text under the pointer. */
function byKeyboard(tr: Transaction): boolean {
  if (tr.isUserEvent('select.pointer')) return false
  return ['input', 'delete', 'select', 'move', 'undo', 'redo'].some((event) => tr.isUserEvent(event))
}

/** Keeps the caret's line in the middle of the pane while the writer types or moves it, from the first line to the last. */
export const typewriterMode: Extension = [
  EditorState.transactionExtender.of((tr) =>
    (tr.docChanged || tr.selection !== undefined) && byKeyboard(tr)
      ? { effects: EditorView.scrollIntoView(tr.newSelection.main.head, { y: 'center' }) }
      : null,
  ),
  // Over the padding that the text has otherwise.
  Prec.high(EditorView.theme({ '.cm-content': { paddingTop: '40vh', paddingBottom: '55vh' } })),
]
