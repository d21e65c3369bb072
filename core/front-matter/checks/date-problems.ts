import type { Generator } from '../../generator.ts'
import type { Problem } from '../../checks/problem.ts'
import { readDate } from '../dates/read-date.ts'
import { resolveInstant } from '../dates/resolve-instant.ts'
import type { Field } from '../model.ts'
import { isDateKey } from '../schemas/key-meaning.ts'
import { problem, type CheckCode } from './check.ts'

/**
 * Date fields that cannot be understood, and (as information, when the generator is known) those whose moment
 * depends on the zone of the site or of the machine that builds it. Templates (`{{ date }}`) are left alone.
 */
export function dateProblems(
  text: string,
  fields: readonly Field[],
  generator: Generator | null,
): readonly Problem<CheckCode>[] {
  return fields.flatMap((field) => {
    if (field.alias || typeof field.value !== 'string' || !isDateKey(field.key)) return []
    if (field.value.trim() === '' || field.value.includes('{{')) return []
    const date = readDate(field.value)
    if (date === null) {
      if (field.key.toLowerCase() === 'published') return []
      return [
        problem(text, {
          code: 'dateNotUnderstood',
          severity: 'warning',
          span: field.valueSpan,
          message: `“${field.value}” is not understood as a date, or could mean two; it is left as it is.`,
          params: { value: field.value },
        }),
      ]
    }
    if (generator === null || !resolveInstant(date, generator, field.style).dependsOnMachine) return []
    return [
      problem(text, {
        code: 'dateDependsOnMachine',
        severity: 'info',
        span: field.valueSpan,
        message:
          'This date names no time zone: its moment, and perhaps its day, depend on the site’s settings or the machine that builds it.',
        params: { value: field.value },
      }),
    ]
  })
}
