import type { Span } from '../../article/text-edit.ts'
import { scanKey, skipTrivia, TomlStop, type KeyPart } from './scan-key.ts'
import { scanValue, type TomlValue } from './scan-value.ts'

/** One statement of a TOML document (toml.io, v1.0). Offsets are UTF-16 into the whole text. */
export type TomlStatement =
  | {
      readonly kind: 'pair'
      readonly key: readonly KeyPart[]
      readonly value: TomlValue
      readonly span: Span
    }
  /** `[table]`, or `[[table]]` when `array`. */
  | {
      readonly kind: 'header'
      readonly key: readonly KeyPart[]
      readonly array: boolean
      readonly span: Span
    }

export type TomlPair = Extract<TomlStatement, { kind: 'pair' }>
export type TomlHeader = Extract<TomlStatement, { kind: 'header' }>

export interface TomlScan {
  readonly statements: readonly TomlStatement[]
  /** Where a statement could not be understood; null when all were. */
  readonly errorAt: number | null
}

const REST_OF_LINE = /[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y

/** Finds the statements in `range` with the places of their keys and values. Never throws. */
export function scanToml(text: string, range: Span): TomlScan {
  const statements: TomlStatement[] = []
  let at = skipTrivia(text, range.from, range.to)
  try {
    while (at < range.to) {
      const statement = text.charAt(at) === '[' ? header(text, at) : pair(text, at, range.to)
      REST_OF_LINE.lastIndex = statement.span.to
      if (statement.span.to > range.to || !REST_OF_LINE.test(text)) throw new TomlStop(statement.span.to)
      statements.push(statement)
      at = skipTrivia(text, statement.span.to, range.to)
    }
    return { statements, errorAt: null }
  } catch (error) {
    if (!(error instanceof TomlStop)) throw error
    return { statements, errorAt: Math.min(error.at, range.to) }
  }
}

function header(text: string, from: number): TomlStatement {
  const array = text.startsWith('[[', from)
  const width = array ? 2 : 1
  const { key, to } = scanKey(text, from + width)
  const close = /[ \t]*/y
  close.lastIndex = to
  close.test(text)
  const end = close.lastIndex
  if (!text.startsWith(']'.repeat(width), end)) throw new TomlStop(end)
  return { kind: 'header', key, array, span: { from, to: end + width } }
}

function pair(text: string, from: number, limit: number): TomlStatement {
  const { key, to } = scanKey(text, from)
  const equals = /[ \t]*=[ \t]*/y
  equals.lastIndex = to
  if (!equals.test(text)) throw new TomlStop(to)
  const value = scanValue(text, equals.lastIndex, limit)
  return { kind: 'pair', key, value, span: { from, to: value.span.to } }
}
