import type { Span, TextEdit } from '../../article/text-edit.ts'
import type { Candidates } from '../format.ts'
import { afterBreak, beginsLine, columnOf, entryLines, entryStop, lineStart } from './lines.ts'
import type { YamlEntry } from './node.ts'
import type { YamlPlace, YamlSource } from './place.ts'

/**
 * Ways to move an entry among its siblings: its lines, with the comments right above it, taken out and put in
 * elsewhere, other comments staying where they are; where entries share lines, what stands in their places is exchanged; and where blank lines
 * belong to a value, all lines up to the next entry (after the last one: its blank and
 * comment lines) move along.
 */
export function* movePlace(source: YamlSource, place: YamlPlace, toIndex: number): Candidates {
  const { text, content } = source
  const { parent, index, entry } = place
  const { entries } = parent
  if (index === toIndex) {
    yield []
    return
  }
  const target = entries[toIndex]
  if (!target) return
  const between = entries.slice(Math.min(index, toIndex), Math.max(index, toIndex) + 1)
  if (parent.style === 'block' && between.every((one) => ownLines(text, one))) {
    const before = toIndex > index ? target : entries[toIndex - 1]
    const { to } = entryLines(text, entry)
    for (const top of [commentedFrom, (_: YamlSource, one: YamlEntry) => entryLines(text, one).from]) {
      const from = top(source, entry, entries[index - 1])
      const at = before ? entryLines(text, before).to : top(source, target, undefined)
      yield [
        { from, to, insert: '' },
        { from: at, to: at, insert: text.slice(from, to) },
      ]
    }
  }
  yield exchange(text, entries, index, toIndex, parent.style === 'block')
  const last = entries.at(-1)
  if (parent.style !== 'block' || !last || !beginsLine(text, entry.from)) return
  const ends = [...entries.slice(1).map((one) => lineStart(text, one.from)), entryLines(text, last).to]
  const blocks = entries.map((one, at) => ({ from: lineStart(text, one.from), to: ends[at] ?? content.to }))
  yield rearranged(text, blocks, index, toIndex)
  const end = ends.at(-1) ?? content.to
  const rest = /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))+/.exec(text.slice(end, content.to))?.[0] ?? ''
  const whole = blocks.map((one, at) => (at === blocks.length - 1 ? { ...one, to: end + rest.length } : one))
  if (rest !== '') yield rearranged(text, whole, index, toIndex)
}

/** Where the comment lines right above an entry begin, in its own column; without any, where its line begins. */
function commentedFrom(
  { text, content }: YamlSource,
  entry: YamlEntry,
  previous: YamlEntry | undefined,
): number {
  const limit = previous ? entryLines(text, previous).to : content.from
  const column = columnOf(text, entry.from)
  let from = lineStart(text, entry.from)
  while (from > limit) {
    const above = lineStart(text, from - (text.slice(from - 2, from) === '\r\n' ? 2 : 1))
    const indent = text.slice(above, above + column)
    if (above < limit || indent.trim() !== '' || text.charAt(above + column) !== '#') break
    from = above
  }
  return from
}

function ownLines(text: string, entry: YamlEntry): boolean {
  const stop = entryStop(text, entry)
  return beginsLine(text, entry.from) && afterBreak(text, stop) > stop
}

function exchange(
  text: string,
  entries: readonly YamlEntry[],
  index: number,
  toIndex: number,
  block: boolean,
): readonly TextEdit[] {
  const places = entries.map((one) => ({ from: one.from, to: block ? entryStop(text, one) : one.value.to }))
  return rearranged(text, places, index, toIndex)
}

function rearranged(
  text: string,
  places: readonly Span[],
  index: number,
  toIndex: number,
): readonly TextEdit[] {
  const order = places.map((_, position) => position)
  order.splice(toIndex, 0, ...order.splice(index, 1))
  return places.flatMap((slot, position) => {
    const other = places[order[position] ?? position]
    return !other || other === slot ? [] : [{ ...slot, insert: text.slice(other.from, other.to) }]
  })
}
