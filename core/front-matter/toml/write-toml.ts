import { FrontMatterEditError } from '../edit-error.ts'
import type { FieldStyle, FieldValue } from '../model.ts'
import { isDateKey } from '../schemas/key-meaning.ts'
import { readToml } from './read-toml.ts'
import type { TomlStatement } from './scan-toml.ts'
import type { TomlValue } from './scan-value.ts'

/** How a piece of TOML is written, to write more in the same way. */
export interface TomlHabits {
  readonly lineEnd: string
  /** What follows a comma on one line. */
  readonly space: string
  readonly indent: string
  /** What stands between a key and its value. */
  readonly equals: string
  readonly quotes: 'single' | 'double'
}

/** Learns the habits of a document from its statements and its text. */
export function tomlHabits(text: string, statements: readonly TomlStatement[], source: string): TomlHabits {
  const pairs = statements.filter((statement) => statement.kind === 'pair')
  const first = pairs[0]
  const gap = first ? text.slice(first.key.at(-1)?.span.to, first.value.span.from) : ' = '
  const quoted = pairs.flatMap((pair) => stringStyles(pair.value)).find((style) => style !== 'plain')
  return {
    lineEnd: /\r\n|\n/.exec(source)?.[0] ?? '\n',
    space: ' ',
    indent: '  ',
    equals: gap === '=' ? '=' : ' = ',
    quotes: quoted === 'single' || quoted === 'literal' ? 'single' : 'double',
  }
}

/** The styles of the strings in a value. */
export function stringStyles(value: TomlValue): readonly FieldStyle[] {
  if (value.kind === 'scalar') return value.type === 'string' ? [value.style] : []
  return value.kind === 'array' ? value.items.flatMap(stringStyles) : []
}

/** A key as TOML: bare where it can be. */
export function writeKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : quoted(key)
}

/** A new pair, without its line end. A date under a key that means one is a TOML date, not a string. */
export function writePair(key: string, value: FieldValue, habits: TomlHabits): string {
  const date = typeof value === 'string' && isDateKey(key) && isTomlDate(value)
  return `${writeKey(key)}${habits.equals}${date ? value : writeValue(value, habits)}`
}

/** A value as TOML on one line. Throws `FrontMatterEditError` (`unsupported`) for null, which TOML does not have. */
export function writeValue(value: FieldValue, habits: TomlHabits): string {
  if (value === null) throw new FrontMatterEditError('unsupported', 'TOML has no empty value.')
  if (typeof value === 'string') {
    return habits.quotes === 'single' && fitsLiteral(value) ? `'${value}'` : quoted(value)
  }
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) {
    const items = (value as readonly FieldValue[]).map((item) => writeValue(item, habits))
    return `[${items.join(`,${habits.space}`)}]`
  }
  const pairs = Object.entries(value).map(
    ([key, entry]) => writeKey(key) + habits.equals + writeValue(entry, habits),
  )
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

/** Ways to write `value` in place of `old`, in the old one's style first. */
export function writeInPlaceOf(
  text: string,
  old: TomlValue,
  value: FieldValue,
  habits: TomlHabits,
): readonly string[] {
  const source = text.slice(old.span.from, old.span.to)
  if (old.kind !== 'scalar') return [writeValue(value, habits)]
  if (typeof value === 'number' && old.type === 'number' && /^[^x]*[.e]/i.test(source)) {
    const written = writeNumber(value)
    return [/^[-+]?\d+$/.test(written) ? `${written}.0` : written]
  }
  if (typeof value !== 'string') return [writeValue(value, habits)]
  const plain = writeValue(value, habits)
  if (old.type === 'date' && isTomlDate(value)) return [value, plain]
  switch (old.style) {
    case 'single':
      return fitsLiteral(value) ? [`'${value}'`] : [quoted(value)]
    case 'double':
      return [quoted(value)]
    case 'literal':
    case 'folded':
      return [multiLine(value, source, old.style, habits), quoted(value)]
    default:
      return [plain]
  }
}

function writeNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf'
  if (Object.is(value, -0)) return '-0.0'
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value)
}

function isTomlDate(value: string): boolean {
  const source = `v = ${value}\n`
  const { fields } = readToml(source, { from: 0, to: source.length })
  return fields.length === 1 && fields[0]?.style === 'plain' && fields[0].value === value
}

function fitsLiteral(value: string): boolean {
  return !/['\x00-\x08\x0A-\x1F\x7F]/.test(value)
}

function quoted(value: string): string {
  return JSON.stringify(value).replace(/\x7F/g, '\\u007f')
}

/** A multi-line string; a line end right after the opening quotes stays or goes as in the old source. */
function multiLine(value: string, old: string, style: 'literal' | 'folded', habits: TomlHabits): string {
  const quote = style === 'literal' && !/'''|'$|[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/.test(value) ? "'''" : '"""'
  const lead = /^...\r?\n/.test(old) || /^\r?\n/.test(value) ? habits.lineEnd : ''
  if (quote === "'''") return quote + lead + value + quote
  const body = value.split(/(\r\n|\n)/).map((line) => {
    return /^\r?\n$/.test(line)
      ? line
      : quoted(line)
          .slice(1, -1)
          .replaceAll('\\"', '"')
          .replace(/"(?="|$)/g, '\\"')
  })
  return quote + lead + body.join('') + quote
}
