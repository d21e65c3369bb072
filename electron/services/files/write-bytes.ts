import type { OpenFile } from './file-system.ts'

const CHUNK = 16 * 1024 * 1024

/** A write that was accepted for fewer bytes than given and never went on. */
export class ShortWrite extends Error {
  readonly code = 'ENOSPC'
}

/** Writes `bytes[from, to)` at the same offsets of the file, counting what was really written. */
export async function writeBytes(file: OpenFile, bytes: Buffer, from = 0, to = bytes.length): Promise<void> {
  let at = from
  while (at < to) {
    const written = await file.write(bytes, at, Math.min(CHUNK, to - at), at)
    if (written <= 0) throw new ShortWrite(`Only ${at - from} of ${to - from} bytes were written`)
    at += written
  }
}
