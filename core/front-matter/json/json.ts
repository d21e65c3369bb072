import type { TextEdit } from '../../article/text-edit.ts'
import { indentOf, insertItems, moveItem, removeItems, removeSome, type CommaList } from '../comma-list.ts'
import { FrontMatterEditError } from '../edit-error.ts'
import type { Candidates, FormatModule, WrittenFrontMatter } from '../format.ts'
import { changeItems } from '../list-change.ts'
import { isList, type Field, type FieldValue } from '../model.ts'
import { sameValue } from '../same-value.ts'
import { jsonValue, scanContent } from './read-json.ts'
import type { JsonNode } from './scan-json.ts'
import { jsonHabits, writeJson, writeString, type JsonHabits } from './write-json.ts'

/** JSON front matter: an object with or without fences (Hugo), or members without braces above `;;;` (Hexo). */
export const jsonFormat: FormatModule = {
  set,
  remove,
  add,
  rename: (text, fm, field, key) => {
    const { habits } = open(text, fm)
    return [field.keySpan === null ? [] : [{ ...field.keySpan, insert: writeString(key, habits) }]]
  },
  move: (text, fm, field, toIndex) => {
    const { list, index } = placeOf(open(text, fm).root, field)
    return [moveItem(text, list, index, toIndex)]
  },
  insertItem: (text, fm, list, index, value) => {
    const { root, habits } = open(text, fm)
    const written = writeJson(value, habits, outerOf(text, list.valueSpan.to, habits))
    return [insertItems(text, listOf(nodeOf(root, list)), index, [written], habits)]
  },
  newBlock: (key, value, lineEnd) => {
    const habits = { lineEnd, space: ' ', indent: '  ', colon: ': ', spread: false, ascii: false }
    const member = `${habits.indent}${JSON.stringify(key)}: ${writeJson(value, habits, habits.indent)}`
    return ['{', member, '}', ''].join(lineEnd)
  },
}

function open(text: string, fm: WrittenFrontMatter): { root: JsonNode; habits: JsonHabits } {
  const { root } = scanContent(text, fm.block.content)
  if (root === null) throw new FrontMatterEditError('unparsable', 'The front matter is no JSON.')
  return { root, habits: jsonHabits(text, root) }
}

function* set(text: string, fm: WrittenFrontMatter, field: Field, value: FieldValue): Candidates {
  const { root, habits } = open(text, fm)
  const node = nodeOf(root, field)
  if (sameValue(jsonValue(node), value)) {
    yield []
    return
  }
  const edits = change(text, node, value, habits)
  if (edits !== null) yield edits
  yield [replacement(text, node, value, habits)]
}

/** Edits inside a list or object that leave the entries that stay as they are; null when there is no such way. */
function change(
  text: string,
  node: JsonNode,
  value: FieldValue,
  habits: JsonHabits,
): readonly TextEdit[] | null {
  if (value === null || typeof value !== 'object') return null
  const inner = outerOf(text, node.span.to, habits)
  const inside = (child: JsonNode, next: FieldValue): readonly TextEdit[] =>
    change(text, child, next, habits) ?? [replacement(text, child, next, habits)]
  if (node.kind === 'array' && isList(value)) {
    return changeItems(
      text,
      listOf(node),
      node.items.map(jsonValue),
      value,
      habits,
      (item) => writeJson(item, habits, inner),
      (index, item) => node.items.slice(index, index + 1).flatMap((child) => inside(child, item)),
    )
  }
  if (node.kind !== 'object' || isList(value)) return null
  const wanted = new Map(Object.entries(value))
  const keys = node.members.map((member) => member.key)
  if (new Set(keys).size < keys.length) return null
  const gone = new Set(keys.flatMap((key, index) => (wanted.has(key) ? [] : [index])))
  const removed = removeSome(text, listOf(node), gone)
  if (removed === null) return null
  const edits = node.members.flatMap((member): readonly TextEdit[] => {
    const next = wanted.get(member.key)
    wanted.delete(member.key)
    return next === undefined || sameValue(jsonValue(member.value), next) ? [] : inside(member.value, next)
  })
  const added = [...wanted].map(([key, entry]) => memberText(key, entry, habits, inner))
  return [...edits, ...removed, ...insertItems(text, listOf(node), node.members.length, added, habits)]
}

function replacement(text: string, node: JsonNode, value: FieldValue, habits: JsonHabits): TextEdit {
  return { ...node.span, insert: writeJson(value, habits, outerOf(text, node.span.from, habits, '')) }
}

function* remove(text: string, fm: WrittenFrontMatter, field: Field): Candidates {
  const { list, index } = placeOf(open(text, fm).root, field)
  yield removeItems(text, list, index, index + 1)
}

function* add(
  text: string,
  fm: WrittenFrontMatter,
  parent: Field | null,
  key: string,
  value: FieldValue,
): Candidates {
  const { root, habits } = open(text, fm)
  const node = parent === null ? root : nodeOf(root, parent)
  if (node.kind !== 'object')
    throw new FrontMatterEditError('notAMap', `There is no map at “${parent?.path ?? ''}”.`)
  const member = memberText(key, value, habits, outerOf(text, node.close, habits))
  yield insertItems(text, listOf(node), node.members.length, [member], habits)
}

function memberText(key: string, value: FieldValue, habits: JsonHabits, outer: string): string {
  return writeString(key, habits) + habits.colon + writeJson(value, habits, outer)
}

/** The indentation of the entries of a collection on whose first or last line `at` stands. */
function outerOf(text: string, at: number, habits: JsonHabits, more = habits.indent): string {
  const lineFrom = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  return indentOf(text, lineFrom + (/^[ \t]*/.exec(text.slice(lineFrom, at))?.[0].length ?? 0)) + more
}

function listOf(node: JsonNode): CommaList {
  switch (node.kind) {
    case 'object':
      return {
        ...node,
        lines: node.open === node.span.from,
        items: node.members.map(({ keySpan, value }) => ({ from: keySpan.from, to: value.span.to })),
      }
    case 'array':
      return { ...node, items: node.items.map((item) => item.span) }
    default:
      throw new FrontMatterEditError('notAList', 'There is no list here.')
  }
}

/** The node of a field, by its place; and the list it is an entry of. */
function find(node: JsonNode, field: Field): { node: JsonNode; list: CommaList; index: number } | null {
  if (node.kind !== 'object' && node.kind !== 'array') return null
  const children = node.kind === 'array' ? node.items : node.members.map((member) => member.value)
  for (const [index, child] of children.entries()) {
    if (child.span.from === field.valueSpan.from && child.span.to === field.valueSpan.to) {
      return { node: child, list: listOf(node), index }
    }
    if (child.span.from <= field.valueSpan.from && field.valueSpan.to <= child.span.to)
      return find(child, field)
  }
  return null
}

function placeOf(root: JsonNode, field: Field): { node: JsonNode; list: CommaList; index: number } {
  const found = find(root, field)
  if (found === null) throw new FrontMatterEditError('noSuchField', `There is no field “${field.path}”.`)
  return found
}

function nodeOf(root: JsonNode, field: Field): JsonNode {
  return placeOf(root, field).node
}
