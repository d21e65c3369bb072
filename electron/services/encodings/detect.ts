import { isUtf8 } from 'node:buffer'
import jschardet from 'jschardet'
import type { Encoding } from '../../../core/encodings.ts'
import { controlShare, foreignWords, surveyUtf8, utf16ByNuls } from './byte-patterns.ts'
import { byteOrderMark, decode, firstLoss, isLossless } from './codec.ts'
import { encodingOfLabel } from './labels.ts'

/** What bytes are read as, or why they cannot be read as text without loss. */
export type Detection =
  | { readonly kind: 'text'; readonly encoding: Encoding }
  /** `byte`: index of the first byte that does not fit. */
  | { readonly kind: 'damaged'; readonly encoding: Encoding; readonly byte: number }
  | { readonly kind: 'binary' }

const SAMPLE = 64 * 1024
/** Above this share of control bytes nobody wrote the file as text. */
const MAX_CONTROLS = 0.005

const lossAt = (bytes: Buffer, encoding: Encoding): number =>
  firstLoss(bytes, decode(bytes, encoding), encoding) ?? 0

const text = (encoding: Encoding): Detection => ({ kind: 'text', encoding })

function byMark(bytes: Buffer): Encoding | null {
  // FF FE 00 00 is UTF-32, which no site generator reads.
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xfffe0000) return null
  const marked: readonly Encoding[] = ['utf-8-bom', 'utf-16le', 'utf-16be']
  return (
    marked.find((it) => {
      const mark = byteOrderMark(it)
      return bytes.subarray(0, mark.length).equals(mark)
    }) ?? null
  )
}

function byNuls(bytes: Buffer): Encoding | null {
  const encoding = utf16ByNuls(bytes)
  if (encoding === null) return null
  const head = decode(bytes.subarray(0, SAMPLE), encoding)
  const odd = head.replace(/[^\0-\x07\x0e-\x1a\x1c-\x1f\x7f\uFFFE\uFFFF]/g, '').length
  return odd === 0 && isLossless(bytes, encoding) ? encoding : null
}

/** The charset an HTML page names for itself (HTML standard, prescan of the first 1,024 bytes). */
function byMetaCharset(bytes: Buffer): Encoding | null {
  const head = bytes.subarray(0, 1024).toString('latin1')
  const label = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  const encoding = label === undefined ? null : encodingOfLabel(label)
  const fits = encoding !== null && !encoding.startsWith('utf') && isLossless(bytes, encoding)
  return fits ? encoding : null
}

function byStatistics(bytes: Buffer): Encoding | null {
  const sample = foreignWords(bytes, SAMPLE)
  for (const guess of jschardet.detectAll(sample, { minimumThreshold: 0 })) {
    const encoding = guess.encoding === null ? null : encodingOfLabel(guess.encoding)
    if (encoding === null || encoding.startsWith('utf')) continue
    // The GB18030 of texts without its four-byte forms is what everybody calls GBK.
    const simple: Encoding = encoding === 'gb18030' && isLossless(bytes, 'gbk') ? 'gbk' : encoding
    if (isLossless(bytes, simple)) return simple
  }
  return null
}

/**
 * How to read these bytes: byte order mark, the NUL pattern of UTF-16, strict UTF-8, the charset a page names,
 * then statistics. Only an encoding that gives back every byte is answered as `text`.
 */
export function detectEncoding(bytes: Buffer): Detection {
  const marked = byMark(bytes)
  if (marked !== null && isLossless(bytes, marked)) return text(marked)
  if (marked === null) {
    const utf16 = byNuls(bytes)
    if (utf16 !== null) return text(utf16)
  }
  const controls = controlShare(bytes)
  if (marked === null && controls > MAX_CONTROLS) return { kind: 'binary' }
  if (isUtf8(bytes)) return text('utf-8')
  const survey = surveyUtf8(bytes)
  if (marked === 'utf-8-bom' || (survey.wellFormed > 0 && survey.wellFormed >= survey.broken * 4)) {
    return { kind: 'damaged', encoding: marked ?? 'utf-8', byte: survey.firstBroken ?? 0 }
  }
  if (marked !== null) return { kind: 'damaged', encoding: marked, byte: lossAt(bytes, marked) }
  if (bytes.includes(0)) return { kind: 'binary' }
  const found = byMetaCharset(bytes) ?? byStatistics(bytes)
  return found === null ? { kind: 'damaged', encoding: 'utf-8', byte: survey.firstBroken ?? 0 } : text(found)
}
