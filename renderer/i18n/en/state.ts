/** What the application says of articles, tabs and files. */
export const state = {
  'state.untitled': 'Untitled {n}',
  'state.openInOtherTab': '“{name}” is open in another tab. Choose another name, or close that tab first.',
  'state.journalFailed':
    'What you type cannot be kept safe from a crash right now: {reason} Save your articles.',
  'state.linkNotOpened': 'This link is not opened from the preview: {address}',
  'state.nothingToRepair': 'Nothing in the front matter has a safe repair.',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.selectAll': 'Select all',
} as const
