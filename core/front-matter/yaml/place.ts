import { FrontMatterEditError } from '../edit-error.ts'
import type { WrittenFrontMatter } from '../format.ts'
import type { Field } from '../model.ts'
import { yamlHabits, type YamlHabits } from './habits.ts'
import type { YamlEntry, YamlNode } from './node.ts'
import { treeOf } from './read.ts'

/** The front matter as an edit needs it. */
export interface YamlSource {
  readonly text: string
  readonly content: { readonly from: number; readonly to: number }
  readonly root: YamlNode | null
  /** Up to where `root` was read. */
  readonly readTo: number
  readonly habits: YamlHabits
}

/** An entry with the collection it stands in. */
export interface YamlPlace {
  readonly entry: YamlEntry
  readonly index: number
  readonly parent: YamlNode
  /** The entry whose value `parent` is; null for the root. */
  readonly outer: YamlPlace | null
}

/** Parses the front matter for an edit. */
export function yamlSource(text: string, fm: WrittenFrontMatter): YamlSource {
  const { content } = fm.block
  const { root, to } = treeOf(text, content)
  return { text, content, root, readTo: to, habits: yamlHabits(text, content, root) }
}

/** Where `field` stands in the tree; of several entries with one key, the one at the field's own place. */
export function placeOf(source: YamlSource, field: Field): YamlPlace {
  let parent = source.root
  let place: YamlPlace | null = null
  for (let depth = 0; depth < field.segments.length && parent; depth++) {
    const index: number = parent.entries.findIndex(
      (entry) => entry.from <= field.span.from && field.span.to <= entry.value.to,
    )
    const entry: YamlEntry | undefined = parent.entries[index]
    if (!entry) break
    place = { entry, index, parent, outer: place }
    if (depth === field.segments.length - 1) return place
    parent = entry.value
  }
  throw new FrontMatterEditError('noSuchField', `There is no field “${field.path}”.`)
}
