/** Words used in more than one place. */
export const common = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.ok': 'OK',
} as const
