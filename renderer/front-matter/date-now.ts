import type { DateComponents, WrittenDate } from '../../core/front-matter/dates/written-date.ts'

/** The notation of a new date when the article holds no other: Hexo's. */
export const PLAIN_NOTATION = '2000-01-01 00:00:00'

/** What calendar and clock show at `now` in the zone a date is written in; without one, those of this machine. */
export function componentsAt(now: Date, zone: WrittenDate['zone']): DateComponents {
  if (zone.offset === null) {
    return {
      year: now.getFullYear(),
      month: now.getMonth() + 1,
      day: now.getDate(),
      hour: now.getHours(),
      minute: now.getMinutes(),
      second: now.getSeconds(),
      fraction: null,
    }
  }
  const there = new Date(now.getTime() + zone.offset * 60_000)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
    fraction: null,
  }
}
