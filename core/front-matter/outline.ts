import type { Field, FieldKind, FieldValue } from './model.ts'

/**
 * What a field holds, in a form two readings can be compared by: an alias counts as the name it is written with, so
 * that no alias is ever followed.
 */
export interface Outline {
  readonly key: string
  readonly kind: FieldKind | 'alias'
  /** The value of a scalar, the source of an alias; null for lists and maps. */
  readonly value: string | number | boolean | null
  readonly items: readonly Outline[]
}

/** The outlines of fields, in their order. */
export function outlineOf(fields: readonly Field[]): readonly Outline[] {
  return fields.map((field) => {
    if (field.alias) return { key: field.key, kind: 'alias', value: field.source, items: [] }
    const value = field.value === null || typeof field.value !== 'object' ? field.value : null
    return { key: field.key, kind: field.kind, value, items: outlineOf(field.items) }
  })
}

/** The outline a value has once it is written; its key is `''`. */
export function outlineOfValue(value: FieldValue): Outline {
  if (value === null) return { key: '', kind: 'null', value, items: [] }
  if (typeof value === 'string') return { key: '', kind: 'text', value, items: [] }
  if (typeof value === 'number') return { key: '', kind: 'number', value, items: [] }
  if (typeof value === 'boolean') return { key: '', kind: 'boolean', value, items: [] }
  if (Array.isArray(value)) {
    const items = (value as readonly FieldValue[]).map(outlineOfValue)
    return { key: '', kind: 'list', value: null, items }
  }
  const items = Object.entries(value).map(([key, entry]) => ({ ...outlineOfValue(entry), key }))
  return { key: '', kind: 'map', value: null, items }
}

/** True when two outlines say the same; the entries of a map inside a field may come in another order. */
export function sameOutline(a: readonly Outline[], b: readonly Outline[]): boolean {
  return a.length === b.length && a.every((one, index) => sameOne(one, b[index]))
}

function sameOne(a: Outline, b: Outline | undefined): boolean {
  if (b?.kind !== a.kind || a.key !== b.key || !Object.is(a.value, b.value)) return false
  if (a.kind !== 'map') return sameOutline(a.items, b.items)
  return sameOutline(a.items, b.items) || sameOutline(byKey(a.items), byKey(b.items))
}

function byKey(items: readonly Outline[]): readonly Outline[] {
  return [...items].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
