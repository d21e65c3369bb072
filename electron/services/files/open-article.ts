import { isAbsolute } from 'node:path'
import type { OpenedArticle } from '../../../core/contract.ts'
import type { Encoding } from '../../../core/encodings.ts'
import { surveyUtf8 } from '../encodings/byte-patterns.ts'
import { decode, firstLoss, isLossless } from '../encodings/codec.ts'
import { detectEncoding, type Detection } from '../encodings/detect.ts'
import { canWrite } from './can-write.ts'
import { fileError, fileProblem } from './file-error.ts'
import { codeOf, type FileSystem } from './file-system.ts'
import { readFile, type ReadFile, type ReadProgress } from './read-file.ts'

/** Bytes; a larger article is not opened for editing. */
export const MAX_ARTICLE_BYTES = 64 * 1024 * 1024

/** How the encoding of an article is chosen: the writer's word for now, or what was remembered of the file. */
export interface EncodingChoice {
  readonly chosen: Encoding | null
  readonly remembered: Encoding | null
}

/** Below this many multi-byte sequences a text in another encoding can be UTF-8 by accident. */
const CERTAIN = 8

/** True when the bytes themselves say more than what is remembered of a file that had other ones perhaps. */
function isEvident(detected: Detection, bytes: Buffer, remembered: Encoding): boolean {
  if (detected.kind === 'binary') return !remembered.startsWith('utf') && bytes.includes(0)
  const { encoding } = detected
  if (encoding.endsWith('-no-bom')) return !remembered.endsWith('-no-bom')
  if (encoding === 'utf-8') return surveyUtf8(bytes).wellFormed >= CERTAIN
  return encoding.startsWith('utf')
}

/** What these bytes of a file are read as. */
export function chooseEncoding(bytes: Buffer, { chosen, remembered }: EncodingChoice): Detection {
  if (chosen !== null) {
    const byte = firstLoss(bytes, decode(bytes, chosen), chosen)
    return byte === null ? { kind: 'text', encoding: chosen } : { kind: 'damaged', encoding: chosen, byte }
  }
  const detected = detectEncoding(bytes)
  if (remembered === null || isEvident(detected, bytes, remembered)) return detected
  return isLossless(bytes, remembered) ? { kind: 'text', encoding: remembered } : detected
}

/** Bytes; the beginning of a longer article is told before the rest is decoded and handed over. */
const LONG = 256 * 1024
const BEGINNING = 12 * 1024

/** What is told of an article while it is opened. */
export interface Told {
  readonly progress: ReadProgress
  /** The first lines of a long article, once its encoding is known. */
  readonly beginning: (realPath: string, text: string) => void
}

/** The first whole lines of a long article; null where they cannot be told without reading the rest. */
function beginningOf(bytes: Buffer, encoding: Encoding): string | null {
  if (bytes.length < LONG || encoding.startsWith('utf-16')) return null
  // In every other encoding no byte of a longer character looks like a line feed.
  const end = bytes.subarray(0, BEGINNING).lastIndexOf(0x0a)
  return end < 0 ? null : decode(bytes.subarray(0, end + 1), encoding)
}

type ReadOnly = OpenedArticle['readOnly']

function reasonOf(
  path: string,
  problem: { readonly code: 'damagedEncoding' | 'readOnly'; readonly what: string },
  details: Readonly<Record<string, string | number>> = {},
): ReadOnly {
  const { code, message, details: all } = fileProblem(problem.code, path, problem.what, details)
  return { code, message, details: all }
}

async function explainMissing(fs: FileSystem, path: string, error: unknown): Promise<unknown> {
  if (codeOf(error) !== 'ENOENT') return error
  try {
    const target = await fs.readLink(path)
    return fileProblem('brokenLink', path, `is a link to ${target}, which is not there`, { target })
  } catch {
    return error // Not a link: the file itself is missing.
  }
}

/**
 * Opens an article, whatever its encoding. Throws an `AppError` for what cannot be shown at all; what cannot be
 * saved without loss or permission is opened with `readOnly` saying why.
 */
export async function openArticle(
  fs: FileSystem,
  path: string,
  choice: EncodingChoice,
  told?: Told,
): Promise<OpenedArticle> {
  if (!isAbsolute(path) || path.includes('\0')) throw fileProblem('badName', path, 'is not an absolute path')
  let realPath: string
  let read: ReadFile
  try {
    realPath = await fs.realPath(path)
    read = await readFile(fs, realPath, MAX_ARTICLE_BYTES, told?.progress)
    const detection = chooseEncoding(read.bytes, choice)
    if (detection.kind === 'binary') throw fileProblem('binaryFile', path, 'is not a text file')
    const { encoding } = detection
    const beginning = told ? beginningOf(read.bytes, encoding) : null
    if (beginning !== null) told?.beginning(realPath, beginning)
    let readOnly: ReadOnly = null
    if (detection.kind === 'damaged') {
      const { byte } = detection
      const what = `is damaged ${encoding} at byte ${byte}`
      readOnly = reasonOf(path, { code: 'damagedEncoding', what }, { encoding, byte })
    } else if (!(await canWrite(fs, realPath))) {
      readOnly = reasonOf(path, { code: 'readOnly', what: 'is write-protected' })
    }
    return { path, realPath, text: decode(read.bytes, encoding), encoding, version: read.version, readOnly }
  } catch (error) {
    throw fileError(await explainMissing(fs, path, error), path, 'reading')
  }
}
