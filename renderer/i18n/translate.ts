import { messagesIn } from './catalogue.ts'
import { en } from './en.ts'
import type { Language, MessageKey, MessageParams } from './messages.ts'

const PLURAL = /\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/g

/**
 * The message in `language` with its blanks filled: `{name}`, and `{n, plural, one {…} other {…}}` in which
 * `#` is the number. Numbers are written in the language's form. English stands in until a language is loaded.
 */
export function translate(language: Language, key: MessageKey, params: MessageParams = {}): string {
  const number = new Intl.NumberFormat(language)
  const show = (value: string | number): string => (typeof value === 'number' ? number.format(value) : value)
  const message = messagesIn(language)[key]
  return message
    .replace(PLURAL, (_, name: string, one: string, other: string) => {
      const n = Number(params[name])
      const form = new Intl.PluralRules(language).select(n) === 'one' ? one : other
      return form.replaceAll('#', show(n))
    })
    .replace(/\{(\w+)\}/g, (blank, name: string) => {
      const value = params[name]
      return value === undefined ? blank : show(value)
    })
}

/** True when the catalogue has this key: for keys built from a code, such as `problem.<code>`. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

/** The interface language for a BCP 47 tag of the system: Chinese of any kind reads Simplified Chinese. */
export function languageFor(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh-CN' : 'en'
}
