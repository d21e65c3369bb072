import { expect, test } from 'vitest'
import { readDate } from '../../../../core/front-matter/dates/read-date.ts'
import { resolveInstant } from '../../../../core/front-matter/dates/resolve-instant.ts'

const at = (
  source: string,
  ...rest: [Parameters<typeof resolveInstant>[1]?, Parameters<typeof resolveInstant>[2]?]
) => resolveInstant(readDate(source)!, ...rest)

test('a written zone decides for every generator', () => {
  const epochMs = Date.UTC(2021, 11, 14)
  for (const generator of ['hexo', 'jekyll', 'hugo', 'astro', null] as const) {
    for (const source of [
      'Tue, 14 Dec 2021 00:00:00 GMT',
      '2021-12-14T08:00:00+08:00',
      '2021-12-13 19:00 -0500',
    ]) {
      expect(at(source, generator)).toEqual({ kind: 'zone', epochMs, dependsOnMachine: false })
    }
  }
})

test('milliseconds are taken from any number of fraction digits', () => {
  expect(at('2021-12-14T00:00:00.5Z').epochMs).toBe(Date.UTC(2021, 11, 14, 0, 0, 0, 500))
  expect(at('2021-12-14T00:00:00.123456789Z').epochMs).toBe(Date.UTC(2021, 11, 14, 0, 0, 0, 123))
})

test('a YAML timestamp without a zone is UTC for most', () => {
  expect(at('2021-12-14 08:00:00')).toEqual({
    kind: 'utc',
    epochMs: Date.UTC(2021, 11, 14, 8),
    dependsOnMachine: false,
  })
})

test('Hexo takes a date without a zone for local time, which depends on the machine', () => {
  expect(at('2021-12-14 08:00:00', 'hexo')).toEqual({ kind: 'local', epochMs: null, dependsOnMachine: true })
})

test('Hugo takes every date without a zone for UTC', () => {
  expect(at('2021-12-14 08:00:00', 'hugo', 'double').kind).toBe('utc')
})

test('Jekyll takes a plain time for UTC, a day or a quoted date for local', () => {
  expect(at('2021-12-14 08:00:00', 'jekyll').kind).toBe('utc')
  expect(at('2021-12-14', 'jekyll').kind).toBe('local')
  expect(at('2021-12-14 08:00:00', 'jekyll', 'single').kind).toBe('local')
})

test('text that is no YAML timestamp is local for JavaScript, an ISO day is UTC', () => {
  expect(at('Jul 08 2022', 'astro').kind).toBe('local')
  expect(at('2021-12-14 08:00:00', 'astro', 'double').kind).toBe('local')
  expect(at('2021-12-14', 'astro', 'double').kind).toBe('utc')
})
