import { redo, undo } from '@codemirror/commands'
import type { StateCommand } from '@codemirror/state'
import type { CommandId } from '../../../core/commands.ts'
import { insertRule, insertTable } from './blocks.ts'
import { toggleCodeBlock } from './code-block.ts'
import { foldAll, foldHere, unfoldAll, unfoldHere } from '../folding.ts'
import { toggleComment } from './comment.ts'
import { insertFootnote } from './footnote.ts'
import { toggleBold, toggleCode, toggleItalic, toggleStrikethrough } from './inline.ts'
import {
  cycleHeading,
  toggleBulletList,
  toggleHeading,
  toggleOrderedList,
  toggleQuote,
  toggleTaskList,
} from './lines.ts'
import { insertImage, toggleLink } from './link.ts'
import { toggleMaths, toggleMathsBlock } from './maths.ts'
import { changeTable } from './tables/change-table.ts'
import { goToMatchingTag } from './tags.ts'
import { deleteLine, duplicateLine, moveDown, moveUp } from './whole-lines.ts'

/** The commands of the application that work on the text, in Markdown and HTML bodies alike. */
export const SOURCE_COMMANDS: Readonly<Partial<Record<CommandId, StateCommand>>> = {
  'edit.undo': undo,
  'edit.redo': redo,
  'edit.matchingTag': goToMatchingTag,
  'edit.comment': toggleComment,
  'edit.moveLineUp': moveUp,
  'edit.moveLineDown': moveDown,
  'edit.duplicateLine': duplicateLine,
  'edit.deleteLine': deleteLine,
  'insert.link': toggleLink,
  'insert.image': insertImage,
  'insert.table': insertTable,
  'insert.codeBlock': toggleCodeBlock,
  'insert.rule': insertRule,
  'insert.footnote': insertFootnote,
  'insert.maths': toggleMaths,
  'insert.mathsBlock': toggleMathsBlock,
  'format.bold': toggleBold,
  'format.italic': toggleItalic,
  'format.strikethrough': toggleStrikethrough,
  'format.code': toggleCode,
  'format.heading': cycleHeading,
  'format.heading1': toggleHeading(1),
  'format.heading2': toggleHeading(2),
  'format.heading3': toggleHeading(3),
  'format.heading4': toggleHeading(4),
  'format.heading5': toggleHeading(5),
  'format.heading6': toggleHeading(6),
  'format.quote': toggleQuote,
  'format.bulletList': toggleBulletList,
  'format.orderedList': toggleOrderedList,
  'format.taskList': toggleTaskList,
  'view.fold': foldHere,
  'view.unfold': unfoldHere,
  'view.foldAll': foldAll,
  'view.unfoldAll': unfoldAll,
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
