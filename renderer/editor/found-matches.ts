import type { SearchQuery } from '@codemirror/search'
import {
  CharCategory,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Text,
} from '@codemirror/state'
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view'
import { searchPanelOpen } from '@codemirror/search'
import type { Span } from '../../core/article/text-edit.ts'
import type { RegexpMatches } from './regexp-matches.ts'
import { createSearchAside, type SearchAside } from './search-aside.ts'
import { findQueryField, inScope } from './search-query.ts'

/** A match of a regular expression; `insert` is what it is replaced with, '' when that was not asked for. */
export interface Match extends Span {
  readonly insert: string
}

/** What a search beside the page found in one state of the text. */
export interface Found {
  readonly doc: Text
  readonly query: SearchQuery
  readonly matches: readonly Match[]
  /** True: it took too long and was ended. */
  readonly ended: boolean
  /** True: it took so little that other texts may be searched at once. */
  readonly quick: boolean
}

/** Milliseconds up to which a search is quick. */
const QUICK = 150

const setFound = StateEffect.define<Found>()

/** What the last search beside the page found; of an earlier text or query, perhaps. */
export const foundField = StateField.define<Found | null>({
  create: () => null,
  update(found, tr) {
    let next = found
    for (const effect of tr.effects) if (effect.is(setFound)) next = effect.value
    return next
  },
})

/** Finds the matches of the regular expression the writer looks for. */
export interface MatchFinder {
  /** Null when the text or the query became another meanwhile. */
  find(view: EditorView): Promise<Found | null>
  /** The same with what each match is replaced with. */
  findToReplace(view: EditorView): Promise<Found | null>
}

export function createMatchFinder(aside: SearchAside = createSearchAside()): MatchFinder {
  let running: {
    readonly doc: Text
    readonly query: SearchQuery
    readonly found: Promise<Found | null>
  } | null = null

  async function look(view: EditorView, replacement: string | null): Promise<Found | null> {
    const { doc } = view.state
    const query = view.state.field(findQueryField)
    const started = performance.now()
    const answer = await aside.search({
      text: doc.toString(),
      pattern: query.search,
      ignoreCase: !query.caseSensitive,
      replacement,
    })
    if (answer === 'outdated' || view.state.doc !== doc || view.state.field(findQueryField) !== query)
      return null
    const found: Found = {
      doc,
      query,
      matches: answer === 'ended' ? [] : wanted(view.state, query, answer),
      ended: answer === 'ended',
      quick: answer !== 'ended' && performance.now() - started < QUICK,
    }
    view.dispatch({ effects: setFound.of(found) })
    return found
  }

  return {
    find(view) {
      const { doc } = view.state
      const query = view.state.field(findQueryField)
      const known = view.state.field(foundField)
      if (known?.doc === doc && known.query === query) return Promise.resolve(known)
      if (running?.doc !== doc || running.query !== query) {
        const found = look(view, null).finally(() => {
          if (running?.found === found) running = null
        })
        running = { doc, query, found }
      }
      return running.found
    },
    findToReplace(view) {
      running = null
      return look(view, unquoted(view.state.field(findQueryField).replace))
    },
  }
}

/** Those matches that are in scope and, if that is asked for, whole words. */
function wanted(
  state: EditorState,
  query: SearchQuery,
  { ranges, inserts }: RegexpMatches,
): readonly Match[] {
  const matches: Match[] = []
  for (let i = 0; i < ranges.length; i += 2) {
    const from = ranges[i] ?? 0
    const to = ranges[i + 1] ?? 0
    if (!inScope('', state, from, to) || (query.wholeWord && !isWhole(state, from, to))) continue
    matches.push({ from, to, insert: inserts[i / 2] ?? '' })
  }
  return matches
}

function isWhole(state: EditorState, from: number, to: number): boolean {
  const categorise = state.charCategorizer(from)
  const isWord = (at: number): boolean =>
    at >= 0 && at < state.doc.length && categorise(state.doc.sliceString(at, at + 1)) === CharCategory.Word
  return from === to || ((!isWord(from - 1) || !isWord(from)) && (!isWord(to) || !isWord(to - 1)))
}

/** `\\n` and the like in a replacement as what they stand for. */
function unquoted(replacement: string): string {
  const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
  return replacement.replace(/\\([nrt\\])/g, (_, sign: string) => signs[sign] ?? '\\')
}

const matchMark = Decoration.mark({ class: 'cm-searchMatch' })
const selectedMark = Decoration.mark({ class: 'cm-searchMatch cm-searchMatch-selected' })

/** Marks the matches in view; while the text is ahead of the search, where they were. */
const marks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = marksIn(view)
    }

    update(update: ViewUpdate): void {
      const { state } = update
      const found = state.field(foundField)
      if (update.docChanged && searchPanelOpen(state)) this.decorations = this.decorations.map(update.changes)
      if (found?.doc === state.doc || found?.query !== state.field(findQueryField) || !searchPanelOpen(state))
        this.decorations = marksIn(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function marksIn({ state, visibleRanges }: EditorView): DecorationSet {
  const found = state.field(foundField)
  if (!searchPanelOpen(state) || found?.doc !== state.doc || found.query !== state.field(findQueryField))
    return Decoration.none
  const builder = new RangeSetBuilder<Decoration>()
  const { main } = state.selection
  let last = -1
  for (const { from, to } of visibleRanges) {
    for (let i = firstAfter(found.matches, from); i < found.matches.length; i++) {
      const match = found.matches[i]
      if (!match || match.from > to) break
      if (i <= last || match.from === match.to) continue
      last = i
      const selected = match.from === main.from && match.to === main.to
      builder.add(match.from, match.to, selected ? selectedMark : matchMark)
    }
  }
  return builder.finish()
}

/** The index of the first match that ends at `at` or later. */
export function firstAfter(matches: readonly Match[], at: number): number {
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((matches[middle]?.to ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Keeps what was found, and marks it. */
export const foundMatches: Extension = [foundField, marks]
