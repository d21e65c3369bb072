import type { Generator } from '../../generator.ts'
import { BUILT_IN_SCHEMAS } from './built-in.ts'
import type { KnownField, Schema, SchemaConfig, SchemaName } from './schema.ts'

/**
 * The schema for an article: the built-in one the writer chose, or else that of the folder's generator (null: the
 * general one), with the folder's own fields from `galley.json` in front. A field of the folder replaces the built-in
 * field of the same key.
 */
export function schemaFor(
  generator: Generator | null,
  config: SchemaConfig | null = null,
  chosen: SchemaName | null = null,
): Schema {
  const named = config === null || config.base === 'folder' || config.base === 'none' ? null : config.base
  const base = BUILT_IN_SCHEMAS[chosen ?? named ?? generator ?? 'general']
  if (config === null) return base
  const own = new Set(config.fields.map((field) => field.key))
  const inherited = config.base === 'none' ? [] : base.fields.filter((field) => !own.has(field.key))
  return {
    name: base.name,
    fields: [...config.fields.map((field) => withMeaning(field, base)), ...inherited],
  }
}

/** A folder's field that says nothing about its meaning takes the built-in explanation of the same key. */
function withMeaning(field: KnownField, base: Schema): KnownField {
  const known = base.fields.find((candidate) => candidate.key === field.key)
  return known && field.description === null ? { ...field, messageKey: known.messageKey } : field
}

/** The known field for a path of keys, looked up through objects; null for an unknown one. */
export function knownField(schema: Schema, segments: readonly (string | number)[]): KnownField | null {
  let level = schema.fields
  let found: KnownField | null = null
  for (const segment of segments) {
    found = level.find((field) => field.key === segment) ?? null
    if (found === null) return null
    level = found.fields
  }
  return found
}
