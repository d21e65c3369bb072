import type { TextEdit } from '../../article/text-edit.ts'
import type { Candidates } from '../format.ts'
import { inline } from './inline.ts'
import { beginsLine, entryLines, lineStart } from './lines.ts'
import type { YamlNode } from './node.ts'
import type { YamlPlace, YamlSource } from './place.ts'

/** Ways to take an entry out; a list or map left without entries is written `[]` or `{}`. */
export function* removePlace(source: YamlSource, place: YamlPlace): Candidates {
  const { parent, outer, index } = place
  if (parent.entries.length === 1 && outer) {
    yield emptied(source, outer)
    return
  }
  const edits = removeEntries(source, parent, index, index + 1)
  yield edits
  const [edit] = edits
  if (edit && edits.length === 1) {
    const blank = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(source.text.slice(edit.to, source.content.to))?.[0] ?? ''
    if (blank !== '') yield [{ ...edit, to: edit.to + blank.length }]
  }
}

/** Takes the entries from number `first` up to `end` (exclusive) out; not meant to take all of a nested one. */
export function removeEntries(
  { text, content }: YamlSource,
  parent: YamlNode,
  first: number,
  end: number,
): readonly TextEdit[] {
  const { entries } = parent
  const from = entries[first]
  const last = entries[end - 1]
  if (!from || !last) return []
  const next = entries[end]
  const before = entries[first - 1]
  if (parent.style === 'flow') {
    if (next) return [{ from: from.from, to: next.from, insert: '' }]
    const start = before ? before.value.to : from.from
    return [{ from: start, to: last.value.to, insert: '' }]
  }
  if (!beginsLine(text, from.from) && next) return [{ from: from.from, to: next.from, insert: '' }]
  const lines = { from: lineStart(text, from.from), to: entryLines(text, last).to }
  const atEnd = lines.to >= content.to && !/[\r\n]/.test(text.charAt(lines.to - 1))
  const cut = atEnd ? (/(?:\r\n|\n|\r)$/.exec(text.slice(content.from, lines.from))?.[0].length ?? 0) : 0
  return [{ from: lines.from - cut, to: lines.to, insert: '' }]
}

/** Writes the collection that is the value of `place` as an empty one where it stands, or on its key's line. */
function emptied(source: YamlSource, place: YamlPlace): readonly TextEdit[] {
  const { text } = source
  const { value: node } = place.entry
  const brackets = node.kind === 'list' ? '[]' : '{}'
  if (
    node.style === 'flow' &&
    /[[{]/.test(text.charAt(node.from)) &&
    /[\]}]/.test(text.charAt(node.to - 1))
  ) {
    const inside = text.slice(node.from + 1, node.to - 1)
    if (!inside.includes('#')) return [{ from: node.from + 1, to: node.to - 1, insert: '' }]
  }
  return [inline(source, place, brackets, false)]
}
