import type { SearchQuery } from '@codemirror/search'
import type { EditorState } from '@codemirror/state'
import type { Span } from '../../core/article/text-edit.ts'
import { STRETCH, reachOf, stretchEnd } from './search-count.ts'

/**
 * The first match of a plain text from `from` on, then from the start to there; a stretch of the text for each call
 * of `next`.
 */
export function* findForward(
  state: EditorState,
  query: SearchQuery,
  from: number,
): Generator<undefined, Span | null> {
  const { length } = state.doc
  for (const [first, last] of [
    [from, length],
    [0, Math.min(length, from + query.search.length)],
  ] as const) {
    for (let at = first; at < last;) {
      const end = stretchEnd(state, at)
      const match = query.getCursor(state, at, reachOf(state, query, end)).next()
      if (match.done !== true) return match.value
      at = end
      yield
    }
  }
  return null
}

/** The last match that ends at `to` or before, then of the whole text. */
export function* findBackward(
  state: EditorState,
  query: SearchQuery,
  to: number,
): Generator<undefined, Span | null> {
  for (const last of [to, state.doc.length]) {
    for (let end = last; end > 0;) {
      const start = Math.max(0, end - STRETCH)
      let found: Span | null = null
      const cursor = query.getCursor(state, start, Math.min(last, reachOf(state, query, end)))
      for (let match = cursor.next(); match.done !== true; match = cursor.next()) found = match.value
      if (found) return found
      end = start
      yield
    }
  }
  return null
}

/** All matches with what replaces them, as changes. */
export function* findToReplace(
  state: EditorState,
  query: SearchQuery,
): Generator<undefined, readonly Replacement[]> {
  const changes: Replacement[] = []
  const insert = query.replace
  for (let at = 0; at < state.doc.length;) {
    const end = stretchEnd(state, at)
    let next = end
    const cursor = query.getCursor(state, at, reachOf(state, query, end))
    for (let match = cursor.next(); match.done !== true; match = cursor.next()) {
      const { from, to } = match.value
      if (from >= end && end < state.doc.length) break
      // A match that ends within what one character stands for (`ﬁ` for `fi`) is none that can be replaced.
      if (!('precise' in match.value) || match.value.precise === true) changes.push({ from, to, insert })
      next = Math.max(next, to)
    }
    at = next
    yield
  }
  return changes
}

/** A change that replaces one match. */
export interface Replacement extends Span {
  readonly insert: string
}
