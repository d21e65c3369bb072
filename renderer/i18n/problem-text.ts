import type { Problem } from '../../core/checks/problem.ts'
import { hasMessage } from './translate.ts'
import type { Translate } from './use-translate.ts'

/** A problem as a sentence in the interface language; its English message when the catalogue lacks the code. */
export function problemText(t: Translate, problem: Problem): string {
  const key = `problem.${problem.code}`
  return hasMessage(key) ? t(key, problem.params) : problem.message
}
