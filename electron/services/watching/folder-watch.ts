import { stat } from 'node:fs/promises'
import { watchFolder, type FolderWatch } from './watch-folder.ts'

/** Tells when what folders list may be another. */
export interface FolderWatching {
  /** Watches exactly these absolute paths from now on. */
  watch(paths: readonly string[]): void
  dispose(): void
}

interface Watched {
  watch: FolderWatch
  timer: NodeJS.Timeout | null
  /** Milliseconds since the epoch; null while it is not known. Only kept where the system cannot watch. */
  modified: number | null
}

/** Milliseconds of quiet after which a burst of changes is told once. */
const PAUSE = 150
/** Milliseconds between looks at the folders that the system cannot watch. */
const POLL = 4_000

/** Calls `changed` with a watched folder's path after names in it came or went. */
export function createFolderWatch(changed: (path: string) => void): FolderWatching {
  const folders = new Map<string, Watched>()
  let polling: NodeJS.Timeout | null = null

  const tell = (path: string, folder: Watched): void => {
    folder.timer ??= setTimeout(() => {
      folder.timer = null
      changed(path)
    }, PAUSE)
  }

  /** A folder's own time changes with the names in it. */
  async function poll(): Promise<void> {
    for (const [path, folder] of folders) {
      if (folder.watch.works) continue
      const modified = await stat(path).then(
        (info) => info.mtimeMs,
        () => -1,
      )
      if (folder.modified !== null && folder.modified !== modified) tell(path, folder)
      folder.modified = modified
    }
  }

  const end = (folder: Watched): void => {
    folder.watch.close()
    if (folder.timer !== null) clearTimeout(folder.timer)
  }

  const add = (path: string): void => {
    const told = (): void => {
      const folder = folders.get(path)
      if (folder) tell(path, folder)
    }
    folders.set(path, { watch: watchFolder(path, told), timer: null, modified: null })
  }

  const keepPolling = (): void => {
    const needed = folders.size > 0
    if (needed && polling === null) polling = setInterval(() => void poll(), POLL).unref()
    if (!needed && polling !== null) {
      clearInterval(polling)
      polling = null
    }
  }

  return {
    watch(paths) {
      const wanted = new Set(paths)
      for (const [path, folder] of folders) {
        if (wanted.has(path)) continue
        end(folder)
        folders.delete(path)
      }
      for (const path of wanted) if (!folders.has(path)) add(path)
      keepPolling()
    },
    dispose() {
      for (const folder of folders.values()) end(folder)
      folders.clear()
      keepPolling()
    },
  }
}
