import type { Span } from '../../article/text-edit.ts'
import type { FieldStyle, FieldValue } from '../model.ts'
import { readString, scanKey, skipTrivia, TomlStop, type KeyPart } from './scan-key.ts'

/** A TOML value with its place in the whole text (UTF-16 offsets). */
export type TomlValue =
  | {
      readonly kind: 'scalar'
      readonly span: Span
      readonly type: 'string' | 'number' | 'boolean' | 'date'
      readonly style: FieldStyle
      /** A date is its own text. */
      readonly value: string | number | boolean
    }
  | {
      readonly kind: 'array'
      readonly span: Span
      readonly open: number
      readonly close: number
      readonly items: readonly TomlValue[]
    }
  | {
      readonly kind: 'table'
      readonly span: Span
      readonly open: number
      readonly close: number
      readonly members: readonly TomlMember[]
    }

/** A pair of an inline table. */
export interface TomlMember {
  readonly key: readonly KeyPart[]
  readonly value: TomlValue
  readonly span: Span
}

const STRINGS: readonly (readonly [pattern: RegExp, style: FieldStyle])[] = [
  [/"""(?:[^\\]|\\[^])*?"""(?:"{0,2})/y, 'folded'],
  [/'''[^]*?'''(?:'{0,2})/y, 'literal'],
  [/"(?:[^"\\\r\n]|\\[^\r\n])*"/y, 'double'],
  [/'[^'\r\n]*'/y, 'single'],
]
const DATE =
  /(?:\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[-+]\d\d:\d\d)?)?|\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?![\w.:+-])/y
const WORD = /(?:true|false|[-+]?(?:inf|nan))(?![\w.+-])/y
const NUMBER =
  /(?:0x[\dA-Fa-f_]+|0o[0-7_]+|0b[01_]+|[-+]?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][-+]?\d[\d_]*)?)(?![\w.:+-])/y
const MAX_DEPTH = 100

/** Reads the value that begins at `from`. Throws `TomlStop` where it is none. */
export function scanValue(text: string, from: number, limit: number, depth = 0): TomlValue {
  if (depth > MAX_DEPTH) throw new TomlStop(from)
  const char = text.charAt(from)
  if (char === '[') return array(text, from, limit, depth)
  if (char === '{') return table(text, from, limit, depth)
  const scalar = (
    type: 'string' | 'number' | 'boolean' | 'date',
    source: string,
    value: FieldValue,
    style: FieldStyle,
  ) => {
    if (from + source.length > limit || value === null || typeof value === 'object') throw new TomlStop(from)
    return { kind: 'scalar' as const, span: { from, to: from + source.length }, type, style, value }
  }
  for (const [pattern, style] of STRINGS) {
    const source = take(pattern, text, from)
    if (source !== null) return scalar('string', source, readString(source, from), style)
  }
  const date = take(DATE, text, from)
  if (date !== null) return scalar('date', date, date, 'plain')
  const word = take(WORD, text, from)
  if (word === 'true' || word === 'false') return scalar('boolean', word, word === 'true', 'plain')
  const number = word ?? take(NUMBER, text, from)
  if (number !== null) return scalar('number', number, numberOf(number), 'plain')
  throw new TomlStop(from)
}

function take(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function numberOf(source: string): number {
  const sign = source.startsWith('-') ? -1 : 1
  const bare = source.replace(/^[-+]/, '').replaceAll('_', '')
  if (bare === 'inf') return sign * Infinity
  return bare === 'nan' ? NaN : sign * Number(bare)
}

function array(text: string, from: number, limit: number, depth: number): TomlValue {
  const items: TomlValue[] = []
  let at = skipTrivia(text, from + 1, limit)
  while (text.charAt(at) !== ']' || at >= limit) {
    const item = scanValue(text, at, limit, depth + 1)
    items.push(item)
    at = afterComma(text, item.span.to, limit, ']')
  }
  return { kind: 'array', span: { from, to: at + 1 }, open: from + 1, close: at, items }
}

function table(text: string, from: number, limit: number, depth: number): TomlValue {
  const members: TomlMember[] = []
  let at = skipTrivia(text, from + 1, limit)
  while (text.charAt(at) !== '}' || at >= limit) {
    const { key, to } = scanKey(text, at)
    const equals = skipTrivia(text, to, limit)
    if (text.charAt(equals) !== '=') throw new TomlStop(equals)
    const value = scanValue(text, skipTrivia(text, equals + 1, limit), limit, depth + 1)
    members.push({ key, value, span: { from: at, to: value.span.to } })
    at = afterComma(text, value.span.to, limit, '}')
  }
  return { kind: 'table', span: { from, to: at + 1 }, open: from + 1, close: at, members }
}

/** The next entry or the closing bracket. */
function afterComma(text: string, from: number, limit: number, close: string): number {
  const at = skipTrivia(text, from, limit)
  if (at < limit && text.charAt(at) === ',') return skipTrivia(text, at + 1, limit)
  if (at >= limit || text.charAt(at) !== close) throw new TomlStop(at)
  return at
}
