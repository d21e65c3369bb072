import { dirname } from 'node:path'
import { fileProblem } from './file-error.ts'
import type { FileSystem } from './file-system.ts'
import type { Target } from './target.ts'

/**
 * On which disk each article is: once that is taken away, what it was mounted on is left, an empty folder of the same
 * name on another disk.
 */
export interface KnownDisks {
  /** Remembers the disk of this file's folder. */
  note(realPath: string): Promise<void>
  /** Throws `diskGone`, once, when a file that is not there would come to be on another disk than it was. */
  refuseOther(path: string, target: Target): Promise<void>
}

export function createKnownDisks(fs: FileSystem): KnownDisks {
  const devices = new Map<string, bigint>()
  return {
    async note(realPath) {
      const folder = await fs.info(dirname(realPath)).catch(() => null) // Gone again.
      if (folder !== null) devices.set(realPath, folder.device)
    },
    async refuseOther(path, { realPath, folder, info }) {
      const device = devices.get(realPath)
      if (info !== null || device === undefined) return
      if ((await fs.info(folder)).device === device) return
      // Whoever asks again knows.
      devices.delete(realPath)
      throw fileProblem('diskGone', path, 'was on a disk that is not there any more')
    },
  }
}
