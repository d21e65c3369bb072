import { redo, undo } from '@codemirror/commands'
import type { StateCommand } from '@codemirror/state'
import type { CommandId } from '../../../core/commands.ts'
import { insertRule, insertTable, toggleCodeBlock } from './blocks.ts'
import { toggleBold, toggleCode, toggleItalic, toggleStrikethrough } from './inline.ts'
import { cycleHeading, toggleBulletList, toggleOrderedList, toggleQuote, toggleTaskList } from './lines.ts'
import { insertImage, toggleLink } from './link.ts'
import { changeTable } from './tables/change-table.ts'

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
  'table.rowAbove': changeTable('rowAbove'),
  'table.rowBelow': changeTable('rowBelow'),
  'table.columnLeft': changeTable('columnLeft'),
  'table.columnRight': changeTable('columnRight'),
  'table.moveRowUp': changeTable('moveRowUp'),
  'table.moveRowDown': changeTable('moveRowDown'),
  'table.moveColumnLeft': changeTable('moveColumnLeft'),
  'table.moveColumnRight': changeTable('moveColumnRight'),
  'table.deleteRow': changeTable('deleteRow'),
  'table.deleteColumn': changeTable('deleteColumn'),
  'table.alignLeft': changeTable('alignLeft'),
  'table.alignCenter': changeTable('alignCenter'),
  'table.alignRight': changeTable('alignRight'),
  'table.format': changeTable('format'),
}
