import type { FrontMatterBlock } from '../article/split.ts'
import type { TextEdit } from '../article/text-edit.ts'
import type { Problem } from '../checks/problem.ts'
import type { Field, FieldValue, FrontMatter } from './model.ts'

/** What a format's reader found: every field up to the end, or up to the first error that hides the rest. */
export interface FormatReading {
  readonly fields: readonly Field[]
  readonly problems: readonly Problem[]
  readonly complete: boolean
}

/** Front matter that stands in the text (a block was found). */
export type WrittenFrontMatter = FrontMatter & { readonly block: FrontMatterBlock }

/**
 * Ways to make one and the same change, the lightest first; made lazily when a generator is returned. The caller
 * applies each in turn, reads the result again and takes the first that holds exactly what was asked and leaves
 * every other field as it was. An empty edit list is a candidate that changes nothing.
 */
export type Candidates = Iterable<readonly TextEdit[]>

/**
 * One way of writing front matter (YAML, TOML, JSON). Offsets are UTF-16 into the whole text; edits refer to `text`
 * as it stands and touch nothing outside the block. Every operation may throw `FrontMatterEditError` when the
 * format cannot hold what is asked.
 */
export interface FormatModule {
  /** Replaces the value of `field`, a map entry or a list item. */
  readonly set: (text: string, fm: WrittenFrontMatter, field: Field, value: FieldValue) => Candidates
  /** Takes `field` out: a map entry with its key, or a list item. */
  readonly remove: (text: string, fm: WrittenFrontMatter, field: Field) => Candidates
  /** Adds an entry as the last of the map `parent` (null: of the front matter itself). */
  readonly add: (
    text: string,
    fm: WrittenFrontMatter,
    parent: Field | null,
    key: string,
    value: FieldValue,
  ) => Candidates
  /** Where `add` puts the entry among its siblings; after the last one where this is left out. */
  readonly addedAt?: (text: string, fm: WrittenFrontMatter, parent: Field | null) => number
  /** Gives the map entry `field` another key; its value stays as written. */
  readonly rename: (text: string, fm: WrittenFrontMatter, field: Field, key: string) => Candidates
  /** Moves `field` so that it ends up at `toIndex` (0-based) among its siblings. */
  readonly move: (text: string, fm: WrittenFrontMatter, field: Field, toIndex: number) => Candidates
  /** Puts a new item before the one at `index` of `list`; `index` may be the number of items. */
  readonly insertItem: (
    text: string,
    fm: WrittenFrontMatter,
    list: Field,
    index: number,
    value: FieldValue,
  ) => Candidates
  /** A new block with its fences and this one field, each line ended by `lineEnd`, the last one too. */
  readonly newBlock: (key: string, value: FieldValue, lineEnd: string) => string
}
