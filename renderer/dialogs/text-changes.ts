import { Change, diff } from '@codemirror/merge'
import { hunksBetween, linesOf } from '../../core/article/merge.ts'

/** From this length on a line is not compared letter by letter: where it repeats itself, that may take hours. */
const LONG = 50_000
/** Beyond this many milliseconds of comparing, coarser differences are shown. */
const MOST_TIME = 1_000
const PRECISION = { scanLimit: 500, timeout: MOST_TIME }

/** What differs between two texts with line ends as `\n`. Of a long line, all from its first to its last difference. */
export function changesBetween(a: string, b: string): readonly Change[] {
  if (!hasLongLine(a) && !hasLongLine(b)) return diff(a, b, PRECISION)
  const [left, right] = [linesOf(a), linesOf(b)]
  const changes: Change[] = []
  let [line, at, other] = [0, 0, 0]
  for (const { from, to, lines } of hunksBetween(left, right)) {
    const kept = lengthOf(left.slice(line, from))
    const before = left.slice(from, to).join('')
    const after = lines.join('')
    at += kept
    other += kept
    const inside =
      hasLongLine(before) || hasLongLine(after) ? around(before, after) : diff(before, after, PRECISION)
    for (const { fromA, toA, fromB, toB } of inside)
      changes.push(new Change(at + fromA, at + toA, other + fromB, other + toB))
    at += before.length
    other += after.length
    line = to
  }
  return changes
}

function hasLongLine(text: string): boolean {
  return text.length >= LONG && linesOf(text).some((line) => line.length >= LONG)
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0)
}

/** One change from the first to the last difference, which parts no surrogate pair. */
function around(a: string, b: string): readonly Change[] {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  if (isLow(a, start) || isLow(b, start)) start -= 1
  let kept = 0
  while (kept < most - start && a.at(-1 - kept) === b.at(-1 - kept)) kept += 1
  if (isLow(a, a.length - kept)) kept -= 1
  return [new Change(start, a.length - kept, start, b.length - kept)]
}

/** Whether the second half of a surrogate pair stands at an offset, behind its first. */
function isLow(text: string, at: number): boolean {
  return at > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1))
}
