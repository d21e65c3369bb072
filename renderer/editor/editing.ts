import { defaultKeymap, historyKeymap } from '@codemirror/commands'
import { deleteMarkupBackward } from '@codemirror/lang-markdown'
import { Prec, type Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { brackets } from './brackets.ts'
import { continueHtmlList } from './commands/html-enter.ts'
import { shiftTab, tab } from './commands/list-nesting.ts'
import { enterInMarkdown } from './commands/markdown-enter.ts'
import { typedOverTags } from './typed-over-tags.ts'
import { breakInCell, enterInTable, nextCell, previousCell } from './commands/tables/table-keys.ts'

/** What typing, Enter, Tab and Backspace do beside putting characters into the text. */
export const editing: Extension = [
  brackets,
  typedOverTags,
  Prec.high(
    keymap.of([
      { key: 'Enter', run: enterInTable, shift: breakInCell },
      { key: 'Enter', run: enterInMarkdown },
      { key: 'Enter', run: continueHtmlList },
      { key: 'Backspace', run: deleteMarkupBackward },
      { key: 'Tab', run: nextCell, shift: previousCell },
      { key: 'Tab', run: tab, shift: shiftTab },
    ]),
  ),
  keymap.of([...historyKeymap, ...defaultKeymap]),
]
