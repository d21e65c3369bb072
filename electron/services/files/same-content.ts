import type { OpenFile } from './file-system.ts'

/** Bytes compared at a time: few enough to stay in a processor's cache. */
const CHUNK = 2 * 1024 * 1024

/** True when the file begins with exactly these bytes; whether it ends there is for its size to tell. */
export async function beginsWith(file: OpenFile, bytes: Buffer): Promise<boolean> {
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, bytes.length))
  for (let at = 0; at < bytes.length;) {
    const got = await file.read(buffer, 0, Math.min(buffer.length, bytes.length - at), at)
    if (got === 0 || buffer.compare(bytes, at, at + got, 0, got) !== 0) return false
    at += got
  }
  return true
}
