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

const setFindQuery = StateEffect.define<SearchQuery>()

/** What the writer looks for. */
export const findQueryField = StateField.define<SearchQuery>({
  create: () => scoped(new SearchQuery({ search: '', literal: true })),
  update(query, tr) {
    let next = query
    for (const effect of tr.effects) if (effect.is(setFindQuery)) next = effect.value
    return next
  },
})

/** The hidden front matter is never found in, nor anything outside the scope. */
export function inScope(_: string, state: EditorState, from: number, to: number): boolean {
  const scope = state.field(searchScopeField)
  return from >= visibleFrom(state) && (scope === null || (from >= scope.from && to <= scope.to))
}

/** The same query, limited to the scope. A new object each time, so that a change of the scope is noticed. */
function scoped(query: SearchQuery, search = query.search): SearchQuery {
  return new SearchQuery({
    search,
    caseSensitive: query.caseSensitive,
    literal: query.literal,
    regexp: query.regexp,
    replace: query.replace,
    wholeWord: query.wholeWord,
    test: inScope,
  })
}

/** Makes this the query, within the scope. */
export function findEffects(query: SearchQuery): readonly StateEffect<unknown>[] {
  const own = scoped(query)
  // A regular expression may run for ever: the editor's own search, which would run it here, never sees it.
  return [setFindQuery.of(own), setSearchQuery.of(own.regexp ? scoped(own, '') : own)]
}

const limit = EditorState.transactionExtender.of((tr) => {
  const effects = tr.effects.flatMap((effect) =>
    effect.is(setSearchQuery) && effect.value.test !== inScope ? findEffects(effect.value) : [],
  )
  return effects.length === 0 ? null : { effects }
})

/** Limits every search, whoever starts it, to what is shown and to the scope. */
export const searchQuery: Extension = [searchScopeField, findQueryField, limit]
