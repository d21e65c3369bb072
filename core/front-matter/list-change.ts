import type { TextEdit } from '../article/text-edit.ts'
import { insertItems, removeItems, type CommaList, type ListHabits } from './comma-list.ts'
import type { FieldValue } from './model.ts'
import { sameValue } from './same-value.ts'

/** Where two lists differ: items `from` to `from + replaced` of both, then surplus items of the longer up to its tail. */
export interface ListDifference {
  readonly from: number
  readonly replaced: number
  /** Items at both ends that are the same. */
  readonly tail: number
}

/** Compares two lists from both ends. */
export function listDifference(before: readonly FieldValue[], values: readonly FieldValue[]): ListDifference {
  const shorter = Math.min(before.length, values.length)
  const same = (a: number, b: number) => sameValue(before[a] ?? null, values[b] ?? null)
  let from = 0
  while (from < shorter && same(from, from)) from++
  let tail = 0
  while (tail < shorter - from && same(before.length - 1 - tail, values.length - 1 - tail)) tail++
  return { from, replaced: shorter - from - tail, tail }
}

/**
 * Edits that turn a written list into `values` item by item: items that stay keep their text, and only what lies
 * between the equal beginnings and ends is changed, added or taken out.
 */
export function changeItems(
  text: string,
  list: CommaList,
  before: readonly FieldValue[],
  values: readonly FieldValue[],
  habits: ListHabits,
  write: (value: FieldValue) => string,
  change: (index: number, value: FieldValue) => readonly TextEdit[],
): readonly TextEdit[] {
  const { from, replaced, tail } = listDifference(before, values)
  const edits: TextEdit[] = []
  for (let index = from; index < from + replaced; index++) edits.push(...change(index, values[index] ?? null))
  const at = from + replaced
  if (before.length > values.length) return [...edits, ...removeItems(text, list, at, before.length - tail)]
  const added = values.slice(at, values.length - tail).map(write)
  return [...edits, ...insertItems(text, list, at, added, habits)]
}
