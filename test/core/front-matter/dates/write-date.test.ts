import { expect, test } from 'vitest'
import fc from 'fast-check'
import { readDate } from '../../../../core/front-matter/dates/read-date.ts'
import { writeDate } from '../../../../core/front-matter/dates/write-date.ts'
import type { DateComponents, WrittenDate } from '../../../../core/front-matter/dates/written-date.ts'
import { samples } from './written-dates.ts'

const written = (source: string): WrittenDate => {
  const date = readDate(source)
  if (!date) throw new Error(`not a date: ${source}`)
  return date
}

test.each<[string, Partial<DateComponents>, string]>([
  ['Tue, 14 Dec 2021 00:00:00 GMT', { day: 15 }, 'Wed, 15 Dec 2021 00:00:00 GMT'],
  ['Tue, 14 Dec 2021 00:00:00 GMT', { day: 5 }, 'Sun, 05 Dec 2021 00:00:00 GMT'],
  ['Tue, 14 Dec 2021 00:00:00 GMT', { month: 1 }, 'Thu, 14 Jan 2021 00:00:00 GMT'],
  ['Mon, 14 Dec 2021 00:00:00 GMT', { hour: 9 }, 'Mon, 14 Dec 2021 09:00:00 GMT'],
  ['2021-12-14', { month: 1, day: 2 }, '2021-01-02'],
  ['2021-1-1', { month: 12, day: 9 }, '2021-12-9'],
  ['2021/12/14', { year: 987 }, '0987/12/14'],
  ['2021-12-14 08:00:00', { hour: 7 }, '2021-12-14 07:00:00'],
  ['2018-7-9 7:03 UTC', { month: 11, hour: 6, minute: 5 }, '2018-11-9 6:05 UTC'],
  ['2018-7-9 7:03 UTC', { second: 30 }, '2018-7-9 7:03 UTC'],
  ['2021-12-14T08:00:00.123456789+08:00', { second: 1 }, '2021-12-14T08:00:01.123456789+08:00'],
  ['2021-12-14T08:00:00.000Z', { fraction: '5' }, '2021-12-14T08:00:00.500Z'],
  ['2021-12-14T08:00:00.00Z', { fraction: '123456' }, '2021-12-14T08:00:00.12Z'],
  ['2021年12月14日', { month: 1, day: 5 }, '2021年1月5日'],
  ['2021年01月05日', { day: 6 }, '2021年01月06日'],
  ['2021年12月14日 星期二', { day: 19 }, '2021年12月19日 星期日'],
  ['Jul 18 2022', { month: 5, day: 8 }, 'May 08 2022'],
  ['December 14, 2021', { month: 3, day: 4 }, 'March 4, 2021'],
  ['TUESDAY, 14 DEC 2021', { day: 15 }, 'WEDNESDAY, 15 DEC 2021'],
  [' 2021-12-14  08:00 ', { day: 1 }, ' 2021-12-01  08:00 '],
])('%s with %o is %s', (source, change, expected) => {
  expect(writeDate(written(source), change)).toBe(expected)
})

test('a date that does not exist is refused', () => {
  expect(() => writeDate(written('2021-12-31'), { month: 2 })).toThrow(RangeError)
  expect(() => writeDate(written('2021-12-31 08:00'), { minute: 60 })).toThrow(RangeError)
})

test('a date written with its own parts is the same text', () => {
  fc.assert(
    fc.property(samples, ({ text }) => {
      expect(writeDate(written(text), {})).toBe(text)
    }),
  )
})

test('one changed part changes that part and at most the weekday', () => {
  fc.assert(
    fc.property(samples, fc.constantFrom('year', 'hour', 'minute', 'second'), fc.nat(), (sample, unit, n) => {
      const before = written(sample.text)
      if (before[unit] === null) return
      const value = unit === 'year' ? 1 + (n % 9999) : n % (unit === 'hour' ? 24 : 60)
      fc.pre(before.month !== 2 || before.day < 29)
      const after = written(writeDate(before, { [unit]: value }))
      expect(after).toMatchObject({ ...parts(before), [unit]: value, zone: before.zone })
      const changed = after.pieces.filter((piece, index) => piece.text !== before.pieces[index]?.text)
      expect(changed.every((piece) => piece.unit === unit || piece.unit === 'weekday')).toBe(true)
      expect(after.pieces).toHaveLength(before.pieces.length)
    }),
  )
})

test('any other day in the same notation reads back as that day', () => {
  fc.assert(
    fc.property(samples, samples, (sample, other) => {
      const before = written(sample.text)
      const day = { year: other.year, month: other.month, day: other.day }
      const after = written(writeDate(before, day))
      expect(after).toMatchObject({
        ...parts(before),
        ...day,
        zone: before.zone,
        precision: before.precision,
      })
    }),
  )
})

function parts({ year, month, day, hour, minute, second, fraction }: DateComponents): DateComponents {
  return { year, month, day, hour, minute, second, fraction }
}
