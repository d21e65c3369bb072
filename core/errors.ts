/**
 * Why a request failed, as far as a writer can act on it. The interface translates `error.<code>`;
 * `details` fills the blanks of that sentence.
 */
export const ERROR_CODES = [
  'badRequest',
  'unknownMethod',
  'unsupported',
  'notFound',
  'isFolder',
  'notRegularFile',
  'noPermission',
  'tooLarge',
  'binaryFile',
  'damagedEncoding',
  'unencodable',
  'changedOnDisk',
  'deletedOnDisk',
  'alreadyExists',
  'folderMissing',
  'diskGone',
  'readOnly',
  'diskFull',
  'badName',
  'linkLoop',
  'brokenLink',
  'notSaved',
  'noBackup',
  'damagedInPlace',
  'tagsLost',
  'dataFolder',
  'damagedJournal',
  'ioError',
  'notAllowed',
  'notAnImage',
  'imageTooLarge',
  'settingsInvalid',
  'disconnected',
  'pageBlocked',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export type ErrorDetails = Readonly<Record<string, string | number>>

/** An expected failure. `message` is a full English sentence for logs; never a stack trace. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}
