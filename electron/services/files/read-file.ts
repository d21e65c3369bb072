import { createHash } from 'node:crypto'
import type { DiskVersion } from '../../../core/contract.ts'
import type { FileInfo, FileSystem, OpenFile } from './file-system.ts'
import { fileProblem } from './file-error.ts'
import { together } from './together.ts'

/** A file read whole, with what it was at that moment. */
export interface ReadFile {
  readonly bytes: Buffer
  readonly info: FileInfo
  /** Its hash is computed when it is first asked for. */
  readonly version: DiskVersion
}

/** Bytes read at a time: few enough that a slow disk can be followed. */
const CHUNK = 1024 * 1024
const ATTEMPTS = 8

/** Lower-case hex SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** True when nothing of a file's identity differs: modification and change time, size, inode, device. */
export function sameIdentity(a: FileInfo, b: FileInfo): boolean {
  return (
    a.mtimeNs === b.mtimeNs &&
    a.ctimeNs === b.ctimeNs &&
    a.size === b.size &&
    a.inode === b.inode &&
    a.device === b.device
  )
}

/** The version of a file that is this and has content of this hash. */
export function versionOf(info: FileInfo, hash: string): DiskVersion {
  return { mtimeNs: String(info.mtimeNs), size: info.size, inode: String(info.inode), sha256: hash }
}

/** A file read as this moment had it. */
export function asRead(bytes: Buffer, info: FileInfo): ReadFile {
  let version: DiskVersion | null = null
  return {
    bytes,
    info,
    get version() {
      version ??= versionOf(info, sha256(bytes))
      return version
    },
  }
}

/** Told how far the reading of a file is, in bytes. */
export type ReadProgress = (done: number, total: number) => void

/** The first `size` bytes of a file, or as many as there are. */
export async function readBytes(file: OpenFile, size: number, progress?: ReadProgress): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(size)
  let length = 0
  while (length < size) {
    const got = await file.read(buffer, length, Math.min(CHUNK, size - length), length)
    if (got === 0) break
    length += got
    progress?.(length, size)
  }
  return buffer.subarray(0, length)
}

async function readWhole(
  fs: FileSystem,
  path: string,
  limit: number,
  progress: ReadProgress | undefined,
): Promise<ReadFile | null> {
  const file = await fs.open(path, 'read')
  try {
    const before = await file.info()
    refuseOddFiles(before, path)
    if (before.size > limit) throw tooLarge(path, before.size, limit)
    const bytes = await readBytes(file, before.size, progress)
    // One that has grown or been replaced meanwhile is not of this size and inode any more.
    const [after, named] = await together(file.info(), fs.info(path))
    if (bytes.length !== before.size || !sameIdentity(before, after) || named.inode !== after.inode)
      return null
    return asRead(bytes, after)
  } finally {
    await file.close()
  }
}

/** Throws `isFolder` or `notRegularFile` for anything but an ordinary file. */
export function refuseOddFiles(info: FileInfo, path: string): void {
  if (info.kind === 'folder') throw fileProblem('isFolder', path, 'is a folder')
  if (info.kind !== 'file') throw fileProblem('notRegularFile', path, 'is a device or a pipe')
}

function tooLarge(path: string, bytes: number, limit: number): Error {
  return fileProblem('tooLarge', path, `has ${bytes} bytes, more than ${limit}`, { bytes, limit })
}

/**
 * The bytes of one moment of a file of at most `limit` bytes: read again when it was changed or replaced
 * meanwhile. Throws Node's errors, and `AppError`s for what is no ordinary file, too large or never still.
 */
export async function readFile(
  fs: FileSystem,
  path: string,
  limit: number,
  progress?: ReadProgress,
): Promise<ReadFile> {
  // Before opening: opening a pipe or a device can have effects.
  refuseOddFiles(await fs.info(path), path)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const read = await readWhole(fs, path, limit, progress)
    if (read !== null) return read
  }
  throw fileProblem('ioError', path, 'changes faster than it can be read', { reason: 'EBUSY' })
}
