import type { KnownField } from '../../core/front-matter/schemas/schema.ts'
import { hasMessage } from '../i18n/translate.ts'
import type { Translate } from '../i18n/use-translate.ts'

/** What a known field means, in the folder's own words or the catalogue's; null when neither says. */
export function fieldAbout(t: Translate, known: KnownField | null): string | null {
  if (known === null) return null
  const own = [known.title, known.description].filter((part) => part !== null && part !== '').join(': ')
  if (own !== '') return own
  return known.messageKey !== null && hasMessage(known.messageKey) ? t(known.messageKey) : null
}
