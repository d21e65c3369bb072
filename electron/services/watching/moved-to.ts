import { dirname, join } from 'node:path'
import type { DiskVersion } from '../../../core/contract.ts'
import { codeOf, type FileSystem } from '../files/file-system.ts'

/** Names looked at; a folder with more is not searched on. */
const MOST_NAMES = 5_000

/** Where in its folder a file is that was renamed: the one of the same inode, size and time; null when there is none. */
export async function movedTo(fs: FileSystem, path: string, last: DiskVersion): Promise<string | null> {
  const folder = dirname(path)
  try {
    for (const name of (await fs.list(folder)).slice(0, MOST_NAMES)) {
      const place = join(folder, name)
      const info = await fs.linkInfo(place).catch(() => null) // Gone since the folder was listed.
      const same =
        info?.kind === 'file' &&
        String(info.inode) === last.inode &&
        info.size === last.size &&
        String(info.mtimeNs) === last.mtimeNs
      if (same) return place
    }
    return null
  } catch (error) {
    if (codeOf(error) === '') throw error
    return null // The folder is gone with the file.
  }
}
