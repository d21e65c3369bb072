import type { Problem } from '../../checks/problem.ts'

/** The problems, in order, whose fixes can be made together: one whose edits touch an earlier one's is left out. */
export function withoutOverlaps(problems: readonly Problem[]): readonly Problem[] {
  const taken: { readonly from: number; readonly to: number }[] = []
  return problems.filter((problem) => {
    const edits = problem.fix?.edits ?? []
    const clash = edits.some((edit) => taken.some((other) => edit.from <= other.to && other.from <= edit.to))
    if (!clash) taken.push(...edits)
    return !clash
  })
}
