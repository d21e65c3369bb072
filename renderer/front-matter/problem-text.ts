import type { Problem } from '../../core/checks/problem.ts'
import { problemKey } from '../i18n/problem-key.ts'
import { hasMessage } from '../i18n/translate.ts'
import type { Translate } from '../i18n/use-translate.ts'

/** What a problem says in the interface language; its English sentence where the catalogue has none. */
export function problemText(t: Translate, problem: Problem): string {
  const key = problemKey(problem)
  return key === null ? problem.message : t(key, problem.params)
}

/** What the button says that mends a problem. */
export function fixText(t: Translate, problem: Problem): string {
  const key = `fix.${problem.code}`
  return hasMessage(key) ? t(key, problem.params) : t('form.fix')
}
