import type { TextEdit } from '../../core/article/text-edit.ts'
import { findField } from '../../core/front-matter/path.ts'
import { recentReading } from '../../core/front-matter/recent-readings.ts'
import type { Field, FrontMatter } from '../../core/front-matter/model.ts'
import type { Problem } from '../../core/checks/problem.ts'
import { editsBetween } from './raw-value.ts'

/** The edits that write a value's source anew, or the problem that keeps it from being written. */
export type SourceEdit =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly problem: Problem | null }

/** The source of a value without the indentation that it has from where it stands. */
export function outdented(source: string): string {
  const [first = '', ...rest] = source.split('\n')
  const depth = indentation(rest)
  return [first, ...rest.map((line) => line.slice(Math.min(depth, leading(line))))].join('\n')
}

/**
 * Puts `written` (outdented) in place of the value at `path`. Refused when it does not parse, or when any other
 * field would not be what it was.
 */
export function sourceEdit(text: string, path: string, written: string): SourceEdit {
  const before = recentReading(text)
  const field = findField(before.fields, path)
  if (field === null) return { ok: false, problem: null }
  if (outdented(field.source) === written) return { ok: true, edits: [] }
  const { from, to } = field.valueSpan
  const source = indented(written, depthOf(text, field))
  const next = text.slice(0, from) + source + text.slice(to)
  const after = recentReading(next)
  const problem = after.problems.find((one) => one.severity === 'error' && !known(one, before)) ?? null
  if (problem === null && after.complete && sameBut(path, before, after)) {
    return { ok: true, edits: editsBetween(text, next) }
  }
  return { ok: false, problem }
}

function known(problem: Problem, before: FrontMatter): boolean {
  return before.problems.some((one) => one.code === problem.code && one.line === problem.line)
}

function sameBut(path: string, before: FrontMatter, after: FrontMatter): boolean {
  const rest = (all: FrontMatter) => flat(all.fields).filter((one) => !inside(one.path, path))
  const [old, now] = [rest(before), rest(after)]
  return (
    old.length === now.length &&
    old.every((one, at) => {
      const other = now[at]
      return one.path === other?.path && (inside(path, one.path) || one.source === other.source)
    })
  )
}

/** True when `path` is `outer` or lies in it. */
function inside(path: string, outer: string): boolean {
  return path === outer || (path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length)))
}

function flat(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...flat(field.items)])
}

function depthOf(text: string, field: Field): number {
  const depth = indentation(field.source.split('\n').slice(1))
  if (depth > 0) return depth
  const { from } = field.valueSpan
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  return before.trim() === '' ? before.length : leading(before) + 2
}

function indented(written: string, depth: number): string {
  return written
    .split('\n')
    .map((line, at) => (at === 0 || line === '' ? line : ' '.repeat(depth) + line))
    .join('\n')
}

function indentation(lines: readonly string[]): number {
  const depths = lines.filter((line) => line.trim() !== '').map(leading)
  return depths.length === 0 ? 0 : Math.min(...depths)
}

function leading(line: string): number {
  return line.length - line.trimStart().length
}
