import type { DiskVersion, JournalEntry } from '../../../core/contract.ts'
import { ENCODINGS } from '../../../core/encodings.ts'

type Fields = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseVersion(value: unknown): DiskVersion | null {
  if (!isRecord(value)) return null
  const { mtimeNs, size, inode, sha256 } = value
  const whole =
    typeof mtimeNs === 'string' &&
    typeof size === 'number' &&
    typeof inode === 'string' &&
    typeof sha256 === 'string'
  return whole ? { mtimeNs, size, inode, sha256 } : null
}

/** The journal entry in this JSON, or null when a field is missing or of another kind. */
export function parseEntry(json: string): JournalEntry | null {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return null
  }
  if (!isRecord(value)) return null
  const { id, path, name, text, caret, writtenAt } = value
  const { top = 0, position = 0, shownAt = 0 } = value
  const encoding = ENCODINGS.find((it) => it === value.encoding)
  if (
    encoding === undefined ||
    typeof id !== 'string' ||
    (path !== null && typeof path !== 'string') ||
    typeof name !== 'string' ||
    typeof text !== 'string' ||
    typeof caret !== 'number' ||
    typeof top !== 'number' ||
    typeof position !== 'number' ||
    typeof shownAt !== 'number' ||
    typeof writtenAt !== 'number'
  ) {
    return null
  }
  const base = parseVersion(value.base)
  return { id, path, name, text, encoding, base, caret, top, position, shownAt, writtenAt }
}
