import { basename, dirname } from 'node:path'
import { AppError, type ErrorCode } from '../../../core/errors.ts'
import { codeOf } from './file-system.ts'

/** What was being done with the file: the same system error means something else when reading and when saving. */
export type Doing = 'reading' | 'saving'

function errorCode(code: string, doing: Doing): ErrorCode {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return doing === 'reading' ? 'notFound' : 'folderMissing'
    case 'EISDIR':
      return 'isFolder'
    case 'EACCES':
    case 'EPERM':
      return 'noPermission'
    case 'EROFS':
      return 'readOnly'
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'diskFull'
    case 'ELOOP':
      return 'linkLoop'
    case 'ENAMETOOLONG':
    case 'EILSEQ':
    case 'EINVAL':
    case 'ERR_INVALID_ARG_VALUE':
      return 'badName'
    case 'EEXIST':
      return 'alreadyExists'
    case 'ENXIO':
      return 'notRegularFile'
    default:
      return 'ioError'
  }
}

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  notFound: 'is not there',
  folderMissing: 'cannot be written: its folder is not there',
  isFolder: 'is a folder',
  noPermission: 'may not be accessed',
  readOnly: 'is on a read-only file system',
  diskFull: 'does not fit on the disk',
  linkLoop: 'is a link that leads back to itself',
  badName: 'is not a possible file name',
  alreadyExists: 'already exists',
  notRegularFile: 'is a device or a pipe',
}

/** An `AppError` about this file with `name`, `folder` and `path` among its details. */
export function fileProblem(
  code: ErrorCode,
  path: string,
  what: string,
  details: Readonly<Record<string, string | number>> = {},
): AppError {
  return new AppError(code, `${path} ${what}.`, {
    name: basename(path) || path,
    folder: dirname(path),
    path,
    ...details,
  })
}

/** The `AppError` for a failed file-system call; an `AppError` and errors of other kinds come back as they are. */
export function fileError(error: unknown, path: string, doing: Doing): unknown {
  const reason = codeOf(error)
  if (error instanceof AppError || reason === '') return error
  const code = errorCode(reason, doing)
  return fileProblem(code, path, SENTENCES[code] ?? `met a disk error (${reason})`, { reason })
}
