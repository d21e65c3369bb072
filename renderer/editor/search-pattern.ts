import { searchPanelOpen } from '@codemirror/search'
import type { EditorState } from '@codemirror/state'
import { foundField } from './found-matches.ts'
import { findQueryField } from './search-query.ts'

/**
 * What the find panel looks for as a pattern for other texts; null while it is closed, empty or not valid, and for a
 * regular expression that has not shown yet, in this article, that it is quick.
 */
export function searchPattern(state: EditorState): RegExp | null {
  if (!searchPanelOpen(state)) return null
  const query = state.field(findQueryField)
  const { search, valid, caseSensitive, regexp, wholeWord } = query
  if (!valid || search.trim() === '') return null
  if (regexp) {
    const found = state.field(foundField)
    if (found?.query !== query || !found.quick) return null
  }
  const text = regexp ? search : search.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(
    wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${text})(?![\\p{L}\\p{N}_])` : text,
    caseSensitive ? 'gu' : 'giu',
  )
}
