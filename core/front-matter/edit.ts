import { applyEdits, type TextEdit } from '../article/text-edit.ts'
import { FrontMatterEditError } from './edit-error.ts'
import type { Candidates, WrittenFrontMatter } from './format.ts'
import { formatModule } from './formats.ts'
import { minimalEdits } from './minimal-edits.ts'
import type { Field, FieldValue, FrontMatter, FrontMatterFormat, PathSegments } from './model.ts'
import { outlineOf, outlineOfValue, sameOutline, type Outline } from './outline.ts'
import { findField, formatPath, parentOf } from './path.ts'
import { recentReading } from './recent-readings.ts'
import { sameValue } from './same-value.ts'
import { dominantLineEnd } from './yaml/habits.ts'

/** Which field is meant: a written path, its segments, or a field of the front matter that is passed along. */
export type FieldRef = string | PathSegments | Field

// All edits below are found the same way: the format offers ways of writing, each is applied and read again,
// and the first is taken that holds exactly what was asked and leaves every other field as it was. Offsets
// refer to `text`. What cannot be done throws `FrontMatterEditError`. `fm` spares reading the front matter
// again; it must be that of `text`.

/** Gives a field or list item a new value, in its old style where that can hold it. [] when it has that value. */
export function setField(
  text: string,
  path: FieldRef,
  value: FieldValue,
  fm: FrontMatter = recentReading(text),
): readonly TextEdit[] {
  const { written, field, parents } = locate(fm, path)
  if (field.alias) throw new FrontMatterEditError('alias', `“${field.path}” is an alias and is not edited.`)
  if (sameValue(field.value, value)) return []
  const ways = formatModule(written.block.format).set(text, written, field, value)
  return choose(
    text,
    fm,
    ways,
    replaced(parents, (outline) => ({ ...outlineOfValue(value), key: outline.key })),
  )
}

/** Takes a field or list item out. A list or map without its last entry stays as `[]` or `{}`. */
export function removeField(
  text: string,
  path: FieldRef,
  fm: FrontMatter = recentReading(text),
): readonly TextEdit[] {
  const { written, field, parents } = locate(fm, path)
  const ways = formatModule(written.block.format).remove(text, written, field)
  try {
    return choose(
      text,
      fm,
      ways,
      replaced(parents, () => null),
    )
  } catch (error) {
    const only = field.segments.length === 1 && fm.fields.length === 1
    if (!only || !(error instanceof FrontMatterEditError) || error.code !== 'unsafe') throw error
    const message =
      'Below a blank line, or without an opening fence, a block without fields is no front matter.'
    throw new FrontMatterEditError('lastField', message)
  }
}

/**
 * Adds a field after the last one, or to the map at `parent`. An article without front matter gets a block above its
 * untouched body, in `format`.
 */
export function addField(
  text: string,
  key: string,
  value: FieldValue,
  options: {
    readonly parent?: FieldRef
    readonly format?: FrontMatterFormat
    readonly fm?: FrontMatter
  } = {},
): readonly TextEdit[] {
  const fm = options.fm ?? recentReading(text)
  if (!isWritten(fm)) return newBlock(text, fm, key, value, options.format ?? 'yaml')
  const found = options.parent === undefined ? null : locate(fm, options.parent)
  const parent = found?.field ?? null
  if (parent && (parent.kind !== 'map' || parent.alias)) {
    throw new FrontMatterEditError('notAMap', `“${parent.path}” is no map.`)
  }
  refuseTaken(parent?.items ?? fm.fields, key)
  const format = formatModule(fm.block.format)
  const ways = format.add(text, fm, parent, key, value)
  const added: Outline = { ...outlineOfValue(value), key }
  const at = format.addedAt?.(text, fm, parent) ?? Infinity
  const expected = found
    ? replaced(found.parents, (outline) => ({ ...outline, items: outline.items.toSpliced(at, 0, added) }))
    : outlineOf(fm.fields).toSpliced(at, 0, added)
  return choose(text, fm, ways, expected)
}

