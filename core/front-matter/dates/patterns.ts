import { MONTHS, WEEKDAYS } from './calendar.ts'

/*
 * One expression per notation. Every character of a match stands in a named group: groups named after a part of
 * the date (`year`, `hour` …) hold that part, all others hold what stands between.
 */

const monthName = `(?<monthName>${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')})`
const weekdayName = `(?<weekday>${WEEKDAYS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')})`
const year = '(?<year>\\d{4})'
const day = '(?<day>\\d{1,2})'

const clock =
  '(?<hour>\\d{1,2})(?<t1>:)(?<minute>\\d{2})(?:(?<t2>:)(?<second>\\d{2})(?:(?<t3>[.,])(?<fraction>\\d+))?)?'
const chineseClock =
  '(?<hour>\\d{1,2})(?<t1> ?[时時点點] ?)(?<minute>\\d{1,2})(?<t2> ?分)(?:(?<t3> ?)(?<second>\\d{1,2})(?<t4> ?秒))?'
const zone =
  '(?<z1>[ \\t]*)(?<zone>[Zz]|(?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{1,2}(?::?\\d{2})?)(?<z2> *\\([^()]*\\))?'

const whole = (pattern: string, flags = '') => new RegExp(`^(?<lead>\\s*)${pattern}(?<trail>\\s*)$`, flags)

const numericDay = '(?<year>\\d{4})(?<d1>[-/.])(?<month>\\d{1,2})(?<d2>\\k<d1>)(?<day>\\d{1,2})'
const chineseDay =
  '(?<year>\\d{4})(?<d1> ?年 ?)(?<month>\\d{1,2})(?<d2> ?月 ?)(?<day>\\d{1,2})(?<d3> ?[日号])' +
  '(?:(?<d4>\\s*[(（]?)(?<weekday>(?:星期|周|礼拜)[日一二三四五六天])(?<d5>[)）]?))?'
const dayMonthYear = `(?:${weekdayName}(?<n1>,? +))?${day}(?<n2>[ -])${monthName}(?<n3>,? |-)${year}`
const monthDayYear = `(?:${weekdayName}(?<n1>,? +))?${monthName}(?<n2> +)${day}(?<n3>,? +)${year}`

/**
 * Every notation that is read: ISO 8601 and its relatives with `/` or `.`, year first; Chinese; RFC 1123 and other
 * notations with the month's English name. Numeric ones with the year last are left out: they are ambiguous.
 */
export const DATE_PATTERNS: readonly RegExp[] = [
  whole(`${numericDay}(?:(?<sep>[Tt]|[ \\t]+)${clock}(?:${zone})?)?`),
  whole(`${chineseDay}(?:(?<sep>\\s*)${clock}(?:${zone})?)?`),
  whole(`${chineseDay}(?<sep>\\s*)${chineseClock}`),
  whole(`${dayMonthYear}(?:(?<sep>,? +)${clock}(?:${zone})?)?`, 'i'),
  whole(`${monthDayYear}(?:(?<sep>,? +)${clock}(?:${zone})?)?`, 'i'),
]
