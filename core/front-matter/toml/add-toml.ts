import type { TextEdit } from '../../article/text-edit.ts'
import { indentOf, insertItems } from '../comma-list.ts'
import { FrontMatterEditError } from '../edit-error.ts'
import type { FieldValue } from '../model.ts'
import type { TomlDocument } from './document.ts'
import { lineStart, listOf, statementsOf, wholeLines, type TomlPlace } from './place.ts'
import type { TomlPair, TomlStatement } from './scan-toml.ts'
import type { TomlEntry, TomlMap, TomlTables } from './toml-tree.ts'
import { writePair } from './write-toml.ts'

/** Adds an entry at the end of the map at `place` (null: of the front matter's own pairs, before any table). */
export function addEntry(
  document: TomlDocument,
  place: TomlPlace | null,
  key: string,
  value: FieldValue,
): readonly TextEdit[] {
  const { text, habits } = document
  const written = writePair(key, value, habits)
  if (place === null) return addToTable(document, document.root, written)
  if (place.kind === 'statement' && place.node.kind === 'map')
    return addToTable(document, place.node, written)
  const inline = place.kind === 'value' ? place.value : place.node.kind === 'pair' ? place.node.value : null
  if (inline?.kind !== 'table') throw new FrontMatterEditError('notAMap', 'There is no map here.')
  const list = listOf(inline)
  const spaced = inline.members.length === 0 && inline.close === inline.open ? ` ${written} ` : written
  return insertItems(text, list, inline.members.length, [spaced], habits)
}

function addToTable(document: TomlDocument, table: TomlMap, written: string): readonly TextEdit[] {
  const { text, content, habits } = document
  const last = table.entries.flatMap(({ node }) => ownPairs(node)).at(-1)
  if (table.origin === 'dotted') return addDotted(document, table, written)
  const before: TomlStatement | null = last ?? table.header
  if (before === null) {
    if (table.origin !== 'root')
      throw new FrontMatterEditError('unsupported', 'This table has no header of its own.')
    return [{ from: content.from, to: content.from, insert: written + habits.lineEnd }]
  }
  const at = wholeLines(text, before.span).to
  const indent = last ? indentOf(text, last.span.from) : indentOf(text, before.span.from)
  return [{ from: at, to: at, insert: indent + written + habits.lineEnd }]
}

/** The pairs of a table itself, dotted ones included, in the order of the text; none of its sub-tables. */
function ownPairs(node: TomlEntry['node']): readonly TomlPair[] {
  if (node.kind === 'pair') return [node]
  if (node.kind === 'tables' || node.origin !== 'dotted') return []
  return node.entries.flatMap((entry) => ownPairs(entry.node))
}

/** One more `author.name = …` line after the others. */
function addDotted({ text, habits }: TomlDocument, table: TomlMap, written: string): readonly TextEdit[] {
  const sibling = table.entries.map((entry) => entry.node).findLast((node) => node.kind === 'pair')
  const [first] = sibling?.key ?? []
  const last = sibling?.key.at(-1)
  if (!sibling || !first || !last) {
    throw new FrontMatterEditError('unsupported', 'This map has no entry of its own to add another one to.')
  }
  const prefix = text.slice(first.span.from, last.span.from)
  const at = wholeLines(text, sibling.span).to
  const insert = indentOf(text, sibling.span.from) + prefix + written + habits.lineEnd
  return [{ from: at, to: at, insert }]
}

/** A new `[[table]]` before the element at `index`, or after the last. */
export function insertElement(
  { text, habits }: TomlDocument,
  tables: TomlTables,
  index: number,
  value: FieldValue,
): readonly TextEdit[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new FrontMatterEditError('unsupported', 'An array of tables holds only tables.')
  }
  const header = tables.elements[0]?.header
  if (!header) throw new FrontMatterEditError('unsupported', 'This array of tables has no header.')
  const pairs = Object.entries(value as Readonly<Record<string, FieldValue>>)
  const lines = pairs.map(([key, entry]) => writePair(key, entry, habits))
  const block = [text.slice(header.span.from, header.span.to), ...lines, ''].join(habits.lineEnd)
  const next = tables.elements[index]?.header
  if (next) {
    const at = lineStart(text, next.span.from)
    return [{ from: at, to: at, insert: block + habits.lineEnd }]
  }
  const last = tables.elements.flatMap(statementsOf).at(-1) ?? header
  const at = wholeLines(text, last.span).to
  return [{ from: at, to: at, insert: habits.lineEnd + block }]
}
