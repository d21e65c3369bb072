/** Words used in more than one place. */
export const common = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.save': 'Save',
  'common.open': 'Open',
  'common.dismiss': 'Dismiss',
  'common.keepMine': 'Keep Mine',
  'common.takeTheirs': 'Take Theirs',
  'common.line': 'Line {line}',
  'common.name': '{label}: {value}',
  'common.between': ', ',
} as const
