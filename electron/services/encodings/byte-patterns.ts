import { isUtf8 } from 'node:buffer'

/** What can be said of bytes before any decoding. */

/** True for control bytes no text needs: all below space but tab, line ends, form feed, backspace and escape. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f
}

/** The share of control bytes, NUL included, in the first and last 64 KB (0 to 1). */
export function controlShare(bytes: Buffer): number {
  if (bytes.length === 0) return 0
  const part = 64 * 1024
  const parts =
    bytes.length <= 2 * part ? [bytes] : [bytes.subarray(0, part), bytes.subarray(bytes.length - part)]
  let controls = 0
  let length = 0
  for (const piece of parts) {
    length += piece.length
    for (const byte of piece) if (isControl(byte)) controls++
  }
  return controls / length
}

/**
 * Which UTF-16 without a mark the NULs speak for: those of ASCII stand in every second byte only. In what could be
 * UTF-8 they have to be many: a stray one is no more than that.
 */
export function utf16ByNuls(bytes: Buffer): 'utf-16le-no-bom' | 'utf-16be-no-bom' | null {
  if (bytes.length % 2 !== 0) return null
  let even = 0
  let odd = 0
  const end = Math.min(bytes.length, 1024 * 1024)
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  if ((even + odd) * 8 < end && isUtf8(bytes)) return null
  // Few characters beyond ASCII have a zero byte on the other side: U+4E00 is one.
  if (odd > even * 4) return 'utf-16le-no-bom'
  return even > odd * 4 ? 'utf-16be-no-bom' : null
}

/** How much of some bytes is UTF-8. */
export interface Utf8Survey {
  /** Well-formed sequences of two bytes and more. */
  readonly wellFormed: number
  /** Places where a non-ASCII byte begins no well-formed sequence. */
  readonly broken: number
  /** Index of the first such place, or null. */
  readonly firstBroken: number | null
}

function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (length === 0 || lead > 0xf4 || at + length > bytes.length) return 0
  const second = bytes[at + 1] ?? 0
  // Unicode, table 3-7: no overlong forms, surrogates or values above U+10FFFF.
  const from = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const to = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < from || second > to) return 0
  for (let i = 2; i < length; i++) {
    const byte = bytes[at + i] ?? 0
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  return length
}

export function surveyUtf8(bytes: Buffer): Utf8Survey {
  let wellFormed = 0
  let broken = 0
  let firstBroken: number | null = null
  let at = 0
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++
      continue
    }
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      wellFormed++
      at += length
    } else {
      broken++
      firstBroken ??= at
      at++
      // The rest of one broken sequence is not counted again.
      while (at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at++
    }
  }
  return { wellFormed, broken, firstBroken }
}

/**
 * The words that hold a non-ASCII byte, at most `limit` bytes of them: a few Chinese characters in a long ASCII
 * page would not count for a detector. No multi-byte encoding has a trail byte among the separators used here.
 */
export function foreignWords(bytes: Buffer, limit: number): Buffer {
  const out = Buffer.alloc(limit)
  let length = 0
  let start = 0
  let foreign = false
  for (let at = 0; at <= bytes.length && length < limit; at++) {
    const byte = at < bytes.length ? (bytes[at] ?? 0) : 0x20
    const separates = byte < 0x30 || (byte > 0x39 && byte < 0x40)
    if (byte >= 0x80) foreign = true
    if (!separates) continue
    if (foreign) {
      const room = Math.min(at - start, limit - length - 1)
      length += bytes.copy(out, length, start, start + Math.max(room, 0))
      if (length < limit) out[length++] = 0x20
    }
    start = at + 1
    foreign = false
  }
  return out.subarray(0, length)
}
