import type { FramePage } from './frame-page.ts'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Span } from '../../core/article/text-edit.ts'
import { shownText } from './shown-text.ts'
import { alignTexts } from './text-alignment.ts'
import { rangeAt } from './text-range.ts'

/** Places in the page's text that are marked without touching its elements (CSS Custom Highlight API). */
export interface TextMarks {
  /** Marks every match from now on; null marks none. Takes effect by and by, in `work`. */
  search(pattern: RegExp | null): void
  /** What the page shows has changed: matches are to be looked for again. */
  outdate(): void
  /** The page shows these, too: matches in them are to be looked for. */
  add(places: readonly HTMLElement[]): void
  /** Marks the pieces of text that are selected in the source. */
  select(pieces: readonly SelectedPiece[]): void
  /** Looks for matches until all is done or `until` (milliseconds, `performance.now`); true when more is to do. */
  work(until: number): boolean
}

/** A block that is selected; `part` null: all of it. */
export interface SelectedPiece {
  readonly element: HTMLElement
  readonly part: SelectedPart | null
}

/** What of a block is selected, in its own source. */
export interface SelectedPart {
  readonly source: string
  readonly span: Span
  readonly format: BodyFormat
}

const MOST_MATCHES = 2000
/** Longest text of one block that is searched, in UTF-16 units. */
const MOST_TEXT = 100_000
const PLACES = '.galley-head, .galley-block, .galley-footnotes li'

/** Uses the names `galley-found` and `galley-selected`. */
export function createTextMarks(page: Pick<FramePage, 'document' | 'window'>): TextMarks {
  const { document, window } = page
  const found = new window.Highlight()
  const selected = new window.Highlight()
  window.CSS.highlights.set('galley-found', found)
  window.CSS.highlights.set('galley-selected', selected)
  /** What marks the blocks that are selected as a whole. */
  let wholes = new Map<HTMLElement, Range>()
  let pattern: RegExp | null = null
  let task: Generator<undefined> | null = null
  let more: HTMLElement[] = []

  function* look(wanted: RegExp): Generator<undefined> {
    more = []
    let first = true
    for (const place of document.querySelectorAll<HTMLElement>(PLACES)) {
      if (first) found.clear()
      first = false
      if (!place.firstChild) continue
      yield* lookIn(place, wanted)
      if (found.size >= MOST_MATCHES) return
    }
    if (first) found.clear()
    yield* lookInMore(wanted)
  }

  function* lookIn(place: HTMLElement, wanted: RegExp): Generator<undefined> {
    const text = place.textContent.slice(0, MOST_TEXT)
    for (const match of text.matchAll(wanted)) {
      if (found.size >= MOST_MATCHES) return
      if (match[0] !== '') found.add(rangeAt(place, match.index, match[0].length))
    }
    yield
  }

  function* lookInMore(wanted: RegExp): Generator<undefined> {
    // What has come into view last counts most.
    if (found.size >= MOST_MATCHES) for (const old of [...found].slice(0, MOST_MATCHES / 2)) found.delete(old)
    for (let place = more.shift(); place; place = more.shift()) yield* lookIn(place, wanted)
  }

  return {
    search(next) {
      pattern = next
      if (!next) found.clear()
      task = next ? look(next) : null
    },
    outdate() {
      if (pattern) task = look(pattern)
    },
    add(places) {
      if (!pattern) return
      more.push(...places)
      task ??= lookInMore(pattern)
    },
    select(pieces) {
      const before = wholes
      wholes = new Map()
      const ranges = new Set<AbstractRange>()
      for (const { element, part } of pieces) {
        if (part) {
          const range = partOf(element, part)
          if (range) ranges.add(range)
          continue
        }
        const range = wholeOf(element, before.get(element))
        wholes.set(element, range)
        ranges.add(range)
      }
      // What stays marked is not painted anew.
      for (const old of [...selected]) if (!ranges.has(old)) selected.delete(old)
      for (const range of ranges) if (!selected.has(range)) selected.add(range)
    },
    work(until) {
      while (task && performance.now() < until) if (task.next().done === true) task = null
      return task !== null
    },
  }
}

/** The range of all an element holds: the one there is, unless something else is in the element since. */
function wholeOf(element: HTMLElement, known: Range | undefined): Range {
  if (known?.endContainer === element && known.endOffset === element.childNodes.length && !known.collapsed)
    return known
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  return range
}

function partOf(element: HTMLElement, { source, span, format }: SelectedPart): Range | null {
  const shown = shownText(element)
  const aligned = alignTexts(source, shown.text, format)
  return shown.range(aligned.textAt(span.from, 'start'), aligned.textAt(span.to, 'end'))
}

/** True when both look for the same. */
export function isSamePattern(one: RegExp | null, other: RegExp | null): boolean {
  return one?.source === other?.source && one?.flags === other?.flags
}
