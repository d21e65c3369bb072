import { basename, dirname, join } from 'node:path'
import type { DiskVersion } from '../../../core/contract.ts'
import { codeOf, type FileSystem } from '../files/file-system.ts'

/** Names looked at in all; what lies beyond is not found. */
const MOST_NAMES = 5_000
/** Folders looked at beside the file's own. */
const MOST_FOLDERS = 200

/** The names in a folder; none of one that is gone or closed to us. */
async function namesIn(fs: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await fs.list(folder)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return []
  }
}

/** The folders in a folder that may hold articles: none that are hidden, no packages. */
async function foldersIn(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of (await namesIn(fs, folder)).slice(0, MOST_NAMES)) {
    if (found.length >= MOST_FOLDERS) break
    if (name.startsWith('.') || name === 'node_modules' || /\.(?:md|markdown|html?|txt)$/i.test(name))
      continue
    const info = await fs.linkInfo(join(folder, name)).catch(() => null) // Gone since the folder was listed.
    if (info?.kind === 'folder') found.push(join(folder, name))
  }
  return found
}

/**
 * Where a file is that was renamed, or moved to a folder nearby (below its own, the one above, beside its own: from
 * drafts to posts): the one of the same inode, size and time; null when there is none.
 */
export async function movedTo(fs: FileSystem, path: string, last: DiskVersion): Promise<string | null> {
  let looked = 0
  const isIt = async (place: string): Promise<boolean> => {
    looked++
    const info = await fs.linkInfo(place).catch(() => null) // Nothing there, or not any more.
    return (
      info?.kind === 'file' &&
      String(info.inode) === last.inode &&
      info.size === last.size &&
      String(info.mtimeNs) === last.mtimeNs
    )
  }
  const isIn = async (folder: string): Promise<string | null> => {
    for (const name of await namesIn(fs, folder)) {
      if (looked >= MOST_NAMES) return null
      const place = join(folder, name)
      if (await isIt(place)) return place
    }
    return null
  }

  const own = dirname(path)
  const above = dirname(own)
  const renamed = await isIn(own)
  if (renamed !== null) return renamed
  const near = new Set([above, ...(await foldersIn(fs, own)), ...(await foldersIn(fs, above))])
  near.delete(own)
  // It mostly keeps its name.
  for (const folder of near) {
    const place = join(folder, basename(path))
    if (await isIt(place)) return place
  }
  for (const folder of near) {
    const place = await isIn(folder)
    if (place !== null) return place
  }
  return null
}
