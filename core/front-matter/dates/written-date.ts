import { daysInMonth } from './calendar.ts'

/** What a calendar and a clock show. Parts the notation does not write are null. */
export interface DateComponents {
  /** 1 to 9999. */
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
  /** 0 to 23. */
  readonly hour: number | null
  readonly minute: number | null
  readonly second: number | null
  /** The digits after the seconds' point as written (`000000000`), or null. */
  readonly fraction: string | null
}

/** The finest part that is written. */
export type DatePrecision = 'day' | 'minute' | 'second' | 'fraction'

/** How the zone is written; `GMT±` is an offset after a name, as in `GMT+0800`. */
export type ZoneForm = 'none' | 'Z' | 'GMT' | 'UTC' | '±hh' | '±hhmm' | '±hh:mm' | 'GMT±'

export interface WrittenZone {
  readonly form: ZoneForm
  /** Minutes east of Greenwich; null when no zone is written. */
  readonly offset: number | null
}

export type DateUnit =
  'year' | 'month' | 'monthName' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'zone' | 'weekday'

/** A stretch of the writer's notation: a part of the date, or (`unit: null`) what stands between parts. */
export interface DatePiece {
  readonly unit: DateUnit | null
  readonly text: string
}

/** A date as a writer wrote it: what it says, and the notation to write another one in the same way. */
export interface WrittenDate extends DateComponents {
  /** The text that was read; the texts of all pieces in order. */
  readonly source: string
  readonly precision: DatePrecision
  readonly zone: WrittenZone
  readonly pieces: readonly DatePiece[]
  /** Fewest digits of month and day, and of the hour: 2 pads with a zero, 1 does not. */
  readonly dayWidth: 1 | 2
  readonly hourWidth: 1 | 2
}

/** True for a day that the Gregorian calendar has and a time of 00:00:00 to 23:59:59. */
export function isPossible(parts: DateComponents): boolean {
  const within = (value: number | null, max: number) =>
    value === null || (Number.isInteger(value) && value >= 0 && value <= max)
  return (
    Number.isInteger(parts.year) &&
    parts.year >= 1 &&
    parts.year <= 9999 &&
    Number.isInteger(parts.month) &&
    parts.month >= 1 &&
    parts.month <= 12 &&
    Number.isInteger(parts.day) &&
    parts.day >= 1 &&
    parts.day <= daysInMonth(parts.year, parts.month) &&
    within(parts.hour, 23) &&
    within(parts.minute, 59) &&
    within(parts.second, 59) &&
    (parts.fraction === null || /^\d+$/.test(parts.fraction))
  )
}
