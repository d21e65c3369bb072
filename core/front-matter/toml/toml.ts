import type { TextEdit } from '../../article/text-edit.ts'
import { insertItems, moveItem, removeItems } from '../comma-list.ts'
import { FrontMatterEditError } from '../edit-error.ts'
import type { Candidates, FormatModule, WrittenFrontMatter } from '../format.ts'
import type { Field, FieldValue } from '../model.ts'
import { addEntry, insertElement } from './add-toml.ts'
import { listOf, placeOf, statementsOf } from './place.ts'
import { moveStatements, removeStatements } from './rearrange-toml.ts'
import { scanToml } from './scan-toml.ts'
import { setPlace } from './set-toml.ts'
import { buildTree } from './toml-tree.ts'
import { stringStyles, tomlHabits, writeKey, writePair, writeValue, type TomlHabits } from './write-toml.ts'
import type { TomlDocument } from './document.ts'
import type { TomlValue } from './scan-value.ts'

/** TOML front matter between `+++` fences, as Hugo has it. */
export const tomlFormat: FormatModule = {
  set,
  remove,
  add: (text, fm, parent, key, value) => {
    const document = open(text, fm)
    const place = parent === null ? null : placeOf(document.root, parent.segments)
    return [addEntry(document, place, key, value)]
  },
  addedAt: (text, fm, parent) => {
    const document = open(text, fm)
    const place = parent === null ? null : placeOf(document.root, parent.segments)
    const at = addEntry(document, place, '_', 0)[0]?.from ?? text.length
    return (parent?.items ?? fm.fields).filter((field) => field.span.from < at).length
  },
  rename: (text, fm, field, key) => [rename(open(text, fm), field, key)],
  move: (text, fm, field, toIndex) => {
    const document = open(text, fm)
    const place = placeOf(document.root, field.segments)
    if (place.kind === 'value') return [moveItem(text, place.list, place.index, toIndex)]
    return [moveStatements(document, place.siblings, place.index, toIndex)]
  },
  insertItem: (text, fm, list, index, value) => {
    const document = open(text, fm)
    const place = placeOf(document.root, list.segments)
    if (place.kind === 'statement' && place.node.kind === 'tables') {
      return [insertElement(document, place.node, index, value)]
    }
    const array = place.kind === 'value' ? place.value : place.node.kind === 'pair' ? place.node.value : null
    if (array?.kind !== 'array') throw new FrontMatterEditError('notAList', `“${list.path}” is no list.`)
    const written = writeValue(value, likeItems(array, document.habits))
    return [insertItems(text, listOf(array), index, [written], document.habits)]
  },
  newBlock: (key, value, lineEnd) => {
    const habits: TomlHabits = { lineEnd, space: ' ', indent: '  ', equals: ' = ', quotes: 'double' }
    return ['+++', writePair(key, value, habits), '+++', ''].join(lineEnd)
  },
}

/** The habits with the quotes of a list's own texts. */
function likeItems(array: TomlValue, habits: TomlHabits): TomlHabits {
  const style = stringStyles(array).find((one) => one !== 'plain')
  if (style === undefined) return habits
  return { ...habits, quotes: style === 'single' || style === 'literal' ? 'single' : 'double' }
}

function open(text: string, fm: WrittenFrontMatter): TomlDocument {
  const { content } = fm.block
  const { statements, errorAt } = scanToml(text, content)
  if (errorAt !== null) throw new FrontMatterEditError('unparsable', 'The front matter is no valid TOML.')
  const habits = tomlHabits(text, statements, text.slice(content.from, content.to))
  return { text, content, statements, root: buildTree(statements), habits }
}

function* set(text: string, fm: WrittenFrontMatter, field: Field, value: FieldValue): Candidates {
  const document = open(text, fm)
  yield* setPlace(document, placeOf(document.root, field.segments), field.value, value)
}

function* remove(text: string, fm: WrittenFrontMatter, field: Field): Candidates {
  const document = open(text, fm)
  const place = placeOf(document.root, field.segments)
  yield place.kind === 'value'
    ? removeItems(text, place.list, place.index, place.index + 1)
    : removeStatements(document, statementsOf(place.node))
}

/** Every statement that names the field gets the new key: headers of its sub-tables and dotted keys too. */
function rename(document: TomlDocument, field: Field, key: string): readonly TextEdit[] {
  const insert = writeKey(key)
  const place = placeOf(document.root, field.segments)
  if (place.kind === 'value' || place.node.kind === 'pair') {
    return field.keySpan === null ? [] : [{ ...field.keySpan, insert }]
  }
  const depth = field.segments.filter((segment) => typeof segment === 'string').length
  const own = new Set(statementsOf(place.node))
  const edits: TextEdit[] = []
  let base = 0
  for (const statement of document.statements) {
    if (statement.kind === 'header') base = statement.key.length
    if (!own.has(statement)) continue
    const part = statement.key[statement.kind === 'header' ? depth - 1 : depth - 1 - base]
    if (part) edits.push({ ...part.span, insert })
  }
  return edits
}
