import type { TextEdit } from '../../article/text-edit.ts'
import type { FieldValue } from '../model.ts'
import { afterBreak, beginsLine, columnOf, entryStop, lineStart } from './lines.ts'
import type { YamlEntry, YamlNode } from './node.ts'
import type { YamlSource } from './place.ts'
import { entryLines, itemLines, meantByKey, writeFlow, writeKey } from './write-value.ts'

/** A key (`''` in lists) with its value. */
export type NewEntry = readonly [key: string, value: FieldValue]

/** Puts new entries into a list or map before entry number `index`, or after the last one. */
export function insertEntries(
  source: YamlSource,
  parent: YamlNode,
  index: number,
  added: readonly NewEntry[],
): readonly TextEdit[] {
  return parent.style === 'flow'
    ? intoFlow(source, parent, index, added)
    : intoBlock(source, parent, index, added)
}

/** New lines at the end of the front matter, or of what of it was read. */
export function appendToRoot(source: YamlSource, key: string, value: FieldValue): readonly TextEdit[] {
  const { root, content, habits, text } = source
  if (root && root.entries.length > 0) return insertEntries(source, root, root.entries.length, [[key, value]])
  if (root?.style === 'flow') return insertEntries(source, root, 0, [[key, value]])
  const at = source.readTo < content.to ? source.readTo : content.to
  const before = at > content.from && !/[\r\n]/.test(text.charAt(at - 1)) ? habits.lineEnd : ''
  const lines = entryLines(key, value, 0, habits).join(habits.lineEnd)
  return [{ from: at, to: at, insert: before + lines + habits.lineEnd }]
}

function intoBlock(
  { text, habits }: YamlSource,
  parent: YamlNode,
  index: number,
  added: readonly NewEntry[],
): readonly TextEdit[] {
  const next = parent.entries[index]
  const before = parent.entries[index - 1]
  const neighbour = before ?? next
  if (!neighbour) return []
  const column = columnOf(text, neighbour.from)
  const spaces = ' '.repeat(column)
  const lines = added.flatMap(([key, value]) => {
    if (parent.kind === 'list')
      return itemLines(value, column, habits, gapOf(text, neighbour), styleOf(neighbour))
    const [first = '', ...rest] = entryLines(key, value, column, habits)
    return [spaces + first, ...rest]
  })
  const written = lines.join(habits.lineEnd)
  if (before) {
    const stop = entryStop(text, before)
    const at = afterBreak(text, stop)
    if (at > stop) return [{ from: at, to: at, insert: written + habits.lineEnd }]
    return [{ from: stop, to: stop, insert: habits.lineEnd + written }]
  }
  if (beginsLine(text, neighbour.from)) {
    const at = lineStart(text, neighbour.from)
    return [{ from: at, to: at, insert: written + habits.lineEnd }]
  }
  return [
    { from: neighbour.from, to: neighbour.from, insert: written.slice(column) + habits.lineEnd + spaces },
  ]
}

/** The spaces between a neighbour's dash and its value. */
function gapOf(text: string, neighbour: YamlEntry): string {
  return /^ +(?=\S)/.exec(text.slice(neighbour.from + 1, neighbour.from + 12))?.[0] ?? ' '
}

function styleOf(neighbour: YamlEntry): 'plain' | 'single' | 'double' {
  const { style } = neighbour.value
  return style === 'single' || style === 'double' ? style : 'plain'
}

function intoFlow(
  { text, habits }: YamlSource,
  parent: YamlNode,
  index: number,
  added: readonly NewEntry[],
): readonly TextEdit[] {
  const { entries, kind } = parent
  const next = entries[index]
  const before = entries[index - 1]
  const neighbour = before ?? next
  const style = neighbour ? styleOf(neighbour) : 'plain'
  const written = added.map(([key, value]) => {
    if (kind === 'list') return writeFlow(value, habits, { style })
    return `${flowKey(text, neighbour, key, habits)}${writeFlow(value, habits, { style, meant: meantByKey(key) })}`
  })
  const separator = separatorOf(text, parent)
  if (next)
    return [{ from: next.from, to: next.from, insert: written.map((one) => one + separator).join('') }]
  if (before) {
    const at = before.value.to
    return [{ from: at, to: at, insert: written.map((one) => separator + one).join('') }]
  }
  const inside = text.slice(parent.from + 1, parent.to - 1)
  const at = parent.from + 1 + Math.floor((/^ */.exec(inside)?.[0].length ?? 0) / 2)
  return [{ from: at, to: at, insert: written.join(separator) }]
}

function flowKey(
  text: string,
  neighbour: YamlEntry | undefined,
  key: string,
  habits: YamlSource['habits'],
): string {
  const quoted =
    neighbour?.key?.style === 'single' || neighbour?.key?.style === 'double' ? neighbour.key.style : 'plain'
  const colon =
    neighbour && neighbour.colon >= 0 ? text.slice(neighbour.colon, neighbour.value.outerFrom) : ': '
  return (
    writeKey(key, habits, true, quoted) +
    (/^: *$/.test(colon) && (quoted !== 'plain' || colon.length > 1) ? colon : ': ')
  )
}

function separatorOf(text: string, parent: YamlNode): string {
  const [first, second] = parent.entries
  const between = first && second ? text.slice(first.value.to, second.from) : ', '
  return /^,\s*$/.test(between) ? between : ', '
}
