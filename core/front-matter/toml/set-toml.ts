import type { TextEdit } from '../../article/text-edit.ts'
import { insertItems, removeSome } from '../comma-list.ts'
import { FrontMatterEditError } from '../edit-error.ts'
import type { Candidates } from '../format.ts'
import { changeItems, listDifference } from '../list-change.ts'
import { isList, isMap, type FieldValue } from '../model.ts'
import { sameValue } from '../same-value.ts'
import { addEntry, insertElement } from './add-toml.ts'
import type { TomlDocument } from './document.ts'
import { listOf, statementsOf, type TomlPlace } from './place.ts'
import { tomlValue } from './read-toml.ts'
import { removeStatements } from './rearrange-toml.ts'
import type { TomlValue } from './scan-value.ts'
import type { TomlMap, TomlTables } from './toml-tree.ts'
import { stringStyles, writeInPlaceOf, writePair, writeValue, type TomlHabits } from './write-toml.ts'

/** Ways to give what stands at `place` another value; `before` is the one it has. */
export function* setPlace(
  document: TomlDocument,
  place: TomlPlace,
  before: FieldValue,
  value: FieldValue,
): Candidates {
  if (sameValue(before, value)) {
    yield []
    return
  }
  if (place.kind === 'value') yield* setValue(document, place.value, value)
  else if (place.node.kind === 'pair') yield* setValue(document, place.node.value, value)
  else if (place.node.kind === 'map') yield setTable(document, place.node, before, value)
  else yield setTables(document, place.node, before, value)
}

function* setValue({ text, habits }: TomlDocument, old: TomlValue, value: FieldValue): Candidates {
  const edits = change(text, old, value, habits)
  if (edits) yield edits
  for (const insert of writeInPlaceOf(text, old, value, habits)) yield [{ ...old.span, insert }]
}

/** Edits inside an array or inline table that leave the entries that stay; null when there is no such way. */
function change(
  text: string,
  old: TomlValue,
  value: FieldValue,
  habits: TomlHabits,
): readonly TextEdit[] | null {
  const inside = (child: TomlValue, next: FieldValue): readonly TextEdit[] =>
    change(text, child, next, habits) ?? [
      { ...child.span, insert: writeInPlaceOf(text, child, next, habits)[0] ?? '' },
    ]
  if (old.kind === 'array' && isList(value)) {
    const style = old.items.flatMap(stringStyles)[0]
    const quotes = style === undefined ? habits.quotes : style === 'single' ? 'single' : 'double'
    return changeItems(
      text,
      listOf(old),
      old.items.map(tomlValue),
      value,
      habits,
      (item) => writeValue(item, { ...habits, quotes }),
      (index, item) => old.items.slice(index, index + 1).flatMap((child) => inside(child, item)),
    )
  }
  if (old.kind !== 'table' || !isMap(value)) return null
  const wanted = new Map(Object.entries(value))
  if (!old.members.every(({ key }) => key.length === 1)) return null
  const names = old.members.map(({ key: [part] }) => part?.name ?? '')
  const gone = new Set(names.flatMap((name, index) => (wanted.has(name) ? [] : [index])))
  const removed = removeSome(text, listOf(old), gone)
  if (removed === null) return null
  const edits = old.members.flatMap((member, index): readonly TextEdit[] => {
    const name = names[index] ?? ''
    const next = wanted.get(name)
    wanted.delete(name)
    return next === undefined || sameValue(tomlValue(member.value), next) ? [] : inside(member.value, next)
  })
  const added = [...wanted].map(([key, entry]) => writePair(key, entry, habits))
  return [...edits, ...removed, ...insertItems(text, listOf(old), old.members.length, added, habits)]
}

/** A table's entries one by one: removed, changed, added. */
function setTable(
  document: TomlDocument,
  table: TomlMap,
  before: FieldValue,
  value: FieldValue,
): readonly TextEdit[] {
  if (!isMap(value) || !isMap(before)) {
    throw new FrontMatterEditError('unsupported', 'A table cannot become a single value.')
  }
  const wanted = new Map(Object.entries(value))
  const edits: TextEdit[] = []
  for (const { part, node } of table.entries) {
    const next = wanted.get(part.name)
    wanted.delete(part.name)
    if (next === undefined) edits.push(...removeStatements(document, statementsOf(node)))
    else if (node.kind === 'pair') {
      if (sameValue(tomlValue(node.value), next)) continue
      const [first = []] = setValue(document, node.value, next)
      edits.push(...first)
    } else {
      const former = before[part.name] ?? null
      if (sameValue(former, next)) continue
      if (node.kind === 'map') edits.push(...setTable(document, node, former, next))
      else edits.push(...setTables(document, node, former, next))
    }
  }
  const added = [...wanted].flatMap(([key, entry]) => {
    return addEntry(document, { kind: 'statement', node: table, siblings: [], index: 0 }, key, entry)
  })
  const [first] = added
  if (first) edits.push({ ...first, insert: added.map((edit) => edit.insert).join('') })
  return edits
}

/** An array of tables element by element: elements that stay keep their lines, others are changed, taken out or put in. */
function setTables(
  document: TomlDocument,
  tables: TomlTables,
  before: FieldValue,
  value: FieldValue,
): readonly TextEdit[] {
  if (!isList(before) || !isList(value) || value.length === 0) {
    throw new FrontMatterEditError('unsupported', 'An array of tables stays one, with at least one table.')
  }
  const { elements } = tables
  const { from, replaced, tail } = listDifference(before, value)
  const at = from + replaced
  const edits = elements
    .slice(from, at)
    .flatMap((element, index) =>
      setTable(document, element, before[from + index] ?? null, value[from + index] ?? null),
    )
  const gone = elements.slice(at, elements.length - tail).flatMap(statementsOf)
  if (value.length < before.length) return [...edits, ...removeStatements(document, gone)]
  const added = value
    .slice(at, value.length - tail)
    .flatMap((item) => insertElement(document, tables, at, item))
  const [first] = added
  return first ? [...edits, { ...first, insert: added.map(({ insert }) => insert).join('') }] : edits
}
