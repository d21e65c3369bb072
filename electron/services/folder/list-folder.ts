import { access, constants, readdir, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { FolderEntry, FolderListing } from '../../../core/contract.ts'
import { fileError, fileProblem } from '../files/file-error.ts'

const MAX_ENTRIES = 5000
const AT_ONCE = 32

async function entryOf(folder: string, name: string): Promise<FolderEntry | null> {
  const path = join(folder, name)
  try {
    const info = await stat(path)
    const kind = info.isDirectory() ? 'folder' : info.isFile() ? 'file' : null
    if (kind === null) return null
    return { name, path, kind, size: kind === 'file' ? info.size : 0, modified: info.mtimeMs }
  } catch {
    return null // A dangling link, or gone since the folder was read.
  }
}

/**
 * What a file dialog shows of a folder: visible folders, then files, in the reading order of their names, at most
 * 5,000. An empty path means the home folder. Throws `notFound`, `noPermission` …
 */
export async function listFolder(path: string): Promise<FolderListing> {
  const folder = path === '' ? homedir() : path
  if (!isAbsolute(folder)) throw fileProblem('badName', folder, 'is not an absolute path')
  try {
    const real = await realpath(folder)
    const names = (await readdir(real)).filter((name) => !name.startsWith('.')).slice(0, MAX_ENTRIES)
    const entries: FolderEntry[] = []
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const some = await Promise.all(
        names.slice(at, at + AT_ONCE).map((name) => entryOf(resolve(folder), name)),
      )
      for (const entry of some) if (entry !== null) entries.push(entry)
    }
    const { compare } = new Intl.Collator(undefined, { numeric: true })
    entries.sort((a, b) => (a.kind === b.kind ? compare(a.name, b.name) : a.kind === 'folder' ? -1 : 1))
    const writable = await access(real, constants.W_OK).then(
      () => true,
      () => false,
    )
    const parent = dirname(resolve(folder))
    return { path: resolve(folder), parent: parent === resolve(folder) ? null : parent, entries, writable }
  } catch (error) {
    throw fileError(error, folder, 'reading')
  }
}
