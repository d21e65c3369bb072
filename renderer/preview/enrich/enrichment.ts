import type { MarkdownExtension } from '../../../core/markdown/extensions.ts'

/** On an element that has been enriched. */
export const SET = 'data-set'

/** `unready`: something has to be loaded first. `slow`: to be done (or gone on with) when the writer pauses. */
export type Outcome = 'done' | 'unready' | 'slow'

/** One kind of thing that is added to sanitised blocks. Its own output is sanitised like everything else. */
export interface Enrichment {
  readonly extension: MarkdownExtension
  /** It takes next to no time, and the block needs it in the moment in which it is shown. */
  readonly light?: boolean
  /** The elements it is for. */
  readonly selector: string
  /** Enriches an element; `until` (milliseconds, `performance.now`) is given when the writer pauses, else null. */
  apply(element: HTMLElement, until: number | null): Outcome
}

/** Something loaded once, on first demand. */
export interface OnDemand<T> {
  readonly value: T | null
  /** Why it could not be loaded, or null. */
  readonly failure: unknown
  ask(): void
}

/** Loads with `load` at the first `ask`, then calls `loaded`, also when it failed. */
export function onDemand<T>(load: () => Promise<T>, loaded: () => void): OnDemand<T> {
  let value: T | null = null
  let failure: unknown = null
  let asked = false
  return {
    get value() {
      return value
    },
    get failure() {
      return failure
    },
    ask() {
      if (asked) return
      asked = true
      load()
        .then(
          (it) => {
            value = it
          },
          (error: unknown) => {
            failure = error
            console.error(error)
          },
        )
        .finally(loaded)
    },
  }
}
