/** What the application says of articles, tabs and files. */
export const state = {
  'state.untitled': 'Untitled {n}',
  'state.openInOtherTab': '“{name}” is open in another tab. Choose another name, or close that tab first.',
  'state.journalFailed':
    'What you type cannot be kept safe from a crash right now: {reason} Save your articles.',
  'state.linkEmpty': 'This link has no address yet.',
  'state.anchorMissing': 'Nothing in this article has the id “{name}” that the link leads to.',
  'state.linkNotOpened': 'This link is not opened from the preview: {address}',
  'state.nothingToRepair': 'Nothing in the front matter has a safe repair.',
  'state.viewReadOnly': 'View read-only',
  'state.forgetRecent': 'Remove from the list',
  'state.recentRemoved': '“{name}” is off the list of recent articles.',
  'state.recentsRemoved': '{n} articles are off the list of recent articles.',
  'state.folderClosed': 'The folder “{name}” is closed.',
  'state.partNotSaved':
    'Only a part of “{name}” is shown, so it cannot be saved from here: the rest would be lost.',
  'state.noAncestor':
    'The text both versions were made from is not known, so they cannot be merged. Here they are side by side.',
  'state.merged': 'Merged: “{name}” now holds your edits and those on disk. Undo brings back your text.',
  'state.copied': 'Copied: the whole text is on the clipboard.',
  'state.notCopied': 'The browser did not allow copying. Select the text and press Ctrl+C.',
  'state.noHistory': 'An article has a history once it is saved.',
  'state.repairedName': '{stem} (repaired){extension}',
  'state.sampleName': 'Sample article',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.selectAll': 'Select all',
  'state.partNotLoaded': 'A part of Galley could not be loaded. Save your work and start Galley again.',
  'state.languageNotLoaded': 'The language could not be loaded. Restart Galley and choose it again.',
} as const
