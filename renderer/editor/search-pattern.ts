import { getSearchQuery, searchPanelOpen } from '@codemirror/search'
import type { EditorState } from '@codemirror/state'

/** What the find panel looks for as a pattern for other texts; null while it is closed, empty or not valid. */
export function searchPattern(state: EditorState): RegExp | null {
  if (!searchPanelOpen(state)) return null
  const { search, valid, caseSensitive, regexp, wholeWord } = getSearchQuery(state)
  if (!valid || search.trim() === '') return null
  const text = regexp ? search : search.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  try {
    return new RegExp(
      wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${text})(?![\\p{L}\\p{N}_])` : text,
      caseSensitive ? 'gu' : 'giu',
    )
  } catch {
    // Valid for the editor, which reads it without the flag `u`.
    return null
  }
}
