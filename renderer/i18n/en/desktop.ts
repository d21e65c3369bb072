/** Windows, context menus, printing and export, spelling, updates and the log. */
export const desktop = {
  'command.file.newWindow': 'New Window',
  'command.file.moveToWindow': 'Move Article to New Window',
  'command.help.log': 'Show Log',

  'log.title': 'Log',
  'log.explain':
    'Failures inside Galley, on this computer only. No text of your articles is in it, and none is ever sent.',
  'log.empty': 'Nothing has failed so far.',
  'log.copy': 'Copy',

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
