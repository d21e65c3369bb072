import { assertNever } from '../../assert-never.ts'
import { CHINESE_WEEKDAYS, MONTHS, WEEKDAYS, weekdayOf } from './calendar.ts'
import { isPossible, type DateComponents, type DatePiece, type WrittenDate } from './written-date.ts'

/**
 * The date with other components in the notation of `written`: pattern, padding, separators, precision, number of
 * fraction digits and zone stay, and a weekday follows the date. Components the notation does not write are left
 * out; a component that does not change keeps its exact text.
 * Throws `RangeError` for a date that does not exist.
 */
export function writeDate(written: WrittenDate, change: Partial<DateComponents>): string {
  const next: DateComponents = { ...written, ...change }
  if (!isPossible(next)) {
    throw new RangeError(`No such date: ${next.year}-${next.month}-${next.day}`)
  }
  return written.pieces.map((piece) => writePiece(piece, written, next)).join('')
}

function writePiece(piece: DatePiece, written: WrittenDate, next: DateComponents): string {
  switch (piece.unit) {
    case null:
    case 'zone':
      return piece.text
    case 'year':
      return next.year === written.year ? piece.text : String(next.year).padStart(4, '0')
    case 'month':
    case 'day':
      return next[piece.unit] === written[piece.unit]
        ? piece.text
        : String(next[piece.unit]).padStart(written.dayWidth, '0')
    case 'monthName':
      return next.month === written.month ? piece.text : nameLike(MONTHS[next.month - 1] ?? '', piece.text)
    case 'hour':
      return keepOr(piece.text, written.hour, next.hour, written.hourWidth)
    case 'minute':
    case 'second':
      return keepOr(piece.text, written[piece.unit], next[piece.unit], piece.text.length === 1 ? 1 : 2)
    case 'fraction':
      return (next.fraction ?? '').slice(0, piece.text.length).padEnd(piece.text.length, '0')
    case 'weekday':
      return sameDay(written, next) ? piece.text : weekdayLike(piece.text, next)
    default:
      return assertNever(piece.unit)
  }
}

function keepOr(text: string, before: number | null, after: number | null, width: number): string {
  return after === before ? text : String(after ?? 0).padStart(width, '0')
}

function sameDay(a: DateComponents, b: DateComponents): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day
}

/** `name` as short and in the case of `like`. */
function nameLike(name: string, like: string): string {
  const sized = like.length === 3 ? name.slice(0, 3) : name
  if (like === like.toUpperCase()) return sized.toUpperCase()
  return like === like.toLowerCase() ? sized.toLowerCase() : sized
}

function weekdayLike(text: string, { year, month, day }: DateComponents): string {
  const weekday = weekdayOf(year, month, day)
  const chinese = /^(星期|周|礼拜)/.exec(text)?.[1]
  if (chinese !== undefined) return chinese + CHINESE_WEEKDAYS.charAt(weekday)
  return nameLike(WEEKDAYS[weekday] ?? '', text)
}
