import type { ImportedText } from '../../../core/contract.ts'
import { decode } from '../encodings/codec.ts'
import { detectEncoding } from '../encodings/detect.ts'
import { fileProblem } from './file-error.ts'
import { MAX_ARTICLE_BYTES } from './open-article.ts'

/** Reads a file's bytes as text, whatever their encoding; throws `tooLarge`, `binaryFile` and `damagedEncoding`. */
export function importText(name: string, base64: string): ImportedText {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > MAX_ARTICLE_BYTES) {
    throw fileProblem('tooLarge', name, 'is too large', { bytes: bytes.length, limit: MAX_ARTICLE_BYTES })
  }
  const found = detectEncoding(bytes)
  if (found.kind === 'binary') throw fileProblem('binaryFile', name, 'is not a text file')
  if (found.kind === 'damaged') {
    const { encoding, byte } = found
    throw fileProblem('damagedEncoding', name, `is damaged ${encoding} at byte ${byte}`, { encoding, byte })
  }
  return { text: decode(bytes, found.encoding), encoding: found.encoding }
}
