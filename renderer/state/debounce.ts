/** Calls that are put off until a pause, but never longer than a limit. */
export interface Debounced {
  /** Asks for a call. */
  readonly schedule: () => void
  /** Calls now when a call is waiting. */
  readonly flush: () => void
  readonly cancel: () => void
}

/**
 * Runs `action` once `pause` milliseconds after the last `schedule`, and at the latest `limit` milliseconds
 * after the first: steady typing never puts it off for ever.
 */
export function debounce(action: () => void, pause: number, limit: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | null = null
  let first = 0
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const run = (): void => {
    cancel()
    action()
  }
  return {
    schedule() {
      const now = performance.now()
      if (timer === null) first = now
      else clearTimeout(timer)
      timer = setTimeout(run, Math.max(0, Math.min(pause, first + limit - now)))
    },
    flush() {
      if (timer !== null) run()
    },
    cancel,
  }
}
