import { GENERATORS } from '../../generator.ts'

/** What a known field holds; `any` leaves the control to the value. */
export type SchemaKind =
  'text' | 'longText' | 'number' | 'toggle' | 'date' | 'choice' | 'tags' | 'image' | 'object' | 'any'

/** A field that a generator, a theme or a folder's `galley.json` knows. */
export interface KnownField {
  readonly key: string
  readonly kind: SchemaKind
  readonly required: boolean
  /** The values to choose from; only `choice` has any. */
  readonly choices: readonly string[]
  /** A key of the message catalogue (`field.<name>`) that says what the field means; null for a folder's own fields. */
  readonly messageKey: `field.${string}` | null
  /** Name and meaning in the folder's own words, from `galley.json`; null when it gives none. */
  readonly title: string | null
  readonly description: string | null
  /** Known entries of an `object`. */
  readonly fields: readonly KnownField[]
}

/** The built-in schemas: one for each generator, and one for any folder. */
export const SCHEMA_NAMES = [...GENERATORS, 'general'] as const

export type SchemaName = (typeof SCHEMA_NAMES)[number]

/** The known fields of a kind of site, in the order they are offered. */
export interface Schema {
  readonly name: SchemaName
  readonly fields: readonly KnownField[]
}

/** A folder's `galley.json` as read. */
export interface SchemaConfig {
  /** The built-in schema it builds on: `folder` is the one of the folder's generator, `none` replaces it. */
  readonly base: SchemaName | 'folder' | 'none'
  readonly fields: readonly KnownField[]
}
