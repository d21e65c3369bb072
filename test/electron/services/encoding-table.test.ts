import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode, isLossless } from '../../../electron/services/encodings/codec.ts'
import { detectEncoding } from '../../../electron/services/encodings/detect.ts'
import { encodeLossless } from '../../../electron/services/encodings/unencodable.ts'
import { ofLength, TEXTS } from './encoding-texts.ts'
import { runs } from '../../runs.ts'

const FORMS = {
  Markdown: (text: string) => `---\ntitle: x\ntags: [a, b]\n---\n\n# Notes\n\n${text}\n\n- one\n- two\n`,
  HTML: (text: string) =>
    `---\ntitle: x\n---\n<div class="post"><p style="margin: 0">${text}</p>\n<img src="a.png"></div>`,
}

const EAST_ASIAN = new Set(['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'])

interface Figures {
  readonly total: number
  /** What was read as something else. */
  readonly wrong: readonly { readonly encoding: string; readonly as: string; readonly text: string }[]
}

/** Reads every text of this length from twenty starting points, in both forms. */
function measure(length: number): Figures {
  const wrong: { encoding: string; as: string; text: string }[] = []
  let total = 0
  for (const { encoding, text } of TEXTS) {
    for (let start = 0; start < 60; start += 3) {
      for (const wrap of Object.values(FORMS)) {
        const piece = wrap(ofLength(Array.from(text).slice(start).join('') + text, length))
        if (!/[^\x00-\x7f]/.test(piece)) continue
        total++
        const bytes = encode(piece, encoding)
        const found = detectEncoding(bytes)
        const as = found.kind === 'text' ? found.encoding : found.kind
        if (found.kind !== 'text') wrong.push({ encoding, as, text: piece })
        else {
          // Whatever it is taken for, it is never damaged by being opened and saved.
          expect(encode(decode(bytes, found.encoding), found.encoding).equals(bytes)).toBe(true)
          const edited = `${decode(bytes, found.encoding)}!`
          expect(decode(encodeLossless(edited, found.encoding), found.encoding)).toBe(edited)
          if (decode(bytes, found.encoding) !== piece) wrong.push({ encoding, as, text: piece })
        }
      }
    }
  }
  return { total, wrong }
}

describe('the encoding of a text is told from its bytes', () => {
  it.each([
    { length: 8, share: 0.9 },
    { length: 20, share: 0.98 },
    { length: 200, share: 1 },
    { length: 2000, share: 1 },
  ])('when it is $length characters long', ({ length, share }) => {
    const { total, wrong } = measure(length)
    console.log(`${length} characters: ${total - wrong.length} of ${total} texts read exactly`)
    if (length >= 20) expect(wrong.filter((it) => EAST_ASIAN.has(it.encoding))).toEqual([])
    expect((total - wrong.length) / total).toBeGreaterThanOrEqual(share)
  })

  it('when eight Chinese characters stand in a long ASCII page', () => {
    const page = `<p>${'plain words '.repeat(20_000)}</p>\n<p>今天的天气很好啊</p>\n`
    expect(detectEncoding(encode(page, 'gbk'))).toEqual({ kind: 'text', encoding: 'gbk' })
    const traditional = page.replace('今天的天气很好啊', '今天的天氣很好啊')
    expect(detectEncoding(encode(traditional, 'big5'))).toEqual({ kind: 'text', encoding: 'big5' })
  })

  it.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-16le-no-bom', 'utf-16be-no-bom'] as const)(
    'when it is %s of any language',
    (encoding) => {
      for (const { text } of TEXTS) {
        const piece = FORMS.Markdown(ofLength(text, 8))
        const bytes = encode(piece, encoding)
        expect(detectEncoding(bytes)).toEqual({ kind: 'text', encoding })
        expect(decode(bytes, encoding)).toBe(piece)
      }
    },
  )

  it('when a page names it, also for a single letter', () => {
    const page = '<!doctype html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-9"><p>ğ'
    expect(detectEncoding(encode(page, 'windows-1254'))).toEqual({ kind: 'text', encoding: 'windows-1254' })
  })

  it('when a page names the wrong one', () => {
    const page = `<meta charset="utf-8"><p>${ofLength(TEXTS[0]!.text, 20)}</p>`
    expect(detectEncoding(encode(page, 'gbk'))).toEqual({ kind: 'text', encoding: 'gbk' })
  })
})

describe('every byte string', () => {
  it('is taken for text only in an encoding that gives back every byte', () => {
    const text = fc.string({ unit: 'binary', maxLength: 100 })
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      text.map((it) => Buffer.from(it, 'utf8')),
      text.map((it) => Buffer.from(it, 'utf16le')),
      fc.array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 200 }).map((it) => Uint8Array.from(it)),
    )
    fc.assert(
      fc.property(bytes, (raw) => {
        const content = Buffer.from(raw)
        const found = detectEncoding(content)
        if (found.kind === 'text') expect(isLossless(content, found.encoding)).toBe(true)
        if (found.kind === 'damaged') {
          expect(found.byte).toBeGreaterThanOrEqual(0)
          expect(found.byte).toBeLessThan(content.length)
          expect(isLossless(content, found.encoding)).toBe(false)
        }
      }),
      { numRuns: runs(2000) },
    )
  })
})
