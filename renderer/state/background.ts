/** Work that goes on until it is done or cancelled. */
export interface BackgroundWork {
  readonly cancel: () => void
}

/** Node's tests have no scheduler. */
const { scheduler } = globalThis as { readonly scheduler?: Scheduler }

/**
 * Calls `step`, a few milliseconds' work, until it answers false: whenever the page has nothing to do that the writer
 * waits for.
 */
export function inBackground(step: () => boolean): BackgroundWork {
  let cancelled = false
  const ask = (): void => {
    if (scheduler) void scheduler.postTask(go, { priority: 'background' })
    else setTimeout(go)
  }
  const go = (): void => {
    if (!cancelled && step()) ask()
  }
  ask()
  return {
    cancel() {
      cancelled = true
    },
  }
}
