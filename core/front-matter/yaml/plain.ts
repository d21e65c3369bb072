import { resolvePlain } from './resolve.ts'

/** What a plain scalar means to a YAML 1.1 reader (Psych, PyYAML, go-yaml) when it is not text. */
export type Yaml11Meaning = 'timestamp' | 'boolean' | 'number' | 'null' | 'special'

const meanings: readonly (readonly [pattern: RegExp, meaning: Yaml11Meaning])[] = [
  [/^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt \t]+\d{1,2}(?::|$))/, 'timestamp'],
  [/^(?:y|n|yes|no|on|off|true|false)$/i, 'boolean'],
  [/^(?:null|~)$/i, 'null'],
  [/^[-+]?\d[\d_,]*(?:\.[\d_]*)?(?:e[-+]?\d+)?$/i, 'number'],
  [/^[-+]?\.[\d_]+(?:e[-+]?\d+)?$/i, 'number'],
  [/^[-+]?0[xob][\da-f_]+$/i, 'number'],
  [/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/, 'number'],
  [/^[-+]?\.(?:inf|nan)$/i, 'number'],
  [/^(?:<<|=)$/, 'special'],
]

/** The 1.1 meaning a text may have all the same; `any` behind a `!!str` tag, where all is text. */
export type Meant = Yaml11Meaning | 'any' | null

/** The meaning `text` has as a plain scalar of YAML 1.1, generously judged; null when it is text. */
export function yaml11Meaning(text: string): Yaml11Meaning | null {
  return meanings.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Characters no plain or quoted single-line scalar can hold as they are: controls, every line break, BOM. */
const needsEscape =
  /[\x00-\x08\x0A-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const badStart = /^(?:[,[\]{}#&*!|>'"%@`?:]|-(?![\p{L}\p{N}])|\.\.\.|\s)/u
const badInside = /:(?:\s|$)|\s#|\t|\s$/
const badInFlow = /[,[\]{}]|:(?=["'])/

/** True when `text` on one line needs an escape in double quotes, or lines of its own. */
export function hasUnprintable(text: string): boolean {
  return needsEscape.test(text)
}

/**
 * True when `text` written plain is read back as this text by readers of YAML 1.2 and 1.1 alike. `meant` lets one
 * 1.1 meaning pass: a date that takes the place of a date stays one.
 */
export function isSafePlain(text: string, inFlow: boolean, meant: Meant): boolean {
  if (text === '' || hasUnprintable(text) || badStart.test(text) || badInside.test(text)) return false
  if (inFlow && badInFlow.test(text)) return false
  if (meant === 'any') return true
  if (resolvePlain(text) !== text) return false
  const meaning = yaml11Meaning(text)
  return meaning === null || meaning === meant
}
