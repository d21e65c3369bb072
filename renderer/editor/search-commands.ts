import { openSearchPanel } from '@codemirror/search'
import { EditorSelection, type SelectionRange, type Text } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Span } from '../../core/article/text-edit.ts'
import { createMatchFinder, firstAfter, type Found, type Match } from './found-matches.ts'
import { findQueryField } from './search-query.ts'
import { findBackward, findForward, findToReplace, type Replacement } from './search-steps.ts'

/** Milliseconds a search may keep the page at once, and in each slice after that. */
const AT_ONCE = 40
const SLICE = 8

/** Finds regular expressions beside the page, for all editors. */
export const matchFinder = createMatchFinder()

/** What runs in an editor; a newer search takes the place of an older one. */
const running = new WeakMap<EditorView, object>()

/** Selects the next match, from the start again after the last one. */
export function findNext(view: EditorView): boolean {
  return search(view, {
    steps: () => findForward(view.state, view.state.field(findQueryField), view.state.selection.main.to),
    pick: (matches, main) =>
      matches.find((match) => match.from >= main.to && !isSame(match, main)) ?? matches[0],
    done: (match) => match && select(view, match),
  })
}

/** Selects the match before the selection, from the end again before the first one. */
export function findPrevious(view: EditorView): boolean {
  return search(view, {
    steps: () => findBackward(view.state, view.state.field(findQueryField), view.state.selection.main.from),
    pick: (matches, { from }) => matches.findLast((match) => match.to <= from) ?? matches.at(-1),
    done: (match) => match && select(view, match),
  })
}

/** Replaces the match that is selected and selects the next one; selects one first if none is. */
export function replaceNext(view: EditorView): boolean {
  if (view.state.readOnly) return false
  const query = view.state.field(findQueryField)
  const { main } = view.state.selection
  if (!query.valid) return openSearchPanel(view)
  if (!query.regexp) {
    const selected = query.getCursor(view.state, main.from, main.to).next()
    const isMatch = selected.done !== true && isSame(selected.value, main)
    if (isMatch) replaceOne(view, { from: main.from, to: main.to, insert: query.replace })
    return findNext(view)
  }
  void matchFinder.findToReplace(view).then((found) => {
    if (!found) return
    const at = firstAfter(found.matches, main.from)
    const match = found.matches.slice(at, at + 2).find((one) => isSame(one, main))
    if (match) replaceOne(view, match)
    findNext(view)
  })
  return true
}

/** Replaces all matches in one step; tells how many, or null when the search took too long and nothing was changed. */
export function replaceAll(view: EditorView, done: (total: number | null) => void): boolean {
  if (view.state.readOnly) return false
  const query = view.state.field(findQueryField)
  if (!query.valid) return openSearchPanel(view)
  const replace = (changes: readonly Replacement[]): void => {
    if (changes.length > 0) view.dispatch({ changes, userEvent: 'input.replace.all' })
    done(changes.length)
  }
  if (!query.regexp) return inSlices(view, findToReplace(view.state, query), replace)
  void matchFinder.findToReplace(view).then((found) => {
    if (found?.ended === true) done(null)
    else if (found) replace(found.matches)
  })
  return true
}

interface Search {
  /** For plain text: the search in the text. */
  readonly steps: () => Generator<undefined, Span | null>
  /** For a regular expression: the one of its matches that is wanted. */
  readonly pick: (matches: readonly Match[], selection: SelectionRange) => Match | undefined
  readonly done: (match: Span | null) => unknown
}

function search(view: EditorView, { steps, pick, done }: Search): boolean {
  const query = view.state.field(findQueryField)
  if (!query.valid) return openSearchPanel(view)
  const { selection } = view.state
  // A caret that was moved meanwhile stays where it was moved to.
  if (!query.regexp)
    return inSlices(view, steps(), (match) => view.state.selection.eq(selection) && done(match))
  void matchFinder.find(view).then((found: Found | null) => {
    if (found) done(pick(found.matches, view.state.selection.main) ?? null)
  })
  return true
}

/** Goes on with a search until it is done, or the text or the query is another, or another search is asked for. */
function inSlices<T>(view: EditorView, steps: Generator<undefined, T>, done: (found: T) => void): boolean {
  const turn = {}
  const { doc } = view.state
  const query = view.state.field(findQueryField)
  running.set(view, turn)
  const slice = (most: number): void => {
    if (running.get(view) !== turn || !isCurrent(view, doc, query)) return
    const until = performance.now() + most
    let step = steps.next()
    while (step.done !== true && performance.now() < until) step = steps.next()
    if (step.done === true) done(step.value)
    else setTimeout(() => slice(SLICE))
  }
  slice(AT_ONCE)
  return true
}

function isCurrent(view: EditorView, doc: Text, query: object): boolean {
  return view.state.doc === doc && view.state.field(findQueryField) === query
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.to === other.to
}

function replaceOne(view: EditorView, { from, to, insert }: Replacement): void {
  const text = view.state.toText(insert)
  view.dispatch({
    changes: { from, to, insert: text },
    selection: EditorSelection.cursor(from + text.length),
    userEvent: 'input.replace',
  })
}

function select(view: EditorView, { from, to }: Span): void {
  const range = EditorSelection.range(from, to)
  view.dispatch({
    selection: range,
    effects: EditorView.scrollIntoView(range),
    userEvent: 'select.search',
  })
  const input = view.dom.querySelector<HTMLInputElement>('.cm-find [main-field]')
  if (input && input === view.root.activeElement) input.select()
}
