import { createContext, useContext, useMemo } from 'react'
import type { Language, MessageKey, MessageParams } from './messages.ts'
import { translate } from './translate.ts'

/** The interface language; `main.tsx` provides it. */
export const LanguageContext = createContext<Language>('en')

export type Translate = (key: MessageKey, params?: MessageParams) => string

/** The translating function for the current interface language. */
export function useTranslate(): Translate {
  const language = useContext(LanguageContext)
  return useMemo(() => (key, params) => translate(language, key, params), [language])
}
