import type { craft as source } from '../en/craft.ts'

export const craft = {
  'menu.table': '表格',
  'command.table.rowAbove': '在上方添加行',
  'command.table.rowBelow': '在下方添加行',
  'command.table.columnLeft': '在左侧添加列',
  'command.table.columnRight': '在右侧添加列',
  'command.table.moveRowUp': '上移行',
  'command.table.moveRowDown': '下移行',
  'command.table.moveColumnLeft': '左移列',
  'command.table.moveColumnRight': '右移列',
  'command.table.deleteRow': '删除行',
  'command.table.deleteColumn': '删除列',
  'command.table.alignLeft': '列左对齐',
  'command.table.alignCenter': '列居中',
  'command.table.alignRight': '列右对齐',
  'command.table.format': '对齐表格源码',
} satisfies Record<keyof typeof source, string>
