import type { Problem } from '../../core/checks/problem.ts'
import type { Field } from '../../core/front-matter/model.ts'

/** Problems whose span touches a field, its key and value included. */
export function problemsOf(problems: readonly Problem[], field: Field): readonly Problem[] {
  return problems.filter((problem) => touches(problem, field))
}

/** Problems that belong to none of the fields. */
export function homeless(problems: readonly Problem[], fields: readonly Field[]): readonly Problem[] {
  return problems.filter((problem) => !fields.some((field) => touches(problem, field)))
}

function touches({ span }: Problem, field: Field): boolean {
  return (
    span.from >= field.span.from && span.from <= field.span.to && span.from < Math.max(field.span.to, span.to)
  )
}
