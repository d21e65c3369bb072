import type { ErrorCode, ErrorDetails } from '../../core/errors.ts'
import { hasMessage } from './translate.ts'
import type { Translate } from './use-translate.ts'

/** A failure as a sentence in the interface language; a code the catalogue lacks is said with its English message. */
export function failureText(
  t: Translate,
  failure: { readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails },
): string {
  const key = `error.${failure.code}`
  return hasMessage(key)
    ? t(key, failure.details)
    : t('app.errorFallback', { ...failure.details, message: failure.message })
}
