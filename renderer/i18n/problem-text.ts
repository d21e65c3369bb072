import type { Problem } from '../../core/checks/problem.ts'
import { problemKey } from './problem-key.ts'
import type { Translate } from './use-translate.ts'

/** A problem as a sentence in the interface language; its English message when the catalogue lacks the code. */
export function problemText(t: Translate, problem: Problem): string {
  const key = problemKey(problem)
  return key === null ? problem.message : t(key, problem.params)
}
