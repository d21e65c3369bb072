import { describe, expect, test } from 'vitest'
import { sourceOffset } from '../../../renderer/preview/caret-place.ts'

/** Both with a bar where the caret is. */
function finds(rendered: string, source: string): void {
  const at = rendered.indexOf('|')
  const offset = sourceOffset(source.replace('|', ''), { text: rendered.replace('|', ''), at })
  expect(offset).toBe(source.indexOf('|'))
}

describe('a place in rendered text', () => {
  test('is found between marks', () => finds('A strong wo|rd here', 'A **strong** wo|rd here'))
  test('is found in the right one of equal words', () =>
    finds('word word wo|rd word', 'word word wo|rd word'))
  test('is found in Chinese', () => finds('重点后|文很长', '**重点**后|文很长'))
  test('is in proportion when the source has no such text', () => {
    expect(sourceOffset('&copy;&reg;', { text: '©®', at: 1 })).toBe(6)
  })
})
