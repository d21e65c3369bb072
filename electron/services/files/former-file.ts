import { isRefusal } from './can-write.ts'
import { codeOf, type FileInfo, type FileSystem, type OpenFile } from './file-system.ts'
import { fileProblem } from './file-error.ts'
import type { Handles } from './handles.ts'
import {
  asRead,
  readBytes,
  readFile,
  refuseOddFiles,
  sameIdentity,
  versionOf,
  type ReadFile,
} from './read-file.ts'
import { beginsWith } from './same-content.ts'
import { together } from './together.ts'

/** A content and its hash. */
export interface KnownContent {
  readonly bytes: Buffer
  readonly sha256: string
}

/** What tells a file that may be replaced. */
export interface FormerOptions {
  /** As the writer named it; errors speak of this path. */
  readonly path: string
  readonly realPath: string
  /** What it most likely holds: to compare takes less time than to read and hash all. */
  readonly likely: KnownContent | null
  /** True where a file that is open cannot be replaced: it is closed after the last look (Windows). */
  readonly closeFirst: boolean
  /** True when a file with this content may be replaced. */
  readonly isMine: (file: ReadFile) => boolean
}

/** The file a save is going to replace. */
export interface Former {
  /**
   * Reads it, once: `now` is the present by the clock of its file system, in nanoseconds, or null when that is not
   * known. Throws `readOnly` when it may not be written, `deletedOnDisk` and `changedOnDisk` when it
   * is not what was opened.
   */
  read(now: bigint | null): Promise<ReadFile>
  /** Throws `deletedOnDisk` or `changedOnDisk` unless the file is still the one that was read; reads it first where nobody has. */
  recheck(): Promise<void>
}

/**
 * A file whose times are closer than this to its reading may be rewritten without its times changing, in nanoseconds:
 * systems stamp by the tick of a clock (16 ms at most), and FAT in steps of two seconds.
 */
const TICK = 50_000_000n
const COARSE_TICK = 3_000_000_000n
const MILLISECOND = 1_000_000n

/** The error of a file that is not what was opened. */
export function changedOnDisk(path: string): Error {
  return fileProblem('changedOnDisk', path, 'has been changed on disk by another program')
}

/** The error of a file that was opened and is no longer there. */
export function deletedOnDisk(path: string): Error {
  return fileProblem('deletedOnDisk', path, 'has been deleted on disk')
}

/** True when a rewrite right after the reading at `now` would show in the times of the file. */
function isSettled({ mtimeNs, ctimeNs }: FileInfo, now: bigint): boolean {
  const last = mtimeNs > ctimeNs ? mtimeNs : ctimeNs
  const isFine = now % MILLISECOND !== 0n && last % MILLISECOND !== 0n
  return now - last > (isFine ? TICK : COARSE_TICK)
}

/** Begins to look at the file that is to be replaced: it is opened for writing at once, and read when that is asked for. */
export function lookAtFormer(fs: FileSystem, options: FormerOptions, handles: Handles): Former {
  const { path, realPath, likely, isMine } = options
  let reading: Promise<ReadFile> | null = null
  /** True once a rewrite after the reading is known to show in the times. */
  let settled = false
  let closed = false

  // Opened to find out whether it may be written: permission bits do not tell for an administrator, on a read-only
  // mount or with access lists.
  const opening = handles.keep(
    fs.open(realPath, 'update').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') throw deletedOnDisk(path)
      throw isRefusal(error) ? fileProblem('readOnly', path, 'is write-protected') : error
    }),
  )

  /** The file as it was when it was this; whatever is done to it meanwhile, its times will tell. */
  async function readAs(file: OpenFile, info: FileInfo): Promise<ReadFile> {
    if (likely?.bytes.length === info.size && (await beginsWith(file, likely.bytes))) {
      return { bytes: likely.bytes, info, version: versionOf(info, likely.sha256) }
    }
    const bytes = await readBytes(file, info.size)
    return bytes.length === info.size ? asRead(bytes, info) : readFile(fs, realPath, Infinity)
  }

  async function readNow(now: bigint | null): Promise<ReadFile> {
    const file = await opening
    const info = await file.info()
    refuseOddFiles(info, path)
    const former = await readAs(file, info)
    if (!isMine(former)) throw changedOnDisk(path)
    settled = now !== null && isSettled(former.info, now)
    return former
  }

  function read(now: bigint | null): Promise<ReadFile> {
    reading ??= readNow(now)
    reading.catch(() => undefined) // Whoever waits for it learns of it.
    return reading
  }

  return {
    read,
    async recheck() {
      const former = await read(null)
      const file = await opening
      const same = settled || closed ? Promise.resolve(settled) : beginsWith(file, former.bytes)
      const named = fs.info(realPath).catch((error: unknown) => {
        throw codeOf(error) === 'ENOENT' ? deletedOnDisk(path) : error
      })
      const [isSame, info] = await together(same, named)
      if (options.closeFirst && !closed) {
        closed = true
        await file.close()
      }
      if (isSame && sameIdentity(info, former.info)) return
      // Touched, or replaced by an equal one: the content tells.
      const again = await readFile(fs, realPath, Infinity)
      if (!again.bytes.equals(former.bytes)) throw changedOnDisk(path)
    },
  }
}
