/** Editing in the source: the Table menu and the commands of writing craft. */
export const craft = {
  'menu.table': 'Table',
  'command.table.rowAbove': 'Add Row Above',
  'command.table.rowBelow': 'Add Row Below',
  'command.table.columnLeft': 'Add Column to the Left',
  'command.table.columnRight': 'Add Column to the Right',
  'command.table.moveRowUp': 'Move Row Up',
  'command.table.moveRowDown': 'Move Row Down',
  'command.table.moveColumnLeft': 'Move Column Left',
  'command.table.moveColumnRight': 'Move Column Right',
  'command.table.deleteRow': 'Delete Row',
  'command.table.deleteColumn': 'Delete Column',
  'command.table.alignLeft': 'Align Column Left',
  'command.table.alignCenter': 'Center Column',
  'command.table.alignRight': 'Align Column Right',
  'command.table.format': 'Even Out Table Source',
} as const
