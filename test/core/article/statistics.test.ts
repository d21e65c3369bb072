import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCounts, countText, NO_COUNTS, readingMinutes } from '../../../core/article/statistics.ts'
import { runs } from '../../runs.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

function segmentedWords(text: string): number {
  return [...segmenter.segment(text)].filter((one) => one.isWordLike === true).length
}

describe('statistics', () => {
  test('a Chinese character is a word, punctuation is none', () => {
    expect(countText('今天天气好，出门吧。')).toEqual({
      words: 8,
      characters: 10,
      charactersNoSpaces: 10,
      cjk: 8,
    })
  })

  test('Latin words and numbers among Chinese count as one each', () => {
    expect(countText('使用 CodeMirror 6 编辑')).toMatchObject({ words: 6, cjk: 4, characters: 18 })
    expect(countText('3月5日')).toMatchObject({ words: 4, cjk: 2 })
  })

  test('Japanese kana count as characters, Korean words by their spaces', () => {
    expect(countText('これはテストです').words).toBe(8)
    expect(countText('안녕하세요 여러분').words).toBe(2)
  })

  test('characters are code points, without line ends; spaces of all kinds can be left out', () => {
    expect(countText('a b\u3000c\n😀\r\n')).toMatchObject({ characters: 6, charactersNoSpaces: 4 })
  })

  test('words are those of Intl.Segmenter outside of CJK', () => {
    const piece = fc.constantFrom(
      ...'a b Z é ß д ש ع 가 1 23 a_b . , : ; - \' ’ " ( ) * # / @ & 😀'.split(' '),
      ' ',
      '\n',
      'word',
      "don't",
      '3.14',
      'e\u0301',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        expect(countText(text).words).toBe(segmentedWords(text))
      }),
      { numRuns: runs(2000) },
    )
  })

  test('a double quote between Hebrew letters parts no word', () => {
    expect(countText('צה"ל "של" ש"').words).toBe(segmentedWords('צה"ל "של" ש"'))
  })

  test('scripts without spaces are counted with a dictionary', () => {
    expect(countText('สวัสดีครับ').words).toBe(segmentedWords('สวัสดีครับ'))
  })

  test('counts of lines add up to the count of the text', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', '文', '.', '1', '😀') })
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const sum = lines.map((one) => countText(`${one}\n`)).reduce(addCounts, NO_COUNTS)
        expect(sum).toEqual(countText(lines.map((one) => `${one}\n`).join('')))
      }),
    )
  })

  test('reading time is rounded up', () => {
    expect(readingMinutes(NO_COUNTS)).toBe(0)
    expect(readingMinutes({ ...NO_COUNTS, words: 241 })).toBe(2)
    expect(readingMinutes({ ...NO_COUNTS, words: 400, cjk: 400 })).toBe(1)
  })
})
