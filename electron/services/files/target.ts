import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { FileInfo, FileSystem } from './file-system.ts'
import { codeOf } from './file-system.ts'
import { fileProblem } from './file-error.ts'
import { together } from './together.ts'

/** Where a save really goes. */
export interface Target {
  /** All links resolved. */
  readonly realPath: string
  readonly folder: string
  /** Null: there is no file yet. */
  readonly info: FileInfo | null
}

const MAX_LINKS = 40
const WINDOWS_RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** Throws `badName` for a path no file of this platform can have. */
export function checkName(path: string, platform: NodeJS.Platform): void {
  const name = basename(path)
  const bad =
    !isAbsolute(path) ||
    path.includes('\0') ||
    name === '' ||
    (platform === 'win32'
      ? /[<>:"|?*\x01-\x1f]|[. ]$/.test(name) || WINDOWS_RESERVED.test(name) || name.length > 255
      : Buffer.byteLength(name) > 255)
  if (bad) throw fileProblem('badName', path, 'is not a possible file name')
}

async function linkInfo(fs: FileSystem, path: string): Promise<FileInfo | null> {
  try {
    return await fs.linkInfo(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The error of a link into a folder that is not there: its own folder is. */
function targetFolderMissing(path: string, folder: string): Error {
  return fileProblem('folderMissing', path, `leads into ${folder}, which is not there`, { folder })
}

/**
 * Follows the links of a path to the file a save has to replace; a link to a file that is not there yet leads to
 * that file. Throws `linkLoop`, and Node's errors when the folder is not there.
 */
export async function findTarget(fs: FileSystem, path: string): Promise<Target> {
  let at = path
  for (let links = 0; links <= MAX_LINKS; links++) {
    const [folder, info] = await together(fs.realPath(dirname(at)), linkInfo(fs, at)).catch(
      (error: unknown) => {
        throw links > 0 && codeOf(error) === 'ENOENT' ? targetFolderMissing(path, dirname(at)) : error
      },
    )
    const realPath = join(folder, basename(at))
    if (info?.kind !== 'link') return { realPath, folder, info }
    at = resolve(folder, await fs.readLink(realPath))
  }
  throw fileProblem('linkLoop', path, 'is a link that leads back to itself')
}
