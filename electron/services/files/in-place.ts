import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { AppError } from '../../../core/errors.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { codeOf, syncFolder } from './file-system.ts'
import { fileProblem } from './file-error.ts'
import { readFile } from './read-file.ts'
import { writeBytes } from './write-bytes.ts'

/** What an in-place write needs besides the file: where its backup lies and whose it is. */
export interface BackupStore {
  readonly folder: string
  /** Id of the running owner; a backup of an owner that is gone belongs to a write that was cut off. */
  readonly owner: string
}

async function writeNew(fs: FileSystem, path: string, bytes: Buffer): Promise<void> {
  const file = await fs.open(path, 'create', 0o600)
  try {
    await writeBytes(file, bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function removeAll(fs: FileSystem, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      await fs.remove(path)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
}

/** The three files of a backup: the former bytes, the new ones, and last the note that says where they belong. */
const partsOf = (base: string): readonly string[] => [`${base}.json`, `${base}.old`, `${base}.new`]

async function overwrite(file: OpenFile, bytes: Buffer, formerLength: number): Promise<void> {
  if (bytes.length > formerLength) {
    // The tail first: if the disk has no room for it, nothing of the former content is gone yet.
    await writeBytes(file, bytes, formerLength)
    await file.sync()
  }
  await writeBytes(file, bytes, 0, Math.min(bytes.length, formerLength))
  if (bytes.length < formerLength) await file.truncate(bytes.length)
  await file.sync()
}

async function restore(file: OpenFile, former: Buffer): Promise<void> {
  await writeBytes(file, former)
  await file.truncate(former.length)
  await file.sync()
}

export interface InPlaceWrite {
  readonly path: string
  readonly bytes: Buffer
  readonly former: Buffer
  /** Called right before the first byte is written; throws when the file may not be. */
  recheck(): Promise<void>
}

/** The error of a file that is not written in place because no backup of it can be kept. */
export function noBackup(path: string, error: unknown): unknown {
  const reason = codeOf(error)
  if (error instanceof AppError || reason === '') return error
  return fileProblem('noBackup', path, `cannot be written in place without a backup (${reason})`, { reason })
}

async function keepBackup(
  fs: FileSystem,
  base: string,
  { path, bytes, former }: InPlaceWrite,
): Promise<void> {
  const folder = dirname(base)
  await fs.makeFolder(folder)
  await writeNew(fs, `${base}.old`, former)
  await writeNew(fs, `${base}.new`, bytes)
  await writeNew(fs, `${base}.json`, Buffer.from(JSON.stringify({ path })))
  await syncFolder(fs, folder)
}

/**
 * Writes into the file itself, where a rename would break what it is (hard links, bind mounts, foreign owners).
 * A backup is made durable first; the returned function removes it, to be called once the file has been verified.
 * On failure the former content is put back; if that fails too, the error names the backup.
 */
export async function writeInPlace(
  fs: FileSystem,
  write: InPlaceWrite,
  store: BackupStore,
): Promise<() => Promise<void>> {
  const base = join(store.folder, `${randomBytes(8).toString('hex')}.${store.owner}`)
  const file = await fs.open(write.path, 'update')
  try {
    try {
      await keepBackup(fs, base, write).catch((error: unknown) => {
        throw noBackup(write.path, error)
      })
      await write.recheck()
    } catch (error) {
      await removeAll(fs, partsOf(base)).catch(() => undefined)
      throw error
    }
    try {
      await overwrite(file, write.bytes, write.former.length)
    } catch (error) {
      try {
        await restore(file, write.former)
      } catch {
        const backup = `${base}.old`
        throw fileProblem('damagedInPlace', write.path, `is damaged; its former content is in ${backup}`, {
          backup,
        })
      }
      await removeAll(fs, partsOf(base))
      throw error
    }
  } finally {
    await file.close()
  }
  return () => removeAll(fs, partsOf(base))
}

/** True when `current` can only be a cut-off write of `next` over `former` (with zeros where blocks never arrived). */
function isTorn(current: Buffer, former: Buffer, next: Buffer): boolean {
  if (current.length < Math.min(former.length, next.length)) return false
  if (current.length > Math.max(former.length, next.length)) return false
  return current.every((byte, at) => byte === former[at] || byte === next[at] || byte === 0)
}

/** The file a note speaks of; null for one cut off in the writing, before which no file was touched. */
function pathOfNote(json: string): string | null {
  try {
    const note: unknown = JSON.parse(json)
    return typeof note === 'object' && note !== null && 'path' in note ? String(note.path) : null
  } catch {
    return null
  }
}

async function recoverOne(fs: FileSystem, base: string): Promise<string | null> {
  const read = async (path: string): Promise<Buffer> => (await readFile(fs, path, Infinity)).bytes
  const path = pathOfNote((await read(`${base}.json`)).toString('utf8'))
  if (path === null) return null
  const former = await read(`${base}.old`)
  const next = await read(`${base}.new`)
  const current = await read(path)
  const whole = current.equals(former) || current.equals(next)
  if (!whole && isTorn(current, former, next)) {
    const file = await fs.open(path, 'update')
    try {
      await restore(file, former)
    } finally {
      await file.close()
    }
    return path
  }
  return null
}

/**
 * Ends the in-place writes that a crash cut off: a torn file gets its former content back. Returns the paths of
 * the files that were torn. A backup that cannot be brought home (the file is gone, its disk is not there) stays.
 */
export async function recoverInPlace(
  fs: FileSystem,
  folder: string,
  isAlive: (owner: string) => Promise<boolean>,
): Promise<readonly string[]> {
  await fs.makeFolder(folder)
  const names = await fs.list(folder)
  const restored: string[] = []
  const bases = new Set(names.map((name) => name.replace(/\.(?:json|old|new)$/, '')))
  for (const name of bases) {
    if (await isAlive(name.split('.')[1] ?? '')) continue
    const base = join(folder, name)
    try {
      // Without its note a backup was not finished, so the file was not touched.
      const path = names.includes(`${name}.json`) ? await recoverOne(fs, base) : null
      if (path !== null) restored.push(path)
    } catch {
      continue // Kept for the next start.
    }
    await removeAll(fs, partsOf(base))
  }
  return restored
}
