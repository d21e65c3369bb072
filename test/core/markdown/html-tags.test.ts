import { describe, expect, test } from 'vitest'
import { isWellNested, nextTag, tagBalance } from '../../../core/markdown/html-tags.ts'

describe('tags in HTML source', () => {
  test.each([
    ['<div><p>x</p>', 1],
    ['<br><img src="a>b">', 0],
    ['<!-- <div> -->', 0],
    ['<!--><div>', 1],
    ['<script>if (a < b) "<div>"</script>', 0],
    ['</div>', -1],
    ['a < b and c > d', 0],
    ['<p title="</p>">', 1],
  ])('%s has a balance of %i', (text, balance) => {
    expect(tagBalance(text)).toBe(balance)
  })

  test('an unclosed tag ends with the text', () => {
    expect(nextTag('x <a href="y', 0)).toEqual({ kind: 'open', name: 'a', from: 2, to: 12 })
  })

  test.each([
    ['<p>a <b>b</b></p>', true],
    ['plain', true],
    ['<p>a <b>b</p></b>', false],
    ['<b>a', false],
    ['a</b>', false],
    ['<!-- x', false],
    ['<svg></svg>', false],
    ['<p title="', false],
  ])('%s is well nested: %s', (text, nested) => {
    expect(isWellNested(text)).toBe(nested)
  })
})
