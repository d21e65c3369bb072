import type { ChangeSet } from '@codemirror/state'
import type { Span } from '../../core/article/text-edit.ts'

/** `to - from` characters at `from` of the body (at the time of this edit) gave way to `inserted` ones. */
export interface BodyEdit {
  readonly from: number
  readonly to: number
  readonly inserted: number
}

/**
 * What a change of the whole text does to the body, as edits to be made one after the other. The body's start may
 * move for other reasons than the change (front matter came or went): the difference is edited at its head.
 */
export function changesInBody(changes: ChangeSet, old: Span, now: Span): readonly BodyEdit[] {
  const edits: BodyEdit[] = []
  let shift = 0
  let start = old.from
  changes.iterChanges((fromA, toA, fromB, toB) => {
    const from = Math.max(fromA, old.from)
    const to = Math.min(toA, old.to)
    const before = fromA < old.from
    if (toA < old.from || (toA === old.from && before) || fromA > old.to) {
      if (toA <= old.from) start += toB - fromB - (toA - fromA)
      return
    }
    // What a change across the body's start inserts counts as the body's.
    if (before) start -= old.from - fromA
    const inserted = toB - fromB
    edits.push({ from: from - old.from + shift, to: to - old.from + shift, inserted })
    shift += inserted - (to - from)
  })
  const length = old.to - old.from + shift
  const moved = now.from - start
  if (moved > 0) edits.push({ from: 0, to: Math.min(moved, length), inserted: 0 })
  else if (moved < 0) edits.push({ from: 0, to: 0, inserted: -moved })
  return edits
}
