import type { Input } from '@lezer/common'
import { costlyLine } from '../../core/markdown/limits.ts'

/** Longest line that is parsed, and most delimiters between two blank lines: the inline parser is quadratic in them. */
const MOST_LINE = 100_000
const MOST_MARKS = 4000
const STEP = 64_000

/** A stretch of lines that the Markdown parser would take long for. */
export interface CostlyStretch {
  readonly from: number
  readonly to: number
}

/** The first such stretch in `from` … `end`: whole lines up to a blank one or to `limit`; null without any. */
export function costlyStretch(input: Input, from: number, end: number, limit: number): CostlyStretch | null {
  const text = input.read(from, end)
  const found = [costlyLine(text), costlyRun(text)].filter((at) => at >= 0)
  if (found.length === 0) return null
  const at = Math.min(...found)
  const start = text.lastIndexOf('\n\n', at)
  return { from: from + (start < 0 ? 0 : start + 2), to: afterBlank(input, from + at, limit) }
}

/** Where the lines begin that together have too many delimiters or of which one is too long; -1 without any. */
function costlyRun(text: string): number {
  let run = 0
  let line = 0
  let marks = 0
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 10:
        if (i === line) {
          run = i + 1
          marks = 0
        }
        line = i + 1
        break
      case 33: // !
      case 42: // *
      case 60: // <
      case 91: // [
      case 92: // \
      case 95: // _
      case 96: // `
      case 126: // ~
        if (++marks > MOST_MARKS) return run
        break
      default:
        if (i - line > MOST_LINE) return run
    }
  }
  return -1
}

function afterBlank(input: Input, from: number, limit: number): number {
  for (let at = from; at < limit; at += STEP) {
    const found = input.read(at, Math.min(limit, at + STEP + 2)).indexOf('\n\n')
    if (found >= 0) return at + found + 2
  }
  return limit
}
