import {
  closeSearchPanel,
  openSearchPanel,
  search,
  SearchQuery,
  selectNextOccurrence,
  selectSelectionMatches,
} from '@codemirror/search'
import type { Extension } from '@codemirror/state'
import { keymap, runScopeHandlers, type EditorView, type Panel, type ViewUpdate } from '@codemirror/view'
import type { MessageKey, MessageParams } from '../i18n/messages.ts'
import { translate } from '../i18n/translate.ts'
import { languageFacet } from './language-facet.ts'
import { foundMatches, type Found } from './found-matches.ts'
import { findNext, findPrevious, matchFinder, replaceAll, replaceNext } from './search-commands.ts'
import { countMatches, MOST_MATCHES, type MatchCount } from './search-count.ts'
import { findEffects, findQueryField, searchQuery, searchScopeField, setSearchScope } from './search-query.ts'
import { signOf, type SignName } from './search-signs.ts'
import { searchTheme } from './search-theme.ts'

type Toggle = 'caseSensitive' | 'wholeWord' | 'regexp'

const TOGGLES: readonly { readonly name: Toggle; readonly key: MessageKey }[] = [
  { name: 'caseSensitive', key: 'find.matchCase' },
  { name: 'wholeWord', key: 'find.wholeWord' },
  { name: 'regexp', key: 'find.regexp' },
]

/** Milliseconds without typing after which matches are counted. */
const COUNT_DELAY = 120
/** Milliseconds spent on counting before the page can answer again. */
const COUNT_SLICE = 8

function part(className: string, children: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  element.append(...children)
  return element
}

/** The find and replace panel: its own small DOM, in the interface language, above the text. */
class FindPanel implements Panel {
  readonly top = true
  readonly dom = document.createElement('form')
  private readonly view: EditorView
  private readonly find: HTMLInputElement
  private readonly replacement: HTMLInputElement
  private readonly count = document.createElement('span')
  private readonly toggles = new Map<Toggle, HTMLButtonElement>()
  private readonly inSelection: HTMLButtonElement
  private readonly replaceRow: HTMLElement
  /** Puts the texts of the panel in the interface's language. */
  private readonly labels: (() => void)[] = []
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(view: EditorView) {
    this.view = view
    this.dom.className = 'cm-find'
    this.dom.setAttribute('role', 'search')
    this.labelled(() => this.dom.setAttribute('aria-label', this.text('find.label')))
    this.find = this.input('find.find')
    this.find.setAttribute('main-field', 'true')
    this.replacement = this.input('find.replaceWith')
    this.count.className = 'cm-find-count'
    this.count.setAttribute('aria-live', 'polite')
    this.inSelection = this.button('find.inSelection', 'inSelection', () => this.toggleScope())
    const row = part('cm-find-row', [
      this.find,
      part('cm-find-options', [...TOGGLES.map((toggle) => this.toggle(toggle)), this.inSelection]),
      this.count,
      part('cm-find-steps', [
        this.button('find.previous', 'previous', () => findPrevious(view)),
        this.button('find.next', 'next', () => findNext(view)),
        this.button('find.close', 'close', () => closeSearchPanel(view)),
      ]),
    ])
    this.replaceRow = part('cm-find-row', [
      this.replacement,
      part('cm-find-options', [
        this.button('find.replace', null, () => replaceNext(view)),
        this.button('find.replaceAll', null, () => this.replaceEvery()),
      ]),
    ])
    this.dom.append(row, this.replaceRow)
    this.dom.addEventListener('submit', (event) => event.preventDefault())
    this.dom.addEventListener('keydown', (event) => this.keydown(event))
    this.show(view.state.field(findQueryField))
    this.showState()
  }

  mount(): void {
    this.find.select()
    this.find.focus()
    this.countLater()
  }

  update(update: ViewUpdate): void {
    const { state, startState } = update
    const query = state.field(findQueryField)
    if (query !== startState.field(findQueryField)) this.show(query)
    if (
      state.readOnly !== startState.readOnly ||
      state.field(searchScopeField) !== startState.field(searchScopeField)
    ) {
      this.showState()
    }
    if (state.facet(languageFacet) !== startState.facet(languageFacet))
      for (const label of this.labels) label()
    if (update.docChanged || update.selectionSet || update.transactions.length > 0) this.countLater()
  }

  destroy(): void {
    this.stopCounting()
  }

  private labelled(label: () => void): void {
    label()
    this.labels.push(label)
  }

  private text(key: MessageKey, params?: MessageParams): string {
    return translate(this.view.state.facet(languageFacet), key, params)
  }

