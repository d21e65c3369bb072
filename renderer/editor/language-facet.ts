import { Facet } from '@codemirror/state'
import type { Language } from '../i18n/messages.ts'

/** The interface language, for what the editor draws itself. */
export const languageFacet = Facet.define<Language, Language>({ combine: (values) => values[0] ?? 'en' })
