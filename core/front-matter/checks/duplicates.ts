import { lineNumberAt } from '../../article/line-number.ts'
import type { Span } from '../../article/text-edit.ts'
import type { Problem } from '../../checks/problem.ts'
import type { Field } from '../model.ts'
import { problem, type CheckCode } from './check.ts'

/**
 * Keys that stand twice in one map. Where both are written alike on lines of their own, the fix takes the later one
 * out; where they differ, only the writer knows which is meant.
 */
export function duplicateKeys(text: string, fields: readonly Field[]): readonly Problem<CheckCode>[] {
  const first = new Map<string, Field>()
  return fields.flatMap((field) => {
    const inside = field.alias ? [] : duplicateKeys(text, field.items)
    if (field.keySpan === null) return inside
    const before = first.get(field.key)
    if (before === undefined) {
      first.set(field.key, field)
      return inside
    }
    const line = lineNumberAt(text, before.span.from)
    const lines = before.source === field.source ? wholeLines(text, field.span) : null
    const found = problem(text, {
      code: 'duplicateKey',
      severity: 'error',
      span: field.keySpan,
      message: `“${field.key}” already stands in line ${line}; generators refuse the article or take one of the two.`,
      params: { key: field.key, line },
      ...(lines && { edits: [{ ...lines, insert: '' }] }),
    })
    return [found, ...inside]
  })
}

/** The lines a span fills, line ends included; null when something else stands on them. */
function wholeLines(text: string, span: Span): Span | null {
  const before = /[^\r\n]*$/.exec(text.slice(0, span.from))?.[0] ?? ''
  const after = /^[ \t]*(\r\n|\n|\r)/.exec(text.slice(span.to, span.to + 1000))?.[0]
  if (before.trim() !== '' || after === undefined) return null
  return { from: span.from - before.length, to: span.to + after.length }
}