/** Gives a field another key; its value stays as it is written. */
export function renameField(
  text: string,
  path: FieldRef,
  key: string,
  fm: FrontMatter = recentReading(text),
): readonly TextEdit[] {
  const { written, field, siblings, parents } = locate(fm, path)
  if (field.keySpan === null) throw new FrontMatterEditError('notAMap', `“${field.path}” has no key.`)
  if (field.key === key) return []
  refuseTaken(siblings, key)
  const ways = formatModule(written.block.format).rename(text, written, field, key)
  return choose(
    text,
    fm,
    ways,
    replaced(parents, (outline) => ({ ...outline, key })),
  )
}

/** Moves a field or list item so that it ends up at `toIndex` (0-based) among its siblings. */
export function moveField(
  text: string,
  path: FieldRef,
  toIndex: number,
  fm: FrontMatter = recentReading(text),
): readonly TextEdit[] {
  const { written, field, siblings, parents } = locate(fm, path)
  checkIndex(toIndex, siblings.length - 1)
  const from = siblings.indexOf(field)
  if (from === toIndex) return []
  const ways = formatModule(written.block.format).move(text, written, field, toIndex)
  const expected = inSiblings(parents, outlineOf(fm.fields), (all) => {
    const rest = all.filter((_, index) => index !== from)
    return [...rest.slice(0, toIndex), ...all.slice(from, from + 1), ...rest.slice(toIndex)]
  })
  return choose(text, fm, ways, expected)
}

/** Puts a new item before item `index` of the list at `path`, or after the last one. */
export function insertItem(
  text: string,
  path: FieldRef,
  index: number,
  value: FieldValue,
  fm: FrontMatter = recentReading(text),
): readonly TextEdit[] {
  const { written, field, parents } = locate(fm, path)
  const list = listAt(field)
  checkIndex(index, list.items.length)
  const ways = formatModule(written.block.format).insertItem(text, written, list, index, value)
  const expected = replaced(parents, (outline) => {
    const items = [...outline.items]
    items.splice(index, 0, { ...outlineOfValue(value), key: '' })
    return { ...outline, items }
  })
  return choose(text, fm, ways, expected)
}

/** Takes item `index` of the list at `path` out. */
export function removeItem(
  text: string,
  path: FieldRef,
  index: number,
  fm: FrontMatter = recentReading(text),
): readonly TextEdit[] {
  return removeField(text, itemAt(locate(fm, path).field, index), fm)
}

/** Moves item `from` of the list at `path` so that it ends up as item `to`. */
export function moveItem(
  text: string,
  path: FieldRef,
  from: number,
  to: number,
  fm: FrontMatter = recentReading(text),
): readonly TextEdit[] {
  return moveField(text, itemAt(locate(fm, path).field, from), to, fm)
}

interface Located {
  readonly written: WrittenFrontMatter
  readonly field: Field
  readonly siblings: readonly Field[]
  /** The fields on the way to `field`, itself the last, as numbers among their siblings. */
  readonly parents: Way
}

/** The outlines of all fields with the numbers that lead to one of them. */
interface Way {
  readonly outlines: readonly Outline[]
  readonly numbers: readonly number[]
}

function isWritten(fm: FrontMatter): fm is WrittenFrontMatter {
  return fm.block !== null
}

function locate(fm: FrontMatter, path: FieldRef): Located {
  if (!isWritten(fm)) throw new FrontMatterEditError('noFrontMatter', 'The article has no front matter.')
  const field = typeof path === 'object' && 'span' in path ? path : findField(fm.fields, path)
  if (!field) {
    const code = fm.complete ? 'noSuchField' : 'unparsable'
    throw new FrontMatterEditError(code, `There is no field “${nameOf(path)}” that can be read.`)
  }
  const numbers: number[] = []
  let siblings = fm.fields
  for (let at: Field | null = field; at;) {
    const parent: Field | null = parentOf(fm.fields, at)
    const among = parent?.items ?? fm.fields
    if (at === field) siblings = among
    numbers.unshift(among.indexOf(at))
    at = parent
  }
  if (numbers.includes(-1))
    throw new FrontMatterEditError('noSuchField', 'The field is not one of this article.')
  return { written: fm, field, siblings, parents: { outlines: outlineOf(fm.fields), numbers } }
}

