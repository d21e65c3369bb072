import type { FieldValue } from '../model.ts'
import type { YamlHabits } from './habits.ts'
import type { Yaml11Meaning } from './plain.ts'
import { writeAtom, writeText, type ScalarWish } from './write-scalar.ts'
import { fitsNewBlock, writeBlock } from './write-block.ts'

/** Keys under which every generator expects a date, so that a date there is written plain. */
const dateKeys =
  /^(?:date|updated|modified|lastmod|created|pubdate|publishdate|publish_date|expirydate|updateddate)$/i

/** The YAML 1.1 meaning a new value may have because of the key it stands under. */
export function meantByKey(key: string): Yaml11Meaning | null {
  return dateKeys.test(key) ? 'timestamp' : null
}

export function isScalar(value: FieldValue): value is string | number | boolean | null {
  return value === null || typeof value !== 'object'
}

/** A list's items, or a map's entries; null for a map or list respectively. */
export function itemsOf(value: FieldValue): readonly FieldValue[] | null {
  return Array.isArray(value) ? (value as readonly FieldValue[]) : null
}

/** A key as it stands before its colon: plain where that is safe. */
export function writeKey(
  key: string,
  habits: YamlHabits,
  inFlow: boolean,
  style: ScalarWish['style'] = 'plain',
): string {
  return writeText(key, { style, quote: habits.quote, inFlow, meant: null })[0] ?? ''
}

/** A value on one line, in flow style when it is a list or map. */
export function writeFlow(value: FieldValue, habits: YamlHabits, wish: Partial<ScalarWish> = {}): string {
  if (typeof value === 'string') {
    return (
      writeText(value, { style: 'plain', quote: habits.quote, inFlow: true, meant: null, ...wish })[0] ?? ''
    )
  }
  if (isScalar(value)) return writeAtom(value)
  const items = itemsOf(value)
  if (items) return `[${items.map((item) => writeFlow(item, habits)).join(', ')}]`
  const pairs = Object.entries(value).map(([key, entry]) => {
    return `${writeKey(key, habits, true)}: ${writeFlow(entry, habits, { meant: meantByKey(key) })}`
  })
  return `{${pairs.join(', ')}}`
}

/** True when a value fits after a colon or dash on one line in a block collection. */
function isInline(value: FieldValue): boolean {
  if (typeof value === 'string') return !value.includes('\n')
  return isScalar(value) || Object.keys(value).length === 0
}

/** A list or map that is not empty, as lines of block style that begin in column `column`. */
export function blockLines(value: FieldValue, column: number, habits: YamlHabits): readonly string[] {
  const spaces = ' '.repeat(column)
  const items = itemsOf(value)
  if (items) return items.flatMap((item) => itemLines(item, column, habits))
  return Object.entries(value as Readonly<Record<string, FieldValue>>).flatMap(([key, entry]) => {
    const lines = entryLines(key, entry, column, habits)
    return [spaces + (lines[0] ?? ''), ...lines.slice(1)]
  })
}

/** One item of a block list, its dash in column `column`. */
export function itemLines(
  item: FieldValue,
  column: number,
  habits: YamlHabits,
  gap = ' ',
  style: ScalarWish['style'] = 'plain',
): readonly string[] {
  const dash = `${' '.repeat(column)}-${gap}`
  if (isInline(item)) return [dash + writeFlow(item, habits, { inFlow: false, style })]
  if (typeof item === 'string') return textLines(dash, item, column, habits)
  const inner = column + 1 + gap.length
  const [first = '', ...rest] = blockLines(item, inner, habits)
  return [dash + first.slice(inner), ...rest]
}

/** One entry of a block map in column `column`; the first line comes without its indentation. */
export function entryLines(
  key: string,
  value: FieldValue,
  column: number,
  habits: YamlHabits,
): readonly string[] {
  const name = `${writeKey(key, habits, false)}:`
  if (value === null) return [name]
  if (isInline(value))
    return [`${name} ${writeFlow(value, habits, { inFlow: false, meant: meantByKey(key) })}`]
  if (typeof value === 'string') return textLines(`${name} `, value, column, habits)
  const indent = itemsOf(value) ? habits.listIndent : habits.mapIndent
  return [name, ...blockLines(value, column + indent, habits)]
}

function textLines(before: string, text: string, column: number, habits: YamlHabits): readonly string[] {
  const block =
    habits.quoteLines || !fitsNewBlock(text) ? null : writeBlock(text, 'literal', column + 2, 2, false, 80)
  if (block) return [before + block.header, ...block.lines]
  return [before + writeFlow(text, habits, { inFlow: false })]
}
