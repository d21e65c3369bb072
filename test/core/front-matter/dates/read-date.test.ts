import { expect, test } from 'vitest'
import fc from 'fast-check'
import { readDate } from '../../../../core/front-matter/dates/read-date.ts'
import { samples } from './written-dates.ts'

const day = { year: 2021, month: 12, day: 14, hour: null, minute: null, second: null, fraction: null }
const eight = { ...day, hour: 8, minute: 0, second: 0 }
const none = { form: 'none', offset: null }

test.each([
  ['Tue, 14 Dec 2021 00:00:00 GMT', { ...eight, hour: 0 }, { form: 'GMT', offset: 0 }, 'second'],
  ['2021-12-14 08:00:00', eight, none, 'second'],
  ['2021-12-14T08:00:00+08:00', eight, { form: '±hh:mm', offset: 480 }, 'second'],
  ['2021-12-14T08:00:00Z', eight, { form: 'Z', offset: 0 }, 'second'],
  ['2021-12-14t08:00:00z', eight, { form: 'Z', offset: 0 }, 'second'],
  ['2021-12-14', day, none, 'day'],
  ['2021/12/14', day, none, 'day'],
  ['2021.12.14', day, none, 'day'],
  ['2021-1-1', { ...day, month: 1, day: 1 }, none, 'day'],
  [
    '2018-7-9 7:03 UTC',
    { ...day, year: 2018, month: 7, day: 9, hour: 7, minute: 3 },
    { form: 'UTC', offset: 0 },
    'minute',
  ],
  [
    '2021-12-14T08:00:00.123456789Z',
    { ...eight, fraction: '123456789' },
    { form: 'Z', offset: 0 },
    'fraction',
  ],
  ['2021-12-14 08:00:00+0800', eight, { form: '±hhmm', offset: 480 }, 'second'],
  ['2021-12-14 08:00:00 -0330', eight, { form: '±hhmm', offset: -210 }, 'second'],
  ['2021-12-14 08:00:00 -5', eight, { form: '±hh', offset: -300 }, 'second'],
  ['2021年12月14日', day, none, 'day'],
  ['2021年12月14日 星期二 08:00:00', eight, none, 'second'],
  ['2021年12月14日8时00分', { ...eight, second: null }, none, 'minute'],
  ['14 December 2021', day, none, 'day'],
  ['Dec 14, 2021', day, none, 'day'],
  ['Tue Dec 14 2021 08:00:00 GMT+0800 (中国标准时间)', eight, { form: 'GMT±', offset: 480 }, 'second'],
  ['  2021-12-14 ', day, none, 'day'],
])('%s is understood', (source, parts, zone, precision) => {
  expect(readDate(source)).toMatchObject({ ...parts, zone, precision, source })
})

test.each([
  ['01/02/2021', 'a day and a month in unknown order'],
  ['2021-02-30', 'a day February does not have'],
  ['2021-02-29', 'a leap day in a common year'],
  ['2021-13-01', 'a thirteenth month'],
  ['2021-00-10', 'a month zero'],
  ['0000-01-01', 'a year zero'],
  ['2021-12-14 24:00:00', 'an hour 24'],
  ['2021-12-14 08:60', 'a minute 60'],
  ['2021-12-14 08:00:00 +2500', 'an offset of more than a day'],
  ['2021-12-14 08:00:00 CST', 'a zone name with several meanings'],
  ['2021-12/14', 'mixed separators'],
  ['20211214', 'a plain number'],
  ['2021-12', 'a month'],
  ['2021', 'a year'],
  ['07:32:00', 'a time without a day'],
  ['yesterday', 'a word'],
  ['Foo, 14 Dec 2021', 'an unknown weekday'],
  ['14 Dez 2021', 'a month in another language'],
  ['{{ date }}', 'a placeholder'],
  ['', 'nothing'],
  ['2021-12-14'.repeat(50), 'something far too long'],
])('%s is not taken for a date: %s', (source) => {
  expect(readDate(source)).toBeNull()
})

test('a leap day in a leap year is a date', () => {
  expect(readDate('2024-02-29')).toMatchObject({ year: 2024, month: 2, day: 29 })
})

test('every notation is read to the parts it was written from', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const read = readDate(sample.text)
      expect(read).toMatchObject({ year: sample.year, month: sample.month, day: sample.day })
      if (read?.hour !== null) expect(read).toMatchObject({ hour: sample.hour, minute: sample.minute })
      expect(read?.pieces.map((piece) => piece.text).join('')).toBe(sample.text)
    }),
  )
})

test('no text makes it throw, and what is read has its pieces add up to the source', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          '0',
          '1',
          '2',
          '9',
          '-',
          '/',
          '.',
          ':',
          ' ',
          'T',
          'Z',
          'GMT',
          '+',
          '年',
          '月',
          '日',
          'Dec',
          ',',
        ),
      }),
      (text) => {
        const read = readDate(text)
        if (read) expect(read.pieces.map((piece) => piece.text).join('')).toBe(text)
      },
    ),
  )
})
