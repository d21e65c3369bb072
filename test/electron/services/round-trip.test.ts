import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { ENCODINGS } from '../../../core/encodings.ts'
import { AppError } from '../../../core/errors.ts'
import { decode, encode } from '../../../electron/services/encodings/codec.ts'
import { nodeFileSystem } from '../../../electron/services/files/file-system.ts'
import { openArticle } from '../../../electron/services/files/open-article.ts'
import { open, saverIn } from './saving.ts'
import { tempFolder } from './temp-folder.ts'
import { runs } from '../../runs.ts'

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 80 }).map((it) => Buffer.from(it, 'utf8')),
  fc
    .tuple(
      fc.constantFrom(...ENCODINGS),
      fc.string({ unit: fc.constantFrom(...Array.from('ab \r\n\t中文かなé—ñжω\u2028\uFEFF')) }),
    )
    .map(([encoding, text]) => encode(text, encoding)),
)

const damaged = fc.tuple(fc.nat(40), fc.integer({ min: 0x80, max: 0xff })).map(([at, byte]) => {
  const bytes = Buffer.from('前面是好的文字，后面也是好的文字。')
  bytes[at] = byte
  return bytes
})

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('\r\n', '\r', '\n', '中', 'a'), fc.string({ unit: 'binary', maxLength: 1 })),
})

describe('any bytes in a file', () => {
  it('are refused, opened read-only with a reason, or saved again as the same bytes', async () => {
    const path = join(await tempFolder(), 'article.txt')
    const saver = saverIn(await tempFolder())
    const met = { refused: 0, readOnly: 0, saved: 0 }
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyBytes, damaged), async (raw) => {
        await writeFile(path, raw)
        const article = await open(path).catch((error: unknown) => {
          expect(error).toBeInstanceOf(AppError)
          return null
        })
        if (article === null) met.refused++
        else if (article.readOnly !== null) {
          met.readOnly++
          expect(article.readOnly.code).toBe('damagedEncoding')
        } else {
          met.saved++
          await saver.save({ ...article, base: article.version, overwrite: false })
        }
        expect(await readFile(path)).toEqual(Buffer.from(raw))
      }),
      { numRuns: runs(250) },
    )
    // Each outcome was really met.
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(0)
  })
})

describe('any text', () => {
  it('is saved and read again exactly in the encoding it was saved in, or refused whole', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'article.txt')
    const saver = saverIn(folder)
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...ENCODINGS), async (text, encoding) => {
        await writeFile(path, 'before')
        const saved = await saver.save({ path, text, encoding, base: null, overwrite: true }).then(
          () => true,
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'unencodable' })
            return false
          },
        )
        expect(await readFile(path)).toEqual(saved ? encode(text, encoding) : Buffer.from('before'))
      }),
      { numRuns: runs(200) },
    )
  })
})

/** With U+FFFD for halves of characters. */
const wellFormed = (text: string): string => Buffer.from(text).toString()

describe('any edits of an article', () => {
  it('are there when it is saved and opened again, line ends and all', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'article.md')
    const saver = saverIn(folder)
    const edits = fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(6),
        anyText.map((it) => it.slice(0, 6)),
      ),
      {
        maxLength: 8,
      },
    )
    await fc.assert(
      fc.asyncProperty(anyText, edits, async (start, script) => {
        const text = script.reduce((now, [at, length, insert]) => {
          const from = at % (now.length + 1)
          return applyEdits(now, [{ from, to: Math.min(now.length, from + length), insert }])
        }, wellFormed(start))
        fc.pre(!/\p{Surrogate}/u.test(text))
        await writeFile(path, wellFormed(start))
        const { version } = await open(path).catch(() => ({ version: null }))
        const request = { path, text, encoding: 'utf-8', base: version, overwrite: true } as const
        await saver.save(request)
        expect(decode(await readFile(path), 'utf-8')).toBe(text)
        const again = await openArticle(nodeFileSystem, path, { chosen: 'utf-8', remembered: null })
        expect(again).toMatchObject({ text, readOnly: null })
      }),
      { numRuns: runs(200) },
    )
  })
})
