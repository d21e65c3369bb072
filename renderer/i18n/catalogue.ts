import { en } from './en.ts'
import type { Language, Messages } from './messages.ts'

const loaded: Partial<Record<Language, Messages>> = { en }

/** True when the texts of `language` are there. */
export function hasLanguage(language: Language): boolean {
  return loaded[language] !== undefined
}

/** Brings the texts of `language`, each language in a file of its own; rejects when the file cannot be loaded. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'zh-CN') loaded[language] = (await import('./zh-cn.ts')).zhCN
}

/** The texts of `language`, in English until they have been loaded. */
export function messagesIn(language: Language): Messages {
  return loaded[language] ?? en
}
