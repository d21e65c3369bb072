import { FrontMatterEditError } from '../edit-error.ts'
import type { FormatModule } from '../format.ts'
import { appendToRoot, insertEntries } from './insert.ts'
import { movePlace } from './move.ts'
import { placeOf, yamlSource, type YamlSource } from './place.ts'
import { removePlace } from './remove.ts'
import { setValue } from './set.ts'
import { entryLines, writeKey } from './write-value.ts'

/** YAML front matter, as every generator takes it. */
export const yamlFormat: FormatModule = {
  *set(text, fm, field, value) {
    const source = yamlSource(text, fm)
    yield* setValue(source, placeOf(source, field), field, value)
  },
  *remove(text, fm, field) {
    const source = yamlSource(text, fm)
    yield* removePlace(source, placeOf(source, field))
  },
  *add(text, fm, parent, key, value) {
    const source = yamlSource(text, fm)
    const map = parent && placeOf(source, parent).entry.value
    for (const way of [source, quotingLines(source)]) {
      if (map === null) yield appendToRoot(way, key, value)
      else yield insertEntries(way, map, map.entries.length, [[key, value]])
    }
  },
  *rename(text, fm, field, key) {
    const source = yamlSource(text, fm)
    const { entry, parent } = placeOf(source, field)
    if (!entry.key)
      throw new FrontMatterEditError('notAMap', `“${field.path}” is an item of a list: it has no key.`)
    const { style, from, to } = entry.key
    const quoted = style === 'single' || style === 'double' ? style : 'plain'
    yield [{ from, to, insert: writeKey(key, source.habits, parent.style === 'flow', quoted) }]
    yield [{ from, to, insert: JSON.stringify(key) }]
  },
  *move(text, fm, field, toIndex) {
    const source = yamlSource(text, fm)
    yield* movePlace(source, placeOf(source, field), toIndex)
  },
  *insertItem(text, fm, list, index, value) {
    const source = yamlSource(text, fm)
    const node = placeOf(source, list).entry.value
    yield insertEntries(source, node, index, [['', value]])
    yield insertEntries(quotingLines(source), node, index, [['', value]])
  },
  newBlock(key, value, lineEnd) {
    const habits = { lineEnd, quote: 'single', listIndent: 2, mapIndent: 2 } as const
    return ['---', ...entryLines(key, value, 0, habits), '---', ''].join(lineEnd)
  },
}

function quotingLines(source: YamlSource): YamlSource {
  return { ...source, habits: { ...source.habits, quoteLines: true } }
}
