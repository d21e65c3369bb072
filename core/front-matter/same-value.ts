import type { FieldValue } from './model.ts'

/** True when two values are the same in kind and content; the order of a map's keys does not matter. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return Object.is(a, b)
  const listA = Array.isArray(a) ? (a as readonly FieldValue[]) : null
  const listB = Array.isArray(b) ? (b as readonly FieldValue[]) : null
  if (listA !== null || listB !== null) {
    return (
      listA?.length === listB?.length && (listA ?? []).every((item, i) => sameValue(item, listB?.[i] ?? null))
    )
  }
  const entriesA = Object.entries(a as Readonly<Record<string, FieldValue>>)
  const mapB = b as Readonly<Record<string, FieldValue>>
  if (entriesA.length !== Object.keys(mapB).length) return false
  return entriesA.every(([key, value]) => Object.hasOwn(mapB, key) && sameValue(value, mapB[key] ?? null))
}
