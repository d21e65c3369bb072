/** What is said of pasting, dropping and copying. */
export const paste = {
  'command.edit.pastePlain': 'Paste as Plain Text',
  'command.edit.copyAsHtml': 'Copy as Rich Text',
  'command.insert.imageFile': 'Images from Files…',
  'paste.saveFirst': 'Images are kept beside the article, so it has to be saved first.',
  'paste.notSaved': 'The article was not saved, so no image was put in.',
  'paste.cancelled': 'No image was put in.',
  'paste.imagesInside':
    'The pasted images are inside the text, because the article has no folder yet. Save it first to have them as files.',
  'paste.imagesLost':
    '{count, plural, one {# image lies} other {# images lie}} with the program the text was copied from and could not be pasted. Copy and paste {count, plural, one {it} other {each of them}} alone.',
  'paste.useKeys': 'The browser does not let the page read the clipboard. Press Ctrl+Shift+V (on a Mac ⇧⌘V).',
  'paste.keeping': 'Adding “{name}”: {done} of {total} MB',
  'paste.copied': 'Copied as rich text.',
  'paste.notCopied': 'The clipboard is not available.',
  'drop.copy':
    'A browser does not say where “{name}” is, so this is an unsaved copy of it. Open it with File › Open to edit the file itself.',
  'drop.notOpened': '“{name}” is neither an article nor an image, so it was not opened.',
  'drop.folder':
    'A browser does not say where the folder “{name}” is. Open it with File › Open Folder, or start Galley on it.',
  'drop.imageNeedsArticle': 'Open an article first: images are kept beside it.',
} as const
