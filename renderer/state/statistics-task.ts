import type { EditorState } from '@codemirror/state'
import { addCounts, countText, NO_COUNTS, readingMinutes } from '../../core/article/statistics.ts'
import { splitField } from '../editor/article-fields.ts'
import type { Statistics } from './app-state.ts'

export interface Counting {
  readonly cancel: () => void
}

/** UTF-16 units counted in one go: about two milliseconds. */
const SLICE = 32_768

/** Counts the body of `state` in slices between which the page can work, then calls `done`. */
export function startCounting(state: EditorState, done: (statistics: Statistics) => void): Counting {
  const { body } = state.field(splitField)
  const { main } = state.selection
  const selected = main.empty
    ? NO_COUNTS
    : countText(state.sliceDoc(main.from, Math.min(main.to, main.from + 500_000)))
  let at = body.from
  let counts = NO_COUNTS
  let timer: ReturnType<typeof setTimeout> | null = null

  const step = (): void => {
    timer = null
    const end = at + SLICE >= body.to ? body.to : state.doc.lineAt(at + SLICE).to
    counts = addCounts(counts, countText(state.sliceDoc(at, end)))
    at = end
    if (at < body.to) timer = setTimeout(step, 0)
    else {
      done({
        words: counts.words,
        characters: counts.characters,
        readingMinutes: readingMinutes(counts),
        selectedWords: selected.words,
      })
    }
  }
  timer = setTimeout(step, 0)
  return {
    cancel() {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
