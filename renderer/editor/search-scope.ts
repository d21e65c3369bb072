import { SearchQuery, setSearchQuery } from '@codemirror/search'
import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state'
import type { Span } from '../../core/article/text-edit.ts'
import { visibleFrom } from './raw-front-matter.ts'

/** Searches only this stretch of the document (null: all that is shown). */
export const setSearchScope = StateEffect.define<Span | null>()

/** The stretch a search is limited to, kept up to date through changes. */
export const searchScopeField = StateField.define<Span | null>({
  create: () => null,
  update(scope, tr) {
    let next = scope
    if (next !== null && tr.docChanged) {
      next = { from: tr.changes.mapPos(next.from, -1), to: tr.changes.mapPos(next.to, 1) }
    }
    for (const effect of tr.effects) if (effect.is(setSearchScope)) next = effect.value
    return next
  },
})

/** The hidden front matter is never found in, nor anything outside the scope. */
function inScope(_: string, state: EditorState, from: number, to: number): boolean {
  const scope = state.field(searchScopeField)
  return from >= visibleFrom(state) && (scope === null || (from >= scope.from && to <= scope.to))
}

/** The same query, limited to the scope. A new object each time, so that a change of the scope is noticed. */
export function scoped(query: SearchQuery): SearchQuery {
  return new SearchQuery({
    search: query.search,
    caseSensitive: query.caseSensitive,
    literal: query.literal,
    regexp: query.regexp,
    replace: query.replace,
    wholeWord: query.wholeWord,
    test: inScope,
  })
}

const limit = EditorState.transactionExtender.of((tr) => {
  const effects = tr.effects.flatMap((effect) =>
    effect.is(setSearchQuery) && effect.value.test !== inScope
      ? [setSearchQuery.of(scoped(effect.value))]
      : [],
  )
  return effects.length === 0 ? null : { effects }
})

/** Limits every search, whoever starts it, to what is shown and to the scope. */
export const searchScope: Extension = [searchScopeField, limit]
