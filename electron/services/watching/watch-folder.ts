import { watch, type FSWatcher } from 'node:fs'

/** A running watch on one folder. */
export interface FolderWatch {
  /** False: the system cannot watch this folder, or no longer does, and it has to be polled. */
  readonly works: boolean
  close(): void
}

/** Calls `changed` after anything in the folder changed; which file is not said, as systems differ in that. */
export function watchFolder(folder: string, changed: () => void): FolderWatch {
  let watcher: FSWatcher | null = null
  try {
    watcher = watch(folder, { persistent: false }, changed)
    watcher.on('error', () => {
      watcher?.close()
      watcher = null
      changed()
    })
  } catch {
    watcher = null // No such folder, no watches left, a network drive: it is polled instead.
  }
  return {
    get works() {
      return watcher !== null
    },
    close() {
      watcher?.close()
      watcher = null
    },
  }
}
