import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinLineEnds, splitLineEnds } from '../../../core/article/line-ends.ts'

const rawText = fc
  .array(fc.constantFrom('\n', '\r\n', '\r', 'a', '文', ' ', '\u2028', '\u0085', '\f', '\u00a0', '\v', '😀'))
  .map((parts) => parts.join(''))

describe('line ends', () => {
  test('joining is the inverse of splitting for every text', () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        const { text, ends } = splitLineEnds(raw)
        expect(text).not.toContain('\r')
        expect(joinLineEnds(text, ends)).toBe(raw)
      }),
    )
  })

  test('the usual end is the most frequent one', () => {
    expect(splitLineEnds('a\r\nb\r\nc\nd').ends).toEqual({
      dominant: 'crlf',
      exceptions: [{ at: 5, end: 'lf' }],
    })
    expect(splitLineEnds('a\rb\rc').ends).toEqual({ dominant: 'cr', exceptions: [] })
    expect(splitLineEnds('one line').ends).toEqual({ dominant: 'lf', exceptions: [] })
  })

  test('a carriage return before CRLF is a line end of its own', () => {
    expect(splitLineEnds('\r\r\n').text).toBe('\n\n')
  })

  test('characters that only look like line ends are left alone', () => {
    const odd = 'a\u2028b\u2029c\u0085d\fe\vf\u00a0g'
    expect(splitLineEnds(odd)).toEqual({ text: odd, ends: { dominant: 'lf', exceptions: [] } })
  })

  test('an exception that stands on no line end is ignored', () => {
    expect(joinLineEnds('ab\nc', { dominant: 'crlf', exceptions: [{ at: 0, end: 'cr' }] })).toBe('ab\r\nc')
  })
})