function nameOf(path: FieldRef): string {
  if (typeof path === 'string') return path
  return 'span' in path ? path.path : formatPath(path)
}

function listAt(field: Field): Field {
  if (field.kind === 'list' && !field.alias) return field
  throw new FrontMatterEditError(
    field.alias ? 'alias' : 'notAList',
    `“${field.path}” is no list that can be edited.`,
  )
}

function itemAt(field: Field, index: number): Field {
  const item = listAt(field).items[index]
  if (!item) throw new FrontMatterEditError('badIndex', `“${field.path}” has no item ${index}.`)
  return item
}

function checkIndex(index: number, most: number): void {
  if (Number.isInteger(index) && index >= 0 && index <= most) return
  throw new FrontMatterEditError('badIndex', `There is no place ${index} there.`)
}

function refuseTaken(siblings: readonly Field[], key: string): void {
  if (!siblings.some((field) => field.key === key)) return
  throw new FrontMatterEditError('exists', `There is a field “${key}” already.`)
}

/** The outlines with the one that `way` leads to changed, or taken out when `change` gives null. */
function replaced(way: Way, change: (outline: Outline) => Outline | null): readonly Outline[] {
  return inSiblings(way, way.outlines, (all) => {
    const at = way.numbers.at(-1)
    return all.flatMap((outline, index) => (index === at ? (change(outline) ?? []) : outline))
  })
}

function inSiblings(
  way: Way,
  outlines: readonly Outline[],
  change: (siblings: readonly Outline[]) => readonly Outline[],
  depth = 0,
): readonly Outline[] {
  if (depth === way.numbers.length - 1) return change(outlines)
  return outlines.map((outline, index) => {
    if (index !== way.numbers[depth]) return outline
    return { ...outline, items: inSiblings(way, outline.items, change, depth + 1) }
  })
}

function newBlock(
  text: string,
  fm: FrontMatter,
  key: string,
  value: FieldValue,
  format: FrontMatterFormat,
): readonly TextEdit[] {
  if (fm.problems.some((problem) => problem.code === 'fenceNeverClosed')) {
    throw new FrontMatterEditError('unparsable', 'The front matter is opened but never closed.')
  }
  const at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const insert = formatModule(format).newBlock(
    key,
    value,
    dominantLineEnd(text, { from: 0, to: text.length }),
  )
  return choose(text, fm, [[{ from: at, to: at, insert }]], [{ ...outlineOfValue(value), key }])
}

/** The first way that reads as `expected`, with no more errors than before and the same body. */
function choose(
  text: string,
  fm: FrontMatter,
  ways: Candidates,
  expected: readonly Outline[],
): readonly TextEdit[] {
  const bodyLength = text.length - (fm.block?.span.to ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0))
  const errors = errorsOf(fm)
  let dangling = false
  for (const way of ways) {
    const edits = minimalEdits(text, way)
    const edited = applyEdits(text, edits)
    const read = recentReading(edited)
    if (read.block === null || edited.length - read.block.span.to !== bodyLength) continue
    if (read.complete !== (fm.block === null || fm.complete)) continue
    if (errorsOf(read) > errors) dangling ||= read.problems.some((problem) => problem.code === 'unknownAlias')
    else if (sameOutline(outlineOf(read.fields), expected)) return edits
  }
  if (dangling)
    throw new FrontMatterEditError('inUse', 'An anchor there is used elsewhere in the front matter.')
  if (!fm.complete)
    throw new FrontMatterEditError('unparsable', 'An error in the front matter stands in the way.')
  throw new FrontMatterEditError(
    'unsafe',
    'No way of writing this leaves the rest of the front matter as it is.',
  )
}

function errorsOf(fm: FrontMatter): number {
  return fm.problems.filter((problem) => problem.severity === 'error').length
}
