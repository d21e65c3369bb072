import { redo, undo } from '@codemirror/commands'
import type { StateCommand } from '@codemirror/state'
import type { CommandId } from '../../../core/commands.ts'
import { insertRule, insertTable, toggleCodeBlock } from './blocks.ts'
import { toggleBold, toggleCode, toggleItalic, toggleStrikethrough } from './inline.ts'
import { cycleHeading, toggleBulletList, toggleOrderedList, toggleQuote, toggleTaskList } from './lines.ts'
import { insertImage, toggleLink } from './link.ts'

/** The commands of the application that work on the text, in Markdown and HTML bodies alike. */
export const EDITOR_COMMANDS: Readonly<Partial<Record<CommandId, StateCommand>>> = {
  'edit.undo': undo,
  'edit.redo': redo,
  'insert.link': toggleLink,
  'insert.image': insertImage,
  'insert.table': insertTable,
  'insert.codeBlock': toggleCodeBlock,
  'insert.rule': insertRule,
  'format.bold': toggleBold,
  'format.italic': toggleItalic,
  'format.strikethrough': toggleStrikethrough,
  'format.code': toggleCode,
  'format.heading': cycleHeading,
  'format.quote': toggleQuote,
  'format.bulletList': toggleBulletList,
  'format.orderedList': toggleOrderedList,
  'format.taskList': toggleTaskList,
}
