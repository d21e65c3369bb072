import { isolateHistory } from '@codemirror/commands'
import { EditorState, type Extension } from '@codemirror/state'

/** What is a step of its own, as its user event: typing before and after it is undone by itself. */
const STEPS = [
  'input.format',
  'input.table',
  'input.copyline',
  'input.paste',
  'input.drop',
  'input.replace',
  'move',
  'delete.line',
]

/** Makes every command one step of the history, however quickly the writer types on. */
export const undoSteps: Extension = EditorState.transactionExtender.of((tr) =>
  tr.docChanged && tr.annotation(isolateHistory) === undefined && STEPS.some((event) => tr.isUserEvent(event))
    ? { annotations: isolateHistory.of('full') }
    : null,
)
