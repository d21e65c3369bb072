import type { DiskVersion } from '../../../core/contract.ts'
import { AppError } from '../../../core/errors.ts'
import { fileProblem } from './file-error.ts'
import { codeOf, type FileSystem, type OpenFolder } from './file-system.ts'
import { changedOnDisk, deletedOnDisk, lookAtFormer, type Former, type KnownContent } from './former-file.ts'
import { createHandles, type Handles } from './handles.ts'
import { noBackup, writeInPlace, type BackupStore } from './in-place.ts'
import { readBack } from './read-back.ts'
import { refuseOddFiles, sha256, versionOf, type ReadFile } from './read-file.ts'
import { replaceFile, type Machine } from './replace-file.ts'
import type { Target } from './target.ts'
import { together } from './together.ts'

export interface FileSave {
  /** As the writer named it; errors speak of this path. */
  readonly path: string
  readonly target: Target
  readonly bytes: Buffer
  readonly base: DiskVersion | null
  readonly overwrite: boolean
  /** The content of `base` if it is still at hand. */
  readonly remembered: KnownContent | null
  /** True when the new text is based on a file of this hash though `base` names an older one. */
  descendsFrom(sha256: string): boolean
}

export interface SavedFile {
  readonly version: DiskVersion
  /** What the file was before; null for a new one. */
  readonly former: ReadFile | null
  /** Why attributes that programs had given the file are gone (the system's code); null when none are. */
  readonly attributesLost: string | null
  /** Ends when everything is closed, for which nobody has to wait; never rejects. */
  readonly closing: Promise<void>
}

function findFormer(fs: FileSystem, save: FileSave, machine: Machine, handles: Handles): Former | null {
  const { path, target, base, bytes } = save
  if (target.info === null) {
    if (base !== null) throw deletedOnDisk(path)
    return null
  }
  refuseOddFiles(target.info, path)
  if (base === null && !save.overwrite) throw fileProblem('alreadyExists', path, 'already exists')
  const isMine = (file: ReadFile): boolean => {
    if (base === null) return true
    const { sha256: hash } = file.version
    return hash === base.sha256 || save.descendsFrom(hash) || file.bytes.equals(bytes)
  }
  const closeFirst = machine.platform === 'win32'
  const options = { path, realPath: target.realPath, likely: save.remembered, closeFirst, isMine }
  return lookAtFormer(fs, options, handles)
}

/** What a new file in its place would not have of what the file is: its other names, or attributes of its own. */
async function ownOf({ target }: FileSave, { attributes }: Machine): Promise<'names' | 'attributes' | null> {
  const { realPath, info } = target
  if (info?.kind !== 'file') return null
  if (info.links > 1) return 'names'
  return (await attributes?.has(realPath, info)) === true ? 'attributes' : null
}

/** The system's code for why no backup can be kept; null for another failure. */
const whyNoBackup = (error: unknown): string | null =>
  error instanceof AppError && error.code === 'noBackup' ? String(error.details.reason) : null

/** Throws when a file has taken the name of a new one. */
async function refuseTaken(fs: FileSystem, save: FileSave): Promise<void> {
  try {
    await fs.info(save.target.realPath)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (save.overwrite) throw changedOnDisk(save.path)
  throw fileProblem('alreadyExists', save.path, 'already exists')
}

/**
 * Saves bytes so that the file is at every moment its whole former or its whole new content, and answers only after
 * the file was read back and is the new content. What does not depend on one another is done at the same time.
 * Throws `AppError`s and Node's file-system errors.
 */
export async function saveFile(
  fs: FileSystem,
  save: FileSave,
  backups: () => Promise<BackupStore>,
  machine: Machine,
): Promise<SavedFile> {
  const { path, target, bytes } = save
  const { realPath } = target
  const own = await ownOf(save, machine)
  let stays = false
  let attributesLost: string | null = null
  const handles = createHandles()
  const former = findFormer(fs, save, machine, handles)
  let hash: string | null = null
  const digest = (): string => (hash ??= sha256(bytes))
  /** Empty until the folder is opened. */
  const folders: Promise<OpenFolder>[] = []
  let done: () => Promise<void> = () => Promise.resolve()
  const recheck = (): Promise<void> => former?.recheck() ?? refuseTaken(fs, save)

  async function inPlace(): Promise<void> {
    if (former === null) throw fileProblem('noPermission', path, 'may not be created')
    const { bytes: before } = await former.read(null)
    const store = await backups().catch((error: unknown) => {
      throw noBackup(path, error)
    })
    done = await writeInPlace(fs, { path: realPath, bytes, former: before, recheck }, store)
  }

  async function write(): Promise<void> {
    if (former !== null && own !== null) {
      try {
        await inPlace()
        stays = true
        return
      } catch (error) {
        // Where no backup can be kept the text matters more than a tag.
        attributesLost = whyNoBackup(error)
        if (own === 'names' || attributesLost === null) throw error
      }
    }
    const replaced = await replaceFile(
      fs,
      {
        target,
        bytes,
        overwrite: save.overwrite,
        meanwhile(now) {
          void former?.read(now)
          folders.push(handles.keep(fs.openFolder(target.folder)))
        },
        whileSyncing() {
          digest()
        },
        recheck,
      },
      machine,
    )
    if (replaced === 'notPossible') {
      await inPlace()
      attributesLost = null
    }
  }

  try {
    try {
      await write()
    } catch (error) {
      // That the file may not be replaced at all says more than what befell the temporary one.
      await former?.read(null)
      throw error
    }
    const [info] = await together(
      readBack(fs, { path, realPath }, bytes, handles),
      // Where a rename was tried the name has to be made durable.
      ...folders.map((folder) => folder.then((opened) => opened.sync())),
    )
    await done()
    machine.attributes?.note(info, stays)
    const version = versionOf(info, digest())
    const before = (await former?.read(null)) ?? null
    return { version, former: before, attributesLost, closing: handles.closeAll() }
  } catch (error) {
    await handles.closeAll()
    throw error
  }
}
