import { messagesIn } from './catalogue.ts'
import { en } from './en.ts'
import type { Language, MessageKey, MessageParams } from './messages.ts'

/** How a language writes numbers, and which form goes with one. */
interface Numbers {
  readonly format: Intl.NumberFormat
  readonly plural: Intl.PluralRules
}

/** Made once for each language: making them takes longer than all else that a message needs. */
const numbers = new Map<Language, Numbers>()

function numbersIn(language: Language): Numbers {
  const known = numbers.get(language)
  if (known) return known
  const made = { format: new Intl.NumberFormat(language), plural: new Intl.PluralRules(language) }
  numbers.set(language, made)
  return made
}

const PLURAL = /\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/g

/**
 * The message in `language` with its blanks filled: `{name}`, and `{n, plural, one {…} other {…}}` in which
 * `#` is the number. Numbers are written in the language's form. English stands in until a language is loaded.
 */
export function translate(language: Language, key: MessageKey, params: MessageParams = {}): string {
  const { format, plural } = numbersIn(language)
  const show = (value: string | number): string => (typeof value === 'number' ? format.format(value) : value)
  const message = messagesIn(language)[key]
  return message
    .replace(PLURAL, (_, name: string, one: string, other: string) => {
      const n = Number(params[name])
      const form = plural.select(n) === 'one' ? one : other
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
