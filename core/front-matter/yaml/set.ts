import type { TextEdit } from '../../article/text-edit.ts'
import type { Candidates } from '../format.ts'
import type { Field, FieldValue } from '../model.ts'
import { sameValue } from '../same-value.ts'
import { gapBefore, inline, trimmedEnd } from './inline.ts'
import { insertEntries } from './insert.ts'
import { columnOf, lineStop } from './lines.ts'
import type { YamlNode } from './node.ts'
import type { YamlPlace, YamlSource } from './place.ts'
import { removeEntries } from './remove.ts'
import { setBlockScalar } from './set-block.ts'
import { yaml11Meaning } from './plain.ts'
import { blockLines, isScalar, itemsOf, meantByKey, writeFlow } from './write-value.ts'
import { isTextTag } from './resolve.ts'
import { writeAtom, writeText } from './write-scalar.ts'

/** Ways to give the entry at `place` (read as `field`) a new value, the lightest first. */
export function* setValue(source: YamlSource, place: YamlPlace, field: Field, value: FieldValue): Candidates {
  const { value: node } = place.entry
  if (isScalar(value)) {
    yield* scalarWays(source, place, value, node.outerFrom === node.from ? [false] : [false, true])
    return
  }
  const inside =
    node.kind === 'list' || node.kind === 'map' ? changeInside(source, place, field, value) : null
  if (inside) yield inside
  yield* rewrite(source, place, value)
}

function* scalarWays(
  source: YamlSource,
  place: YamlPlace,
  value: string | number | boolean | null,
  withProps: readonly boolean[],
): Candidates {
  const { value: node } = place.entry
  for (const untagged of withProps) {
    if (typeof value === 'string') {
      const block = setBlockScalar(source, place, value)
      if (block && !untagged) yield block
      for (const written of textWays(source, place, value)) yield [inline(source, place, written, untagged)]
      continue
    }
    if (
      value === null &&
      place.parent.kind === 'map' &&
      place.parent.style === 'block' &&
      place.entry.colon >= 0
    ) {
      yield [inline(source, place, '', untagged)]
    }
    yield [inline(source, place, atomLike(source.text.slice(node.from, node.to), value), untagged)]
    yield [inline(source, place, writeAtom(value), untagged)]
  }
}

/** True, TRUE and ~ keep their looks when the new value is of the same kind. */
function atomLike(old: string, value: number | boolean | null): string {
  const written = writeAtom(value)
  if (typeof value === 'number') return written
  if (value === null && old === '~') return '~'
  if (/^(?:TRUE|FALSE|NULL)$/.test(old)) return written.toUpperCase()
  return /^(?:True|False|Null)$/.test(old) ? written.charAt(0).toUpperCase() + written.slice(1) : written
}

function textWays({ text, habits }: YamlSource, place: YamlPlace, value: string): readonly string[] {
  const { value: node, key } = place.entry
  const inFlow = place.parent.style === 'flow'
  const old = node.kind === 'scalar' ? node.style : 'plain'
  const style = old === 'single' || old === 'double' ? old : 'plain'
  const written =
    old === 'plain' && node.to > node.from ? yaml11Meaning(text.slice(node.from, node.to)) : null
  const meant = isTextTag(node.tag) ? 'any' : (written ?? meantByKey(key?.text ?? ''))
  return writeText(value, { style, quote: habits.quote, inFlow, meant })
}

/** A list or map written anew: inline when empty or inside a flow collection, on lines of its own otherwise. */
function* rewrite(source: YamlSource, place: YamlPlace, value: FieldValue): Candidates {
  const { text, habits } = source
  const { entry, parent } = place
  const { value: node } = entry
  const flow = writeFlow(value, habits)
  if (parent.style === 'flow' || node.style === 'flow' || Object.keys(value ?? {}).length === 0) {
    yield [inline(source, place, flow, false)]
    yield [inline(source, place, flow, true)]
    yield afterSpace(source, place, flow)
    return
  }
  const outer = columnOf(text, entry.from)
  const indent = entry.key === null ? 2 : itemsOf(value) ? habits.listIndent : habits.mapIndent
  const column = node.style === 'block' ? columnOf(text, node.from) : outer + indent
  const lines = blockLines(value, column, habits)
  if (node.style === 'block') {
    const first = (lines[0] ?? '').slice(column)
    yield [{ from: node.from, to: node.to, insert: [first, ...lines.slice(1)].join(habits.lineEnd) }]
  }
  yield below(source, place, lines)
  if (entry.key === null) {
    const first = (lines[0] ?? '').slice(column)
    yield [
      {
        from: node.outerFrom,
        to: node.to,
        insert: gapBefore(text, node.outerFrom) + [first, ...lines.slice(1)].join(habits.lineEnd),
      },
    ]
  }
  yield [inline(source, place, flow, false)]
  yield [inline(source, place, flow, true)]
}

