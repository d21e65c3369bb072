import { assertNever } from '../../core/assert-never.ts'
import type { Generator } from '../../core/generator.ts'
import { resolveInstant } from '../../core/front-matter/dates/resolve-instant.ts'
import type { WrittenDate } from '../../core/front-matter/dates/written-date.ts'
import type { FieldStyle } from '../../core/front-matter/model.ts'
import type { Language } from '../i18n/messages.ts'
import type { Translate } from '../i18n/use-translate.ts'

/** The moment a written date stands for, on this machine's clock; or why that depends on where the site is built. */
export function instantText(
  t: Translate,
  language: Language,
  written: WrittenDate,
  generator: Generator | null,
  style: FieldStyle,
): string {
  const resolved = resolveInstant(written, generator, style)
  switch (resolved.kind) {
    case 'zone':
      return t('form.date.instant', { instant: onThisClock(language, resolved.epochMs) })
    case 'utc':
      return t('form.date.utc', { instant: onThisClock(language, resolved.epochMs) })
    case 'local':
      return t('form.date.local')
    default:
      return assertNever(resolved)
  }
}

function onThisClock(language: Language, epochMs: number): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(epochMs)
}
