import { describe, expect, test } from 'vitest'
import { htmlScanner } from '../../../core/markdown/html-scanner.ts'
import { nextTag } from '../../../core/markdown/html-tags.ts'
import { tagEnds } from '../../../core/markdown/tag-ends.ts'

/** The text up to where the element at `from` ends; null when it does not. */
function element(text: string, from = 0): string | null {
  const open = nextTag(text, from)
  const close = open && tagEnds(text)(open)
  return open && close ? text.slice(open.from, close.to) : null
}

describe('the end of an element', () => {
  test.each([
    ['<div>a<div>b</div></div><div>', '<div>a<div>b</div></div>'],
    ['<b>a<i>b</b></i>', '<b>a<i>b</b>'],
    ['<b>a</i></b>', '<b>a</i></b>'],
    ['<div>a<!-- </div> --></div>', '<div>a<!-- </div> --></div>'],
    ['<div>a', null],
  ])('of %s is found by the tags of its name', (text, expected) => {
    expect(element(text)).toBe(expected)
  })

  test('can be asked of elements in any order', () => {
    const text = '<p>x</p><div>a<div>b</div></div>'
    const ends = tagEnds(text)
    const at = (from: number) => ends(nextTag(text, from)!)?.to
    expect([at(14), at(8), at(0)]).toEqual([26, 32, 8])
  })

  test('that never comes is not looked for again by each of 100,000 elements', () => {
    const text = '<div>'.repeat(100_000)
    const { pieces } = htmlScanner().scan(text, true, false)
    expect(pieces.reduce((sum, piece) => sum + piece.length, 0)).toBe(text.length)
    expect(pieces.length).toBeGreaterThan(90_000)
  })
})
