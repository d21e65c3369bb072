import type { SearchQuery } from '@codemirror/search'
import type { EditorState } from '@codemirror/state'

/** More matches than this are not counted for show. */
export const MOST_MATCHES = 10_000
/** UTF-16 units looked through in one go: a few milliseconds. */
export const STRETCH = 32_768
/** How far beyond a stretch a match that begins in it may end. */
const BEYOND = 2000

export interface MatchCount {
  readonly total: number
  /** 1-based number of the selected match; 0 when the selection is none of them. */
  readonly current: number
  /** True: there are more than `total`, and they are not counted. */
  readonly more: boolean
}

/**
 * Counts the matches of a valid query for plain text and finds which one is selected, a stretch of the text for each call of
 * `next`; gives what was found so far, and returns the whole.
 */
export function* countMatches(
  state: EditorState,
  query: SearchQuery,
  most = MOST_MATCHES,
): Generator<MatchCount, MatchCount> {
  const { doc, selection } = state
  const { from, to } = selection.main
  let total = 0
  let current = 0
  for (let at = 0; at < doc.length;) {
    const end = stretchEnd(state, at)
    let next = end
    const cursor = query.getCursor(state, at, reachOf(state, query, end))
    for (let match = cursor.next(); match.done !== true; match = cursor.next()) {
      if (match.value.from >= end && end < doc.length) break
      if (total === most) return { total, current, more: true }
      total += 1
      if (match.value.from === from && match.value.to === to) current = total
      next = Math.max(next, match.value.to)
    }
    at = next
    yield { total, current, more: false }
  }
  return { total, current, more: false }
}

/** Where a stretch that begins at `from` ends: between two characters. */
export function stretchEnd({ doc }: EditorState, from: number): number {
  const end = from + STRETCH
  if (end >= doc.length) return doc.length
  return /[\uDC00-\uDFFF]/.test(doc.sliceString(end, end + 1)) ? end + 1 : end
}

/** How far a match may reach that begins before `end`. */
export function reachOf({ doc }: EditorState, query: SearchQuery, end: number): number {
  return Math.min(doc.length, end + BEYOND + 4 * query.search.length)
}
