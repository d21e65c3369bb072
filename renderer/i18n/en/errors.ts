/** Why a request failed and what to do, by `ErrorCode`; the blanks are the error's details. */
export const errors = {
  'error.badRequest': 'Galley could not understand this request. Please report it as a bug.',
  'error.unknownMethod': 'This part of Galley is older than the page. Close Galley and start it again.',
  'error.unsupported': 'This is not available here.',
  'error.notFound': '“{name}” is not there any more. Check whether it was moved, renamed or deleted.',
  'error.isFolder': '“{name}” is a folder. Choose a file inside it.',
  'error.notRegularFile': '“{name}” is a device or a pipe, not a file. Choose an ordinary file.',
  'error.noPermission':
    'You do not have permission for “{name}”. Change its permissions, or use Save As to keep your text elsewhere.',
  'error.tooLarge':
    '“{name}” is too large to edit: {bytes} bytes, and the limit is {limit} bytes. Split it into smaller files.',
  'error.binaryFile': '“{name}” is not a text file. Open it with the program it belongs to.',
  'error.damagedEncoding':
    'The text does not fit its encoding ({encoding}) from byte {byte} on. To keep the file as it is, it opens read-only: reopen it with another encoding, or save a repaired copy under another name.',
  'error.unencodable':
    'Not saved: {encoding} has no {count, plural, one {form for this character} other {form for # of these characters}}: {characters}. Save as UTF-8, or replace them.',
  'error.changedOnDisk':
    'Not saved: another program has changed “{name}” on disk. Compare the two versions, then keep yours or take the other.',
  'error.deletedOnDisk':
    'Not saved: “{name}” is no longer on the disk. Your text is kept here: save again to put the file back, or use Save As.',
  'error.alreadyExists': '“{name}” already exists. Choose another name, or replace it.',
  'error.folderMissing':
    'Not saved: the folder “{folder}” is not there any more. Use Save As to choose another one.',
  'error.diskGone':
    'Not saved: the disk that “{name}” was on is gone, and the folder “{folder}” is on another one now. Connect it again, or use Save As. Save again only to write the file into this folder.',
  'error.readOnly': '“{name}” is read-only. Make it writable, or use Save As to keep your text elsewhere.',
  'error.diskFull':
    'Not saved: the disk is full. The file on disk is as it was. Free some space and save again, or use Save As on another disk.',
  'error.badName':
    '“{name}” cannot be a file name here. Choose a shorter one, without characters such as : * ? " < > |.',
  'error.linkLoop': '“{name}” is a link that leads back to itself. Choose the file it should lead to.',
  'error.brokenLink':
    '“{name}” is a link to a file that is not there: {target}. Restore that file, or remove the link.',
  'error.notSaved':
    'Not saved: what the disk holds of “{name}” is not what was written. Your text is kept here: save again, or use Save As.',
  'error.noBackup':
    'Not saved: “{name}” can only be written in place, and Galley’s own folder cannot take the backup that makes this safe ({reason}). Make room on its disk or make that folder writable, or use Save As.',
  'error.damagedInPlace':
    'Not saved: the disk failed while “{name}” was being written, and what it was could not be put back. Its former content is in {backup}. Your text is kept here: use Save As on another disk.',
  'error.tagsLost':
    '“{name}” is saved, but the tags or access list that other programs had given it are gone: Galley’s own folder could not take the backup that it needs to keep them ({reason}). Make room on its disk or make that folder writable, then give the file its tags again.',
  'error.dataFolder':
    'Galley cannot use its own folder “{path}” ({reason}). Articles can be opened and saved, but settings, earlier versions and what is not saved yet are not kept. Make room on its disk, or make the folder writable.',
  'error.damagedJournal':
    'A text that was typed and not saved could not be brought back: its record is damaged. It is kept as “{path}”, where parts of the text may still be read.',
  'error.ioError':
    'The disk reported an error on “{name}” ({reason}). Your text is kept here: try again, or use Save As on another disk.',
  'error.notAllowed': 'Galley opens only web and mail addresses from an article. This one was not opened.',
  'error.notAnImage':
    '“{name}” is not an image that web pages show. Choose a PNG, JPEG, GIF, WebP, AVIF or SVG file.',
  'error.imageTooLarge':
    '“{name}” is too large for an article: {bytes} bytes, and the limit is {limit} bytes. Make the picture smaller first.',
  'error.settingsInvalid':
    'The settings file held something Galley does not know, so the default took its place ({fields}). The file as it was is kept as “{kept}”.',
  'error.pageBlocked':
    'The browser did not let a new page open. Allow pop-ups for this address, then try again.',
  'error.disconnected': 'The connection to Galley is lost. Your text is kept in this page.',
  'error.internal':
    'Something went wrong inside Galley. Your text is kept: try again, and report it if it stays.',
} as const