/** A flow collection after one space, where its value stood after a tab: js-yaml takes no bracket there. */
function afterSpace({ text }: YamlSource, { entry }: YamlPlace, flow: string): readonly TextEdit[] {
  const { value: node } = entry
  const from = text.slice(0, node.from).trimEnd().length
  return [{ from, to: node.to, insert: ` ${flow}` }]
}

/** Takes a value off its key's line and puts lines below it; a comment on that line stays. */
function below(
  { text, habits }: YamlSource,
  place: YamlPlace,
  lines: readonly string[],
): readonly TextEdit[] {
  const { entry } = place
  const { value: node } = entry
  const owner = entry.colon >= 0 ? entry.colon + 1 : node.from
  const written = habits.lineEnd + lines.join(habits.lineEnd)
  if (node.to === node.from || !/[\r\n]/.test(text.slice(node.from, node.to))) {
    const stop = lineStop(text, node.to)
    const comment = /^\s*#/.test(text.slice(node.to, stop))
    const cut = { from: trimmedEnd(text, owner, node.from), to: comment ? node.to : stop, insert: '' }
    if (!comment) return [{ ...cut, insert: written }]
    return [cut, { from: stop, to: stop, insert: written }]
  }
  return [{ from: trimmedEnd(text, owner, node.from), to: node.to, insert: written }]
}

/** Edits inside a list or map that leave the entries that stay as they are; null when the whole has to be rewritten. */
function changeInside(
  source: YamlSource,
  place: YamlPlace,
  field: Field,
  value: FieldValue,
): readonly TextEdit[] | null {
  const node = place.entry.value
  if (isScalar(value) || node.entries.length === 0) return null
  const items = itemsOf(value)
  if ((items === null) !== (node.kind === 'map')) return null
  if (items) return items.length === 0 ? null : changeList(source, place, field, items)
  return changeMap(source, place, field, value as Readonly<Record<string, FieldValue>>)
}

function changeList(
  source: YamlSource,
  place: YamlPlace,
  field: Field,
  values: readonly FieldValue[],
): readonly TextEdit[] | null {
  const before = field.items
  const node = place.entry.value
  const shorter = Math.min(before.length, values.length)
  const same = (a: number, b: number) => sameValue(before[a]?.value ?? null, values[b] ?? null)
  let head = 0
  while (head < shorter && same(head, head)) head++
  let tail = 0
  while (tail < shorter - head && same(before.length - 1 - tail, values.length - 1 - tail)) tail++
  const replaced = shorter - head - tail
  const edits: TextEdit[] = []
  for (let index = head; index < head + replaced; index++) {
    const change = firstWay(source, childPlace(place, node, index), before[index], values[index] ?? null)
    if (!change) return null
    edits.push(...change)
  }
  const at = head + replaced
  if (before.length > values.length)
    return [...edits, ...removeEntries(source, node, at, before.length - tail)]
  const added = values.slice(at, values.length - tail)
  return added.length === 0
    ? edits
    : [
        ...edits,
        ...insertEntries(
          source,
          node,
          at,
          added.map((item) => ['', item]),
        ),
      ]
}

function changeMap(
  source: YamlSource,
  place: YamlPlace,
  field: Field,
  value: Readonly<Record<string, FieldValue>>,
): readonly TextEdit[] | null {
  const node = place.entry.value
  const keys = new Set(field.items.map((item) => item.key))
  const added = Object.entries(value).filter(([key]) => !keys.has(key))
  const kept = field.items.filter((item) => Object.hasOwn(value, item.key))
  if (keys.size !== field.items.length || kept.length === 0) return null
  const edits: TextEdit[] = []
  for (const [index, item] of field.items.entries()) {
    const wanted = value[item.key]
    if (wanted === undefined) edits.push(...removeEntries(source, node, index, index + 1))
    else if (!sameValue(item.value, wanted)) {
      const change = firstWay(source, childPlace(place, node, index), item, wanted)
      if (!change) return null
      edits.push(...change)
    }
  }
  return added.length === 0 ? edits : [...edits, ...insertEntries(source, node, node.entries.length, added)]
}

function childPlace(outer: YamlPlace, parent: YamlNode, index: number): YamlPlace | null {
  const entry = parent.entries[index]
  return entry ? { entry, index, parent, outer } : null
}

function firstWay(
  source: YamlSource,
  place: YamlPlace | null,
  field: Field | undefined,
  value: FieldValue,
): readonly TextEdit[] | null {
  if (!place || !field || field.alias) return null
  for (const edits of setValue(source, place, field, value)) return edits
  return null
}
