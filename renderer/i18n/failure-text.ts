import type { ErrorCode, ErrorDetails } from '../../core/errors.ts'
import { hasMessage } from './translate.ts'
import type { Translate } from './use-translate.ts'

/**
 * A failure as a sentence in the interface language, encodings by their names in it; a code the catalogue lacks is said
 * with its English message.
 */
export function failureText(
  t: Translate,
  failure: { readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails },
): string {
  const key = `error.${failure.code}`
  const encoding = `encoding.${failure.details.encoding}`
  const details = hasMessage(encoding) ? { ...failure.details, encoding: t(encoding) } : failure.details
  return hasMessage(key) ? t(key, details) : t('app.errorFallback', { ...details, message: failure.message })
}
