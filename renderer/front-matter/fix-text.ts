import type { Problem } from '../../core/checks/problem.ts'
import { hasMessage } from '../i18n/translate.ts'
import type { Translate } from '../i18n/use-translate.ts'

/** What the button says that mends a problem. */
export function fixText(t: Translate, problem: Problem): string {
  const key = `fix.${problem.code}`
  return hasMessage(key) ? t(key, problem.params) : t('form.fix')
}
