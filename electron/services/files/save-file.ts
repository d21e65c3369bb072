import type { DiskVersion } from '../../../core/contract.ts'
import { canWrite } from './can-write.ts'
import { codeOf, type FileInfo, type FileSystem } from './file-system.ts'
import { fileProblem } from './file-error.ts'
import { writeInPlace, type BackupStore } from './in-place.ts'
import { readFile, refuseOddFiles, sameIdentity, type ReadFile } from './read-file.ts'
import { replaceFile, type Machine } from './replace-file.ts'
import type { Target } from './target.ts'

export interface FileSave {
  /** As the writer named it; errors speak of this path. */
  readonly path: string
  readonly target: Target
  readonly bytes: Buffer
  readonly base: DiskVersion | null
  readonly overwrite: boolean
  /** True when the new text is based on a file of this hash though `base` names an older one. */
  descendsFrom(sha256: string): boolean
}

export interface SavedFile {
  readonly version: DiskVersion
  /** What the file was before; null for a new one. */
  readonly former: ReadFile | null
}

/** A file whose time is closer than this to its reading may be rewritten without its time changing, in nanoseconds. */
const RACY = 3_000_000_000n

function changed(path: string, kind: 'changed' | 'deleted'): Error {
  const what = kind === 'deleted' ? 'has been deleted on disk' : 'has been changed on disk by another program'
  return fileProblem('changedOnDisk', path, what, { kind })
}

async function readFormer(fs: FileSystem, save: FileSave): Promise<ReadFile | null> {
  const { path, target, base, bytes } = save
  if (target.info === null) {
    if (base !== null) throw changed(path, 'deleted')
    return null
  }
  refuseOddFiles(target.info, path)
  if (base === null && !save.overwrite) throw fileProblem('alreadyExists', path, 'already exists')
  if (!(await canWrite(fs, target.realPath))) throw fileProblem('readOnly', path, 'is write-protected')
  const former = await readFile(fs, target.realPath, Infinity)
  const { sha256: hash } = former.version
  const mine = base === null || hash === base.sha256 || save.descendsFrom(hash) || former.bytes.equals(bytes)
  if (!mine) throw changed(path, 'changed')
  return former
}

/** Throws `changedOnDisk` unless the file is still the one that was read: by identity, and by hash when time cannot tell. */
async function recheck(
  fs: FileSystem,
  save: FileSave,
  former: ReadFile | null,
  readAt: bigint,
): Promise<void> {
  const { realPath } = save.target
  let info: FileInfo
  try {
    info = await fs.info(realPath)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    if (former !== null) throw changed(save.path, 'deleted')
    return
  }
  if (former === null) {
    if (save.overwrite) throw changed(save.path, 'changed')
    throw fileProblem('alreadyExists', save.path, 'already exists')
  }
  if (sameIdentity(info, former.info) && readAt - info.mtimeNs > RACY) return
  const now = await readFile(fs, realPath, Infinity)
  if (!now.bytes.equals(former.bytes)) throw changed(save.path, 'changed')
}

/**
 * Saves bytes so that the file is at every moment its whole former or its whole new content, and answers only after
 * the file was read back and is the new content. Throws `AppError`s and Node's file-system errors.
 */
export async function saveFile(
  fs: FileSystem,
  save: FileSave,
  backups: () => Promise<BackupStore>,
  machine: Machine,
): Promise<SavedFile> {
  const readAt = BigInt(Date.now()) * 1_000_000n
  const former = await readFormer(fs, save)
  const again = (): Promise<void> => recheck(fs, save, former, readAt)
  let done: () => Promise<void> = () => Promise.resolve()
  const replaced =
    former !== null && former.info.links > 1
      ? 'notPossible'
      : await replaceFile(
          fs,
          { target: save.target, bytes: save.bytes, overwrite: save.overwrite, recheck: again },
          machine,
        )
  if (replaced === 'notPossible') {
    if (former === null) throw fileProblem('noPermission', save.path, 'may not be created')
    const write = { path: save.target.realPath, bytes: save.bytes, former: former.bytes, recheck: again }
    done = await writeInPlace(fs, write, await backups())
  }
  const back = await readFile(fs, save.target.realPath, Infinity)
  if (!back.bytes.equals(save.bytes)) {
    throw fileProblem('notSaved', save.path, 'was read back and is not what was written')
  }
  await done()
  return { version: back.version, former }
}
