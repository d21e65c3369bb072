import { Text } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Stretch } from '../../../core/markdown/long-words.ts'
import { longTexts } from '../../../renderer/editor/long-texts.ts'

const docOf = (text: string): Text => Text.of(text.split('\n'))

/** The texts as they are found by reading all of it. */
function plainly(text: string): Stretch[] {
  return [...text.matchAll(/(?<=^|>)[^<>]{100001,}/g)].map(({ index, 0: found }) => ({
    from: index + 1000,
    to: index + found.length - 1000,
  }))
}

const inOrder = (found: readonly Stretch[]): Stretch[] => found.toSorted((a, b) => a.from - b.from)

const words = 'harbour '.repeat(20_000)

describe('long texts of HTML', () => {
  test.each([
    ['on one line', `<p>${words}</p><p>After</p>`],
    ['on many lines', `<h1>Before</h1>\n<p>${words.replaceAll('r h', 'r\nh')}</p>\n<p>After</p>`],
    ['at the end', `<p>Before</p>${words}`],
    ['at the beginning', `${words}<p>After</p>`],
    ['as all there is', words],
    ['several of them', `<p>${words}<p>short<p>${words.replaceAll('r h', 'r\nh')}<p>${words}`],
  ])('are found %s', (_where, text) => {
    const found = inOrder(longTexts(docOf(text)))
    expect(found).toEqual(plainly(text))
    expect(found).not.toEqual([])
  })

  test('are none inside a tag', () => {
    expect(longTexts(docOf(`<p title="${words}">text</p>`))).toEqual([])
  })

  test('are found the same wherever the brackets and the line ends are', () => {
    const letters = (count: number): string => 'a'.repeat(count)
    const lines = (count: number): string => 'a quay by the sea\n'.repeat(count)
    // Told by their makers, so that one that fails can be read.
    const part = fc.oneof(
      fc.constantFrom('<', '>', '<b>', '\n', 'a'),
      fc.integer({ min: 1, max: 120_000 }),
      fc.constantFrom(99_999, 100_000, 100_001),
      fc.integer({ min: -6000, max: -1 }),
    )
    const textOf = (one: string | number): string =>
      typeof one === 'string' ? one : one < 0 ? lines(-one) : letters(one)
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.map(textOf).join('')
        expect(inOrder(longTexts(docOf(text)))).toEqual(plainly(text))
      }),
      { numRuns: 60 },
    )
  })
})
