import { MONTHS } from './calendar.ts'
import { DATE_PATTERNS } from './patterns.ts'
import {
  isPossible,
  type DateComponents,
  type DatePiece,
  type DateUnit,
  type WrittenDate,
  type WrittenZone,
} from './written-date.ts'

const UNITS: ReadonlySet<string> = new Set<DateUnit>([
  'year',
  'month',
  'monthName',
  'day',
  'hour',
  'minute',
  'second',
  'fraction',
  'zone',
  'weekday',
])

const isUnit = (name: string): name is DateUnit => UNITS.has(name)

/** Longer than any date; what is longer is not tried. */
const LONGEST = 120
/** What every notation has: most texts need no more than a look at it. */
const YEAR = /\d{4}/

/**
 * Understands a date as writers of front matter write it, without its quotes. Null for anything ambiguous
 * (`01/02/2021`), impossible (30 February), relative, or of the day only by a clock (`07:32:00`).
 */
export function readDate(source: string): WrittenDate | null {
  if (source.length > LONGEST || !YEAR.test(source)) return null
  for (const pattern of DATE_PATTERNS) {
    const groups = pattern.exec(source)?.groups
    if (groups) return fromGroups(source, groups)
  }
  return null
}

function fromGroups(source: string, groups: Record<string, string | undefined>): WrittenDate | null {
  const pieces: DatePiece[] = []
  for (const [name, text] of Object.entries(groups)) {
    if (text !== undefined && text !== '') pieces.push({ unit: isUnit(name) ? name : null, text })
  }
  const zone = readZone(groups.zone)
  const monthName = groups.monthName
  const number = (name: string) => (groups[name] === undefined ? null : Number(groups[name]))
  const parts: DateComponents = {
    year: number('year') ?? 0,
    month: monthName === undefined ? (number('month') ?? 0) : monthNumber(monthName),
    day: number('day') ?? 0,
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    fraction: groups.fraction ?? null,
  }
  if (zone === null || !isPossible(parts)) return null
  return {
    ...parts,
    source,
    zone,
    pieces,
    precision:
      parts.fraction !== null
        ? 'fraction'
        : parts.second !== null
          ? 'second'
          : parts.hour !== null
            ? 'minute'
            : 'day',
    dayWidth: dayWidth(groups),
    hourWidth: groups.hour?.length === 1 ? 1 : 2,
  }
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1
}

/** Null when the offset is none a clock on Earth or a standard knows. */
function readZone(text: string | undefined): WrittenZone | null {
  if (text === undefined) return { form: 'none', offset: null }
  const match = /^([A-Za-z]*)(?:([+-])(\d{1,2})(:?)(\d{2})?)?$/.exec(text)
  if (!match) return null
  const [, name = '', sign, hours, colon, minutes] = match
  if (sign === undefined) {
    const form = name.toUpperCase()
    return form === 'Z' || form === 'GMT' || form === 'UTC' ? { form, offset: 0 } : null
  }
  const east = Number(hours) * 60 + Number(minutes ?? 0)
  if (east > 18 * 60 || Number(minutes ?? 0) > 59) return null
  const form = name !== '' ? 'GMT±' : minutes === undefined ? '±hh' : colon === ':' ? '±hh:mm' : '±hhmm'
  return { form, offset: sign === '-' && east > 0 ? -east : east }
}

/**
 * Whether month and day are padded: what is written says so where it can (`1`, `01`); where both have two digits,
 * prose (`December 14, 2021`, `2021年12月14日`) does not pad and machine notations do.
 */
function dayWidth(groups: Record<string, string | undefined>): 1 | 2 {
  const written = [groups.month, groups.day].filter((text) => text !== undefined)
  if (written.some((text) => text.startsWith('0'))) return 2
  if (written.some((text) => text.length === 1)) return 1
  const longMonth = (groups.monthName?.length ?? 0) > 3
  const commaAfterDay = groups.monthName !== undefined && groups.n3?.startsWith(',') === true
  return longMonth || commaAfterDay || groups.d1?.includes('年') === true ? 1 : 2
}
