import type { Problem } from '../../core/checks/problem.ts'
import type { MessageKey } from './messages.ts'
import { hasMessage } from './translate.ts'

/**
 * The message for a problem: the one for its `reason` or `meaning` parameter where there is one
 * (`problem.syntax.badIndent`), else the one for its code; null when the catalogue has neither.
 */
export function problemKey({ code, params }: Pick<Problem, 'code' | 'params'>): MessageKey | null {
  const variant = params?.reason ?? params?.meaning
  const keys = [`problem.${code}.${variant ?? ''}`, `problem.${code}`]
  return keys.find(hasMessage) ?? null
}
