import type { Bridge } from '../../core/contract.ts'

/** How many failures of one page are noted: one that fails in every frame must not fill the log. */
const MOST = 50

/** Has failures that nobody caught noted in the log, until `window` is gone. */
export function reportErrors(bridge: Bridge): void {
  let left = MOST
  const note = (failure: unknown): void => {
    left -= 1
    if (left < 0) return
    const report =
      failure instanceof Error
        ? { message: `${failure.name}: ${failure.message}`, stack: failure.stack ?? '' }
        : { message: String(failure), stack: '' }
    // Nobody is told of a failure to tell.
    void bridge.call('log.write', report)
  }
  window.addEventListener('error', (event) => note((event.error as unknown) ?? event.message))
  window.addEventListener('unhandledrejection', (event) => note(event.reason))
}
