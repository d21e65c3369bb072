import { join } from 'node:path'
import type { FileInfo, FileSystem, OpenFile } from './file-system.ts'
import { codeOf } from './file-system.ts'
import type { AttributeProbe } from './extended-attributes.ts'
import { temporaryName } from './temporary.ts'
import { fileError, fileProblem } from './file-error.ts'
import type { Target } from './target.ts'
import { together } from './together.ts'
import { writeBytes } from './write-bytes.ts'

/** What depends on the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform
  wait(milliseconds: number): Promise<void>
  /** Only where a new file has not the attributes of the one it replaces, and neither Node nor the system can copy them. */
  readonly attributes?: AttributeProbe | null
}

export interface Replacement {
  readonly target: Target
  readonly bytes: Buffer
  /** False: fail with `alreadyExists` when a file has taken the name meanwhile. */
  readonly overwrite: boolean
  /**
   * Called while the bytes are on their way to the temporary file, with the present by the clock of its file system,
   * in nanoseconds.
   */
  meanwhile(now: bigint): void
  /** Called while the bytes are made durable, which is the longest wait. */
  whileSyncing(): void
  /** Called right before the file is replaced; throws when it may not be. */
  recheck(): Promise<void>
}

/** `notPossible`: nothing was changed, and only writing into the file itself can keep what it is. */
export type ReplaceResult = 'replaced' | 'notPossible'

/** Growing waits for a virus scanner or indexer that holds the file on Windows, milliseconds. */
const WINDOWS_WAITS = [10, 20, 50, 100, 200, 400]
const WINDOWS_HELD = new Set(['EPERM', 'EBUSY', 'EACCES'])
/** Answers to a rename that an in-place write may get around: bind mounts, other devices, sticky folders. */
const RENAME_REFUSED = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES'])
const FOLDER_REFUSED = new Set(['EACCES', 'EPERM', 'EROFS'])
const CANNOT_LINK = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR', 'EINVAL'])

/**
 * The mode a temporary file is made with: what it will have, unless its group may still be another one and has other
 * rights than everybody.
 */
function firstMode({ mode }: FileInfo): number {
  const [group, others] = [(mode >> 3) & 7, mode & 7]
  return group === others ? mode & 0o777 : 0o600
}

async function createTemporary(
  fs: FileSystem,
  path: string,
  { target }: Replacement,
  platform: NodeJS.Platform,
): Promise<OpenFile> {
  if (platform === 'darwin' && target.info !== null) {
    // The system's copy keeps extended attributes and access lists, which no call of Node's can set.
    await fs.copy(target.realPath, path)
    try {
      const file = await fs.open(path, 'update')
      await file.truncate(0)
      return file
    } catch (error) {
      await fs.remove(path).catch(() => undefined) // Why it could not be made matters more.
      throw error
    }
  }
  return fs.open(path, 'create', target.info === null ? 0o666 : firstMode(target.info))
}

/** Gives the temporary file the mode and owner of the file it replaces; false when the owner cannot be kept. */
async function keepOwner(file: OpenFile, made: FileInfo, former: FileInfo): Promise<boolean> {
  const isOther = made.uid !== former.uid || made.gid !== former.gid
  if (isOther) {
    try {
      await file.chown(former.uid, former.gid)
    } catch (error) {
      if (['EPERM', 'EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) return false
      throw error
    }
  }
  if (isOther || made.mode !== former.mode) await file.chmod(former.mode)
  return true
}

/** Writes the bytes and makes them durable; false when the file cannot have the owner of the one it replaces. */
async function fill(file: OpenFile, replacement: Replacement): Promise<boolean> {
  const { target, bytes } = replacement
  const dress = async (): Promise<boolean> => {
    const made = await file.info()
    replacement.meanwhile(made.ctimeNs)
    return target.info === null || keepOwner(file, made, target.info)
  }
  const [, isKept] = await together(writeBytes(file, bytes), dress())
  if (!isKept) return false
  const syncing = file.sync()
  replacement.whileSyncing()
  await syncing
  return true
}

async function rename(fs: FileSystem, from: string, to: string, machine: Machine): Promise<ReplaceResult> {
  for (let attempt = 0; ; attempt++) {
    try {
      await fs.rename(from, to)
      return 'replaced'
    } catch (error) {
      const wait = WINDOWS_WAITS[attempt]
      if (machine.platform === 'win32' && WINDOWS_HELD.has(codeOf(error)) && wait !== undefined) {
        await machine.wait(wait)
      } else if (RENAME_REFUSED.has(codeOf(error))) return 'notPossible'
      else throw error
    }
  }
}

/** Gives the temporary file its name only if nobody has it: a rename would silently replace a new file. */
async function placeNew(fs: FileSystem, from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to)
  } catch (error) {
    if (!CANNOT_LINK.has(codeOf(error))) throw error
    const taken = await fs.linkInfo(to).then(
      () => true,
      () => false,
    )
    if (taken) throw fileProblem('alreadyExists', to, 'already exists')
    await fs.rename(from, to)
    return
  }
  // The file has its name: a second one that cannot be taken away is swept at the next start.
  await fs.remove(from).catch(() => undefined)
}

async function refuseShort(fs: FileSystem, path: string, { target, bytes }: Replacement): Promise<void> {
  const { size } = await fs.info(path)
  if (size !== bytes.length) throw fileProblem('notSaved', target.realPath, 'was not written whole')
}

/**
 * Writes the bytes to a temporary file beside the target, makes them durable, and renames it over the target, so
 * that at every moment the name leads to the whole former or the whole new content. To make the name durable is left
 * to the caller.
 */
export async function replaceFile(
  fs: FileSystem,
  replacement: Replacement,
  machine: Machine,
): Promise<ReplaceResult> {
  const { target } = replacement
  const former = target.info
  const temporary = join(target.folder, temporaryName())
  let file: OpenFile
  try {
    file = await createTemporary(fs, temporary, replacement, machine.platform)
  } catch (error) {
    if (!FOLDER_REFUSED.has(codeOf(error))) throw error
    if (former !== null) return 'notPossible'
    // It is the folder that takes no new file.
    throw fileError(error, target.folder, 'saving')
  }
  let result: ReplaceResult = 'notPossible'
  try {
    let isFilled = false
    try {
      isFilled = await fill(file, replacement)
    } finally {
      // Why it could not be filled matters more than that it could not be closed.
      if (!isFilled) await file.close().catch(() => undefined)
    }
    if (!isFilled) return 'notPossible'
    await together(file.close(), refuseShort(fs, temporary, replacement), replacement.recheck())
    if (former === null && !replacement.overwrite) {
      await placeNew(fs, temporary, target.realPath)
      result = 'replaced'
    } else {
      result = await rename(fs, temporary, target.realPath, machine)
      if (result === 'notPossible' && former === null) {
        throw fileProblem('noPermission', target.realPath, 'may not be created')
      }
    }
  } finally {
    // What cannot be removed now is swept at the next start; the reason why saving failed matters more.
    if (result !== 'replaced') await fs.remove(temporary).catch(() => undefined)
  }
  return result
}
