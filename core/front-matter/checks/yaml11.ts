import type { Problem } from '../../checks/problem.ts'
import type { Field } from '../model.ts'
import { isDateKey } from '../schemas/key-meaning.ts'
import { problem, singleQuoted, type CheckCode } from './check.ts'

/** What a YAML 1.1 reader (Ruby's Psych, PyYAML, older Go and JavaScript readers) takes a plain value for. */
export type Yaml11Meaning = 'true' | 'false' | 'octal' | 'sexagesimal' | 'number' | 'date'

const SIGNS: readonly (readonly [pattern: RegExp, meaning: Yaml11Meaning])[] = [
  [/^(?:yes|Yes|YES|on|On|ON)$/, 'true'],
  [/^(?:no|No|NO|off|Off|OFF)$/, 'false'],
  [/^[-+]?0[0-7]+$/, 'octal'],
  [/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/, 'sexagesimal'],
  [/^[-+]?(?:0b[01_]+|(?:0|[1-9][\d]*)(?:_\d+)+)$/, 'number'],
  [/^\d{4}-\d\d?-\d\d?$/, 'date'],
]

const TOGGLE_KEY =
  /^(?:comments?|published?|draft|toc|mathjax|katex|math|mermaid|sitemap|share|sharing|copyright|pin|featured|hidden|disableNunjucks|noindex|aside|sidebar)$/i
const TEXT_KEY =
  /^(?:title|subtitle|slug|author|authors|tags?|categor(?:y|ies)|keywords|description|excerpt|summary|name|lang)$/i

/**
 * The meaning under YAML 1.1 of a plain value that YAML 1.2's core schema reads otherwise; null when both agree.
 * A full ISO day is left alone outside text keys: it is most likely meant as a date.
 */
export function yaml11Meaning(source: string, key: string): Yaml11Meaning | null {
  const meaning = SIGNS.find(([pattern]) => pattern.test(source))?.[1] ?? null
  if (meaning !== 'date') return meaning
  if (isDateKey(key)) return null
  return TEXT_KEY.test(key) || !/^\d{4}-\d\d-\d\d$/.test(source) ? meaning : null
}

/**
 * Values among `fields`, at any depth, that change their meaning from one generator to another. The fix writes
 * `true` or `false` for a switch and quotes anything else; it is safe where the key says that text is meant.
 */
export function yaml11Problems(text: string, fields: readonly Field[]): readonly Problem<CheckCode>[] {
  return fields.flatMap((field) => check(text, field, field.key))
}

function check(text: string, field: Field, key: string): readonly Problem<CheckCode>[] {
  if (field.alias) return []
  if (field.items.length > 0) return field.items.flatMap((item) => check(text, item, item.key || key))
  if (field.style !== 'plain' || (field.kind !== 'text' && field.kind !== 'number')) return []
  const meaning = yaml11Meaning(field.source, key)
  if (meaning === null) return []
  const toggle = (meaning === 'true' || meaning === 'false') && TOGGLE_KEY.test(key)
  const insert = toggle ? meaning : singleQuoted(field.source)
  return [
    problem(text, {
      code: 'yaml11Meaning',
      severity: 'warning',
      span: field.valueSpan,
      message: `“${field.source}” is not the same to every generator: readers of YAML 1.1 take it for ${SPOKEN[meaning]}.`,
      params: { value: field.source, meaning, fix: insert },
      edits: [{ ...field.valueSpan, insert }],
      safe: toggle || TEXT_KEY.test(key) || meaning === 'sexagesimal',
    }),
  ]
}

const SPOKEN: Readonly<Record<Yaml11Meaning, string>> = {
  true: 'true',
  false: 'false',
  octal: 'an octal number',
  sexagesimal: 'a number to base 60',
  number: 'a number',
  date: 'a date',
}