  private input(key: MessageKey): HTMLInputElement {
    const input = document.createElement('input')
    input.type = 'text'
    this.labelled(() => {
      input.setAttribute('aria-label', this.text(key))
      input.placeholder = this.text(key)
    })
    input.autocomplete = 'off'
    input.spellcheck = false
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.commit()
    })
    input.addEventListener('compositionend', () => this.commit())
    return input
  }

  /** A button that shows a sign, or the words that name it. */
  private button(key: MessageKey, sign: SignName | null, run: () => unknown): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    if (sign !== null) button.append(signOf(sign))
    this.labelled(() => {
      if (sign === null) button.textContent = this.text(key)
      button.setAttribute('aria-label', this.text(key))
      button.title = this.text(key)
    })
    button.addEventListener('click', () => void run())
    return button
  }

  private toggle({ name, key }: (typeof TOGGLES)[number]): HTMLButtonElement {
    const button = this.button(key, name, () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
      this.commit()
    })
    this.toggles.set(name, button)
    return button
  }

  private pressed(name: Toggle): boolean {
    return this.toggles.get(name)?.getAttribute('aria-pressed') === 'true'
  }

  /** Makes what is in the fields the query. */
  private commit(): void {
    const query = new SearchQuery({
      search: this.find.value,
      replace: this.replacement.value,
      caseSensitive: this.pressed('caseSensitive'),
      wholeWord: this.pressed('wholeWord'),
      regexp: this.pressed('regexp'),
      literal: !this.pressed('regexp'),
    })
    this.view.dispatch({ effects: findEffects(query) })
  }

  private show(query: SearchQuery): void {
    if (this.find.value !== query.search) this.find.value = query.search
    // A query made of the selection has no replacement of its own: what the writer typed stays.
    if (query.replace !== '' || this.replacement === document.activeElement) {
      if (this.replacement.value !== query.replace) this.replacement.value = query.replace
    }
    for (const { name } of TOGGLES) this.toggles.get(name)?.setAttribute('aria-pressed', String(query[name]))
    this.find.setAttribute('aria-invalid', String(query.search !== '' && !query.valid))
  }

  private showState(): void {
    this.replaceRow.hidden = this.view.state.readOnly
    this.inSelection.setAttribute('aria-pressed', String(this.view.state.field(searchScopeField) !== null))
  }

  private toggleScope(): void {
    const { state } = this.view
    const { from, to } = state.selection.main
    const scope = state.field(searchScopeField) === null && from < to ? { from, to } : null
    this.view.dispatch({
      effects: [setSearchScope.of(scope), ...findEffects(state.field(findQueryField))],
    })
  }

  private replaceEvery(): void {
    this.commit()
    if (!this.view.state.field(findQueryField).valid) return
    this.stopCounting()
    this.count.textContent = '…'
    replaceAll(this.view, (total) => {
      this.stopCounting()
      this.count.textContent =
        total === null ? this.text('find.tooLong') : this.text('find.replaced', { total })
    })
  }

  private keydown(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (runScopeHandlers(this.view, event, 'search-panel')) event.preventDefault()
    else if (event.key === 'Enter' && event.target === this.find) {
      event.preventDefault()
      ;(event.shiftKey ? findPrevious : findNext)(this.view)
    } else if (event.key === 'Enter' && event.target === this.replacement) {
      event.preventDefault()
      if (event.ctrlKey || event.metaKey) this.replaceEvery()
      else replaceNext(this.view)
    }
  }

  private countLater(): void {
    this.stopCounting()
    this.timer = setTimeout(() => this.startCounting(), COUNT_DELAY)
  }

  private stopCounting(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.count.removeAttribute('aria-busy')
  }

  /** Counts in slices; what is found so far is shown, and announced when all is counted. */
  private startCounting(): void {
    this.timer = null
    const query = this.view.state.field(findQueryField)
    if (query.search === '' || !query.valid) {
      this.count.textContent = query.search === '' ? '' : this.text('find.invalid')
      return
    }
    if (query.regexp) {
      this.count.setAttribute('aria-busy', 'true')
      void matchFinder.find(this.view).then((found) => found && this.showFound(found))
      return
    }
    const counting = countMatches(this.view.state, query)
    const slice = (): void => {
      const until = performance.now() + COUNT_SLICE
      let step = counting.next()
      while (step.done !== true && performance.now() < until) step = counting.next()
      this.count.textContent = this.counted(step.value, step.done === true)
      if (step.done === true) this.stopCounting()
      else this.timer = setTimeout(slice)
    }
    this.count.setAttribute('aria-busy', 'true')
    slice()
  }

  private showFound({ matches, ended }: Found): void {
    this.stopCounting()
    const { from, to } = this.view.state.selection.main
    this.count.textContent = ended
      ? this.text('find.tooLong')
      : this.counted(
          {
            total: Math.min(matches.length, MOST_MATCHES),
            current: matches.findIndex((match) => match.from === from && match.to === to) + 1,
            more: matches.length > MOST_MATCHES,
          },
          true,
        )
  }

  private counted({ total, current, more }: MatchCount, done: boolean): string {
    if (!done) return total === 0 ? '…' : `${this.text('find.total', { total })} …`
    if (total === 0) return this.text('find.none')
    if (more) return this.text('find.many', { total })
    return current === 0 ? this.text('find.total', { total }) : this.text('find.count', { current, total })
  }
}

/** Opens the panel with the caret where the replacement is typed. */
export function openReplacePanel(view: EditorView): void {
  openSearchPanel(view)
  const [find, replacement] = view.dom.querySelectorAll<HTMLInputElement>('.cm-find input')
  if (find?.value !== '') replacement?.focus()
}

/** Find and replace in the editor's own panel, with its keys. */
export const findAndReplace: Extension = [
  searchQuery,
  foundMatches,
  search({ top: true, literal: true, createPanel: (view) => new FindPanel(view) }),
  searchTheme,
  keymap.of([
    { key: 'Mod-f', run: openSearchPanel, scope: 'editor search-panel' },
    { key: 'F3', run: findNext, shift: findPrevious, scope: 'editor search-panel', preventDefault: true },
    { key: 'Escape', run: closeSearchPanel, scope: 'editor search-panel' },
    { key: 'Mod-d', run: selectNextOccurrence, preventDefault: true },
    { key: 'Mod-Shift-l', run: selectSelectionMatches, preventDefault: true },
  ]),
]
