import { EditorView } from '@codemirror/view'

/** Types a sign at the selection as CodeMirror takes it from the keyboard: input handlers come first. */
export function typeSign(view: EditorView, sign: string): void {
  const { from, to } = view.state.selection.main
  const insert = () => view.state.update(view.state.replaceSelection(sign), { userEvent: 'input.type' })
  const handled = view.state
    .facet(EditorView.inputHandler)
    .some((handler) => handler(view, from, to, sign, insert))
  if (!handled) view.dispatch(insert())
}
