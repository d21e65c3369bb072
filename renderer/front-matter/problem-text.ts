import type { Problem } from '../../core/checks/problem.ts'
import { hasMessage } from '../i18n/translate.ts'
import type { Translate } from '../i18n/use-translate.ts'

/** What a problem says in the interface language; its English sentence where the catalogue has none. */
export function problemText(t: Translate, problem: Problem): string {
  const key = `problem.${problem.code}`
  return hasMessage(key) ? t(key, problem.params) : problem.message
}

/** What the button says that mends a problem. */
export function fixText(t: Translate, problem: Problem): string {
  const key = `fix.${problem.code}`
  return hasMessage(key) ? t(key, problem.params) : t('form.fix')
}
