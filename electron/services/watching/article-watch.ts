import { dirname } from 'node:path'
import type { DiskVersion, Events } from '../../../core/contract.ts'
import { canWrite } from '../files/can-write.ts'
import { codeOf, type FileSystem } from '../files/file-system.ts'
import type { KnownVersions } from '../files/known-versions.ts'
import { readFile } from '../files/read-file.ts'
import { movedTo } from './moved-to.ts'
import { watchFolder, type FolderWatch } from './watch-folder.ts'

type Change = Events['article.changedOnDisk']

/** Tells when open articles change on disk through somebody else. */
export interface ArticleWatch {
  /** Watches exactly these absolute paths from now on. */
  watch(paths: readonly string[]): Promise<void>
  /** Looks at every watched file now. */
  check(): Promise<void>
  dispose(): Promise<void>
}

export interface ArticleWatchOptions {
  readonly fs: FileSystem
  readonly known: KnownVersions
  changed(change: Change): void
}

/** Milliseconds of quiet after which a burst of changes is looked at. */
const PAUSE = 50
/** Milliseconds a file may be away before it counts as deleted: some programs delete it and write it anew. */
const GRACE = 400
/** Milliseconds between looks at all files, for drives that report nothing, and where watching fails. */
const POLL = 4_000
const POLL_BLIND = 1_000

interface Watched {
  readonly path: string
  /** Null while the file is deleted. */
  last: DiskVersion | null
  /** When its attributes last changed, in nanoseconds since the epoch, and whether it could be written then. */
  ctimeNs: bigint | null
  writable: boolean
  missingSince: number | null
  reportedMissing: boolean
}

type Seen =
  | { readonly realPath: string; readonly version: DiskVersion; readonly ctimeNs: bigint }
  | 'missing'
  | 'unknown'

export function createArticleWatch(options: ArticleWatchOptions): ArticleWatch {
  const { fs, known } = options
  let watched = new Map<string, Watched>()
  const folders = new Map<string, FolderWatch>()
  let timer: NodeJS.Timeout | null = null
  /** Milliseconds since the epoch. */
  let timerDue = 0
  let polling: NodeJS.Timeout | null = null
  let running: Promise<void> | null = null
  /** How often a look was asked for: one that is asked for during a look makes another. */
  let asked = 0
  let disposed = false

  async function look(file: Watched): Promise<Seen> {
    try {
      const realPath = await fs.realPath(file.path)
      const last = known.get(realPath) ?? file.last
      const info = await fs.info(realPath)
      const same =
        last !== null &&
        String(info.mtimeNs) === last.mtimeNs &&
        info.size === last.size &&
        String(info.inode) === last.inode
      // A rewrite within the clock's resolution looks alike; only an old enough time proves that nothing changed.
      const old = BigInt(Date.now()) * 1_000_000n - info.mtimeNs > 3_000_000_000n
      // Some programs give a file they rewrite its former time back; its attributes tell.
      const untouched = file.ctimeNs === null || file.ctimeNs === info.ctimeNs
      if (same && old && untouched) return { realPath, version: last, ctimeNs: info.ctimeNs }
      const read = await readFile(fs, realPath, Infinity)
      return { realPath, version: read.version, ctimeNs: read.info.ctimeNs }
    } catch (error) {
      return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error)) ? 'missing' : 'unknown'
    }
  }

  /** True when the file was made read-only or writable since the last look. */
  async function turned(file: Watched, realPath: string, ctimeNs: bigint): Promise<boolean> {
    if (file.ctimeNs === ctimeNs) return false
    const isFirst = file.ctimeNs === null
    const writable = await canWrite(fs, realPath).catch(() => file.writable) // Gone again: the next look tells.
    const changed = !isFirst && writable !== file.writable
    file.ctimeNs = ctimeNs
    file.writable = writable
    return changed
  }

  async function noteMissing(file: Watched): Promise<void> {
    const now = Date.now()
    file.missingSince ??= now
    if (file.reportedMissing) return
    if (now - file.missingSince < GRACE) schedule(GRACE)
    else {
      file.reportedMissing = true
      const place = file.last === null ? null : await movedTo(fs, file.path, file.last)
      options.changed({ path: file.path, kind: 'deleted', ...(place === null ? {} : { movedTo: place }) })
    }
  }

  async function checkOne(file: Watched): Promise<void> {
    const revision = known.revision()
    const seen = await look(file)
    if (known.revision() !== revision) {
      schedule(PAUSE)
      return
    }
    if (disposed || watched.get(file.path) !== file) return
    if (seen === 'missing') {
      await noteMissing(file)
      return
    }
    if (seen === 'unknown' || known.isSaving(seen.realPath)) return
    const expected = known.get(seen.realPath) ?? file.last
    const wasMissing = file.reportedMissing
    file.missingSince = null
    file.reportedMissing = false
    file.last = seen.version
    known.set(seen.realPath, seen.version)
    const isOther = expected !== null && expected.sha256 !== seen.version.sha256
    const isTurned = await turned(file, seen.realPath, seen.ctimeNs)
    if (isOther || wasMissing || isTurned) options.changed({ path: file.path, kind: 'changed' })
  }

  async function checkAll(): Promise<void> {
    for (let done = 0; done !== asked;) {
      done = asked
      for (const file of watched.values()) await checkOne(file)
    }
  }

  function check(): Promise<void> {
    asked++
    running ??= checkAll().finally(() => {
      running = null
    })
    return running
  }

  function schedule(delay: number): void {
    const due = Date.now() + delay
    // A burst that never ends must not put the look off for ever: an earlier date stands.
    if (disposed || (timer !== null && timerDue <= due)) return
    if (timer !== null) clearTimeout(timer)
    timerDue = due
    timer = setTimeout(() => {
      timer = null
      void check()
    }, delay)
    timer.unref()
  }

  async function foldersOf(path: string): Promise<readonly string[]> {
    try {
      return [dirname(path), dirname(await fs.realPath(path))]
    } catch {
      return [dirname(path)] // Missing now: its folder tells when it comes back.
    }
  }

  async function watchFolders(): Promise<void> {
    const wanted = new Set((await Promise.all([...watched.keys()].map(foldersOf))).flat())
    if (disposed) return
    for (const [folder, current] of folders) {
      if (wanted.has(folder) && current.works) continue
      current.close()
      folders.delete(folder)
    }
    for (const folder of wanted) {
      if (!folders.has(folder))
        folders.set(
          folder,
          watchFolder(folder, () => schedule(PAUSE)),
        )
    }
  }

  function poll(): void {
    if (polling !== null) clearTimeout(polling)
    polling = null
    if (disposed || watched.size === 0) return
    const blind = [...folders.values()].some((it) => !it.works)
    polling = setTimeout(() => void check().then(watchFolders).finally(poll), blind ? POLL_BLIND : POLL)
    polling.unref()
  }

  return {
    async watch(paths) {
      const next = new Map<string, Watched>()
      for (const path of new Set(paths)) {
        const fresh: Watched = {
          path,
          last: null,
          ctimeNs: null,
          writable: true,
          missingSince: null,
          reportedMissing: false,
        }
        next.set(path, watched.get(path) ?? fresh)
      }
      watched = next
      await watchFolders()
      await check()
      poll()
    },
    check,
    async dispose() {
      disposed = true
      if (timer !== null) clearTimeout(timer)
      if (polling !== null) clearTimeout(polling)
      for (const folder of folders.values()) folder.close()
      folders.clear()
      await running
    },
  }
}
