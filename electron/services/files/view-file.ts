import { isAbsolute } from 'node:path'
import type { OpenedArticle } from '../../../core/contract.ts'
import { decode } from '../encodings/codec.ts'
import { detectEncoding } from '../encodings/detect.ts'
import { fileError, fileProblem } from './file-error.ts'
import type { FileInfo, FileSystem } from './file-system.ts'
import { refuseOddFiles, sha256 } from './read-file.ts'

/** Bytes shown of a text too large to edit, and of a file that is no text. */
export const VIEW_BYTES = 16 * 1024 * 1024
const BINARY_BYTES = 256 * 1024
const NEWLINE = 0x0a

async function readStart(
  fs: FileSystem,
  path: string,
): Promise<{ readonly bytes: Buffer; readonly info: FileInfo }> {
  refuseOddFiles(await fs.info(path), path)
  const file = await fs.open(path, 'read')
  try {
    const info = await file.info()
    refuseOddFiles(info, path)
    const buffer = Buffer.alloc(Math.min(VIEW_BYTES, info.size))
    let length = 0
    while (length < buffer.length) {
      const got = await file.read(buffer, length, buffer.length - length, length)
      if (got === 0) break
      length += got
    }
    return { bytes: buffer.subarray(0, length), info }
  } finally {
    await file.close()
  }
}

/** The whole lines of the start of a file, so that no character is cut; all of it where it has no lines. */
function wholeLines(bytes: Buffer, size: number): Buffer {
  if (bytes.length === size) return bytes
  let end = bytes.lastIndexOf(NEWLINE) + 1
  // The newline of little-endian UTF-16 has a second byte.
  if (bytes[end] === 0) end += 1
  return end <= 1 ? bytes.subarray(0, bytes.length - (bytes.length % 4)) : bytes.subarray(0, end)
}

/**
 * The first 16 MB of a file, to look at: always read-only, with `shown` and `bytes` among the reason's details.
 * A file that is no text is shown byte by byte, at most 256 KB of it. Throws an `AppError` when it cannot be read.
 */
export async function viewFile(fs: FileSystem, path: string): Promise<OpenedArticle> {
  if (!isAbsolute(path) || path.includes('\0')) throw fileProblem('badName', path, 'is not an absolute path')
  try {
    const realPath = await fs.realPath(path)
    const { bytes: start, info } = await readStart(fs, realPath)
    const lines = wholeLines(start, info.size)
    const detection = detectEncoding(lines)
    const isText = detection.kind !== 'binary'
    const bytes = isText ? lines : start.subarray(0, BINARY_BYTES)
    const encoding = isText ? detection.encoding : 'windows-1252'
    const { code, message, details } = fileProblem(
      isText ? 'tooLarge' : 'binaryFile',
      path,
      `is shown read-only, ${bytes.length} of ${info.size} bytes`,
      { shown: bytes.length, bytes: info.size },
    )
    return {
      path,
      realPath,
      text: decode(bytes, encoding),
      encoding,
      version: {
        mtimeNs: String(info.mtimeNs),
        size: info.size,
        inode: String(info.inode),
        sha256: sha256(bytes),
      },
      readOnly: { code, message, details },
    }
  } catch (error) {
    throw fileError(error, path, 'reading')
  }
}
