import { isUtf8 } from 'node:buffer'
import jschardet from 'jschardet'
import { ENCODINGS, type Encoding } from '../../../core/encodings.ts'
import { controlShare, foreignWords, surveyUtf8, utf16ByNuls } from './byte-patterns.ts'
import { byteOrderMark, decode, firstLoss, isLossless } from './codec.ts'
import { encodingOfLabel } from './labels.ts'
import { plausibility } from './plausible.ts'

/** What bytes are read as, or why they cannot be read as text without loss. */
export type Detection =
  | { readonly kind: 'text'; readonly encoding: Encoding }
  /** `byte`: index of the first byte that does not fit. */
  | { readonly kind: 'damaged'; readonly encoding: Encoding; readonly byte: number }
  | { readonly kind: 'binary' }

const SAMPLE = 64 * 1024
/** Above this share of control bytes nobody wrote the file as text. */
const MAX_CONTROLS = 0.005
/** The same for well-formed UTF-8 without NULs, which hardly anything but text is: a paste brings some of them. */
const MAX_CONTROLS_IN_UTF8 = 0.1

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

/** What a detector thinks of the words that are not ASCII, most likely first, as far as Galley reads it. */
function guesses(sample: Buffer): readonly Encoding[] {
  const found = new Set<Encoding>()
  for (const { encoding } of jschardet.detectAll(sample, { minimumThreshold: 0 })) {
    const known = encoding === null ? null : encodingOfLabel(encoding)
    if (known !== null && !known.startsWith('utf')) found.add(known)
  }
  return [...found]
}

const KANA = /[\u3041-\u30ff]/
const JAPANESE = /^[\s\x21-\x7e\u3000-\u30ff\u4e00-\u9fff\uff00-\uff60]*$/

/** A few words in Japanese syllables, too short for statistics: no other language's bytes read so. */
function byKana(sample: Buffer): Encoding | null {
  const encodings: readonly Encoding[] = ['shift_jis', 'euc-jp']
  const reads = encodings.find((encoding) => {
    const words = decode(sample, encoding)
    const foreign = Array.from(words).filter((it) => it > '\x7f')
    return JAPANESE.test(words) && foreign.filter((it) => KANA.test(it)).length * 2 >= foreign.length
  })
  return reads ?? null
}

function byStatistics(bytes: Buffer): Encoding | null {
  const sample = foreignWords(bytes, SAMPLE)
  const ranked = guesses(sample)
  for (const encoding of ranked) {
    // Detectors are sure of East Asian texts from a few characters on, and of European ones only from a page on.
    if (encoding.startsWith('windows')) break
    // The GB18030 of texts without its four-byte forms is what everybody calls GBK.
    const simple: Encoding = encoding === 'gb18030' && isLossless(bytes, 'gbk') ? 'gbk' : encoding
    if (isLossless(bytes, simple)) return simple
  }
  const japanese = byKana(sample)
  if (japanese !== null && isLossless(bytes, japanese)) return japanese
  const single = ENCODINGS.filter((it) => it.startsWith('windows')).map((encoding) => {
    const rank = ranked.indexOf(encoding)
    const favour = rank < 0 ? 0 : 0.1 / (rank + 1)
    return { encoding, score: plausibility(decode(sample, encoding), encoding) + favour }
  })
  single.sort((a, b) => b.score - a.score)
  const readable = [...single.map((it) => it.encoding), ...ranked]
  return readable.find((encoding) => isLossless(bytes, encoding)) ?? null
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
  const wellFormed = isUtf8(bytes)
  const most = wellFormed && !bytes.includes(0) ? MAX_CONTROLS_IN_UTF8 : MAX_CONTROLS
  if (marked === null && controlShare(bytes) > most) return { kind: 'binary' }
  if (wellFormed) return text('utf-8')
  const survey = surveyUtf8(bytes)
  if (marked === 'utf-8-bom' || (survey.wellFormed > 0 && survey.wellFormed >= survey.broken * 4)) {
    return { kind: 'damaged', encoding: marked ?? 'utf-8', byte: survey.firstBroken ?? 0 }
  }
  if (marked !== null) return { kind: 'damaged', encoding: marked, byte: lossAt(bytes, marked) }
  if (bytes.includes(0)) return { kind: 'binary' }
  const found = byMetaCharset(bytes) ?? byStatistics(bytes)
  return found === null ? { kind: 'damaged', encoding: 'utf-8', byte: survey.firstBroken ?? 0 } : text(found)
}
