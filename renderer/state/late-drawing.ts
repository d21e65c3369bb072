import { nextPaint } from './next-paint.ts'
import type { Store } from './store.ts'

/** What the page draws from a store, and when. */
export interface LateDrawing {
  /** As `Store.subscribe`, but told of what `late` changes only after the frame. */
  readonly subscribe: Store<unknown>['subscribe']
  /** Does the work at once; what it changes in the store is drawn after the next frame, which is the key's own. */
  readonly late: (work: () => void) => void
}

/** Lets the frame of a key not wait for the chrome that follows from it. */
export function createLateDrawing(store: Pick<Store<unknown>, 'subscribe'>): LateDrawing {
  const waiting = new Set<() => void>()
  let held = false
  const draw = (): void => {
    const now = [...waiting]
    waiting.clear()
    for (const listener of now) listener()
  }
  return {
    subscribe(listener) {
      const stop = store.subscribe(() => {
        if (!held) {
          waiting.delete(listener)
          listener()
          return
        }
        if (waiting.size === 0) void nextPaint().then(draw)
        waiting.add(listener)
      })
      return () => {
        stop()
        waiting.delete(listener)
      }
    },
    late(work) {
      const outer = held
      held = true
      try {
        work()
      } finally {
        held = outer
      }
    },
  }
}
