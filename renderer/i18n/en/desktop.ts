/** Windows, context menus, printing and export, spelling, updates and the log. */
export const desktop = {
  'command.file.newWindow': 'New Window',
  'command.file.moveToWindow': 'Move Article to New Window',
}
