import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Encoding } from '../../../core/encodings.ts'

const MARKS: Partial<Record<Encoding, readonly number[]>> = {
  'utf-8-bom': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
}

const ICONV_NAMES: Partial<Record<Encoding, string>> = {
  'utf-8-bom': 'utf-8',
  'utf-16le-no-bom': 'utf-16le',
  'utf-16be-no-bom': 'utf-16be',
}

/** The byte order mark files of this encoding begin with; empty for those without one. */
export function byteOrderMark(encoding: Encoding): Buffer {
  return Buffer.from(MARKS[encoding] ?? [])
}

/** The text of these bytes without the encoding's own byte order mark; undecodable bytes become U+FFFD. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  const mark = byteOrderMark(encoding)
  const marked = mark.length > 0 && bytes.subarray(0, mark.length).equals(mark)
  const content = marked ? bytes.subarray(mark.length) : bytes
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
  }
  return iconv.decode(content, ICONV_NAMES[encoding] ?? encoding, { stripBOM: false })
}

/** UTF-16 units of the beginning that tell how much room a whole text may take. */
const SAMPLE = 32_768

/** In UTF-8. To count the bytes first would take as long as to write them: their number is guessed generously. */
function encodeUtf8(text: string): Buffer {
  const sample = text.slice(0, SAMPLE)
  const perUnit = text.length > SAMPLE ? Math.min(3, (Buffer.byteLength(sample) / SAMPLE) * 1.2) : 3
  const room = Buffer.allocUnsafe(Math.ceil(text.length * perUnit))
  const { read, written } = new TextEncoder().encodeInto(text, room)
  return read === text.length ? room.subarray(0, written) : Buffer.from(text, 'utf8')
}

/** The bytes of this text, beginning with the encoding's byte order mark if it has one. */
export function encode(text: string, encoding: Encoding): Buffer {
  const content =
    encoding === 'utf-8' || encoding === 'utf-8-bom'
      ? encodeUtf8(text)
      : iconv.encode(text, ICONV_NAMES[encoding] ?? encoding, { addBOM: false })
  const mark = byteOrderMark(encoding)
  return mark.length === 0 ? content : Buffer.concat([mark, content])
}

/** Index of the first byte that decoding and encoding would not give back; null when every byte comes back. */
export function firstLoss(bytes: Buffer, text: string, encoding: Encoding): number | null {
  if (encoding === 'utf-8' && isUtf8(bytes)) return null
  // Half a surrogate pair comes back from UTF-16, but no text that is saved may hold one.
  if (encoding.startsWith('utf-16') && !text.isWellFormed()) {
    return byteOrderMark(encoding).length + 2 * text.search(/\p{Surrogate}/u)
  }
  const back = encode(text, encoding)
  if (back.equals(bytes)) return null
  const end = Math.min(back.length, bytes.length)
  for (let at = 0; at < end; at++) if (back[at] !== bytes[at]) return at
  return end
}

/** True when these bytes can be opened and saved in this encoding without the loss of one of them. */
export function isLossless(bytes: Buffer, encoding: Encoding): boolean {
  return firstLoss(bytes, decode(bytes, encoding), encoding) === null
}
