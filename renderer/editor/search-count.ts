import type { SearchQuery } from '@codemirror/search'
import type { EditorState } from '@codemirror/state'

/** More matches than this are not counted. */
export const MOST_MATCHES = 10_000

export interface MatchCount {
  readonly total: number
  /** 1-based number of the selected match; 0 when the selection is none of them. */
  readonly current: number
  /** True: there are more than `total`. */
  readonly more: boolean
}

/** Counts the matches of a valid query and finds which one is selected. */
export function countMatches(state: EditorState, query: SearchQuery): MatchCount {
  const { from, to } = state.selection.main
  const cursor = query.getCursor(state)
  let total = 0
  let current = 0
  for (let next = cursor.next(); next.done !== true; next = cursor.next()) {
    if (total === MOST_MATCHES) return { total, current, more: true }
    total += 1
    if (next.value.from === from && next.value.to === to) current = total
  }
  return { total, current, more: false }
}
