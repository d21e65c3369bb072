import fc from 'fast-check'
import { daysInMonth, MONTHS, WEEKDAYS, weekdayOf } from '../../../../core/front-matter/dates/calendar.ts'

/** A generated date and the text of it in one notation. */
export interface Sample {
  readonly text: string
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const moment = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
    fraction: fc.stringMatching(/^[0-9]{1,9}$/),
  })
  .map((parts) => ({ ...parts, day: Math.min(parts.day, daysInMonth(parts.year, parts.month)) }))

type Moment = typeof moment extends fc.Arbitrary<infer T> ? T : never

const pad = (value: number, width = 2) => String(value).padStart(width, '0')
const y = (m: Moment) => pad(m.year, 4)
const isoDay = (m: Moment) => `${y(m)}-${pad(m.month)}-${pad(m.day)}`
const clock = (m: Moment) => `${pad(m.hour)}:${pad(m.minute)}:${pad(m.second)}`
const month = (m: Moment) => MONTHS[m.month - 1]!
const weekday = (m: Moment) => WEEKDAYS[weekdayOf(m.year, m.month, m.day)]!

/** Every notation, by an example of it. */
export const NOTATIONS: Readonly<Record<string, (m: Moment) => string>> = {
  '2021-12-14': isoDay,
  '2021/12/14': (m) => `${y(m)}/${pad(m.month)}/${pad(m.day)}`,
  '2021-1-1': (m) => `${y(m)}-${m.month}-${m.day}`,
  '2021-12-14 08:00:00': (m) => `${isoDay(m)} ${clock(m)}`,
  '2021-12-14T08:00:00+08:00': (m) => `${isoDay(m)}T${clock(m)}+08:00`,
  '2021-12-14T08:00:00Z': (m) => `${isoDay(m)}T${clock(m)}Z`,
  '2021-12-14 08:00:00 +0800': (m) => `${isoDay(m)} ${clock(m)} +0800`,
  '2021-12-14 08:00:00+0800': (m) => `${isoDay(m)} ${clock(m)}+0800`,
  '2021-12-14 08:00:00.123456789 -5': (m) => `${isoDay(m)} ${clock(m)}.${m.fraction} -5`,
  '2021-12-14T08:00:00.123Z': (m) => `${isoDay(m)}T${clock(m)}.${m.fraction}Z`,
  '2018-7-9 7:03 UTC': (m) => `${y(m)}-${m.month}-${m.day} ${m.hour}:${pad(m.minute)} UTC`,
  '2021年12月14日': (m) => `${y(m)}年${m.month}月${m.day}日`,
  '2021年12月14日 8时5分': (m) => `${y(m)}年${m.month}月${m.day}日 ${m.hour}时${m.minute}分`,
  'Tue, 14 Dec 2021 00:00:00 GMT': (m) =>
    `${weekday(m).slice(0, 3)}, ${pad(m.day)} ${month(m).slice(0, 3)} ${y(m)} ${clock(m)} GMT`,
  'Jul 08 2022': (m) => `${month(m).slice(0, 3)} ${pad(m.day)} ${y(m)}`,
  'December 14, 2021': (m) => `${month(m)} ${m.day}, ${y(m)}`,
  'Tue Dec 14 2021 08:00:00 GMT+0800 (CST)': (m) =>
    `${weekday(m).slice(0, 3)} ${month(m).slice(0, 3)} ${pad(m.day)} ${y(m)} ${clock(m)} GMT+0800 (CST)`,
}

/** Dates in every notation. */
export const samples: fc.Arbitrary<Sample> = fc
  .tuple(moment, fc.constantFrom(...Object.values(NOTATIONS)))
  .map(([m, write]) => ({ ...m, text: write(m) }))
