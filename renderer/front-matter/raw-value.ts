import type { TextEdit } from '../../core/article/text-edit.ts'
import { findField } from '../../core/front-matter/path.ts'
import { recentReading } from '../../core/front-matter/recent-readings.ts'

/** True for a decimal number as YAML, TOML and JSON all write it. */
export function writtenNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text)
}

/**
 * The edits that put `source` in place of the written value at `path`, character for character; null when nothing
 * is written there to replace.
 */
export function rawValueEdit(text: string, path: string, source: string): readonly TextEdit[] | null {
  const field = findField(recentReading(text).fields, path)
  if (field === null || field.valueSpan.from === field.valueSpan.to) return null
  if (field.source === source) return []
  return editsBetween(text, text.slice(0, field.valueSpan.from) + source + text.slice(field.valueSpan.to))
}

/** One edit that turns `before` into `after`, as short as common ends allow; none when they are equal. */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return []
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  let tail = 0
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++
  }
  return [{ from, to: before.length - tail, insert: after.slice(from, after.length - tail) }]
}
