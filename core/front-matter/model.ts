import type { Span } from '../article/text-edit.ts'
import type { FrontMatterBlock } from '../article/split.ts'
import type { Problem } from '../checks/problem.ts'

export type FrontMatterFormat = 'yaml' | 'toml' | 'json'

export type FieldKind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'map'

/** How a value is written. TOML basic strings are `double`, literal strings `single`, multi-line ones `folded`/`literal`. */
export type FieldStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'block' | 'flow'

/** A loaded value (YAML 1.2 core schema): dates stay text. Maps have no prototype. */
export type FieldValue =
  string | number | boolean | null | readonly FieldValue[] | { readonly [key: string]: FieldValue }

/** Whether a value is a map. */
export function isMap(value: FieldValue): value is Readonly<Record<string, FieldValue>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Whether a value is a list. */
export function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value)
}

/** A path as keys and 0-based indices. */
export type PathSegments = readonly (string | number)[]

/** A field of the front matter, or an entry of a list or map inside one. All offsets are UTF-16 into the whole text. */
export interface Field {
  /** The key as loaded (`''` for a list item). */
  readonly key: string
  /** `title`, `author.name`, `tags[2]`; a key that holds `.`, `[`, `]` or `"` is written `["a.b"]`. */
  readonly path: string
  readonly segments: PathSegments
  readonly kind: FieldKind
  readonly style: FieldStyle
  readonly value: FieldValue
  /** The exact source of the value; `''` when nothing is written (`key:`). */
  readonly source: string
  /** From the key (or list marker's item) to the end of the value; no trailing comment or line end. */
  readonly span: Span
  /** The key with its quotes; null for list items. */
  readonly keySpan: Span | null
  /** The value with its quotes, without anchor or tag; empty, right after the colon, when nothing is written. */
  readonly valueSpan: Span
  /** True when the value is an alias (`*x`): shown, not edited. */
  readonly alias: boolean
  /** Entries of a list or map, in the order of the file. */
  readonly items: readonly Field[]
}

/** The front matter of an article as read from its text. */
export interface FrontMatter {
  readonly block: FrontMatterBlock | null
  readonly format: FrontMatterFormat | null
  readonly fields: readonly Field[]
  readonly problems: readonly Problem[]
  /** False when an error hides what follows it: `fields` are then only those read before the error. */
  readonly complete: boolean
}
