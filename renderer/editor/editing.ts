import { defaultKeymap, historyKeymap } from '@codemirror/commands'
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import { Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { brackets } from './brackets.ts'
import { continueHtmlList } from './commands/html-enter.ts'
import { isUrl, linkTo } from './commands/link.ts'
import { shiftTab, tab } from './commands/list-nesting.ts'
import { breakInCell, enterInTable, nextCell, previousCell } from './commands/tables/table-keys.ts'

const continueMarkup = insertNewlineContinueMarkupCommand({ nonTightLists: false })

/** An address pasted on selected text makes that text a link. */
const pasteAddress = EditorView.domEventHandlers({
  paste(event, view) {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (view.state.readOnly || !isUrl(text) || !linkTo(text)(view)) return false
    event.preventDefault()
    return true
  },
})

/** What typing, Enter, Tab, Backspace and pasting do beside putting characters into the text. */
export const editing: Extension = [
  brackets,
  pasteAddress,
  Prec.high(
    keymap.of([
      { key: 'Enter', run: enterInTable, shift: breakInCell },
      { key: 'Enter', run: continueMarkup },
      { key: 'Enter', run: continueHtmlList },
      { key: 'Backspace', run: deleteMarkupBackward },
      { key: 'Tab', run: nextCell, shift: previousCell },
      { key: 'Tab', run: tab, shift: shiftTab },
    ]),
  ),
  keymap.of([...historyKeymap, ...defaultKeymap]),
]
