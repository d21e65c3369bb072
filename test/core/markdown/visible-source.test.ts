import { expect, test } from 'vitest'
import { visibleSource } from '../../../core/markdown/visible-source.ts'

test.each([
  ['white space', `${' '.repeat(20_000)}x`],
  ['addresses that are not closed', '[a]('.repeat(100_000)],
  ['images that are not closed', '![]('.repeat(100_000)],
  ['brackets', ']['.repeat(100_000)],
  ['dashes', `${'- '.repeat(100_000)}x`],
])('what is seen is read to the end behind any number of %s', (_name, source) => {
  expect(visibleSource(`${source} end`, 'markdown').text.endsWith(' end')).toBe(true)
})

test('an address ends at the parenthesis that closes it, also with others in it', () => {
  const seen = (source: string): string => visibleSource(source, 'markdown').text
  expect(seen('a [b](x(y)z) c')).toBe('a b c')
  expect(seen('a [b](x\\)y) c')).toBe('a b c')
  expect(seen('a [b](x c')).toBe('a b(x c')
})
