/** Windows, context menus, printing and export, spelling, updates and the log. */
export const desktop = {
  'command.file.newWindow': 'New Window',
  'command.file.moveToWindow': 'Move Article to New Window',

  'tabMenu.label': 'Article {name}',
  'tabMenu.close': 'Close',
  'tabMenu.closeOthers': 'Close Others',
  'tabMenu.closeAll': 'Close All',
  'tabMenu.copyPath': 'Copy Path',
  'tabMenu.reveal': 'Show in Folder',
  'tabMenu.moveToWindow': 'Move to New Window',

  'previewMenu.label': 'Preview',
  'previewMenu.openLink': 'Open Link',
  'previewMenu.copyLink': 'Copy Link Address',
  'previewMenu.copyImage': 'Copy Image Address',
  'previewMenu.copy': 'Copy',
  'previewMenu.selectAll': 'Select All',
  'previewMenu.showInSource': 'Show in Source',
}
