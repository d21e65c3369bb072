import { warmUp } from '../../core/markdown/warm-up.ts'

/** Milliseconds that must be left of an idle moment for another step. */
const STEP = 8

/** Makes rendering ready while the page has nothing else to do, so that the next article is shown sooner. */
export function warmUpWhenIdle(): void {
  const steps = warmUp()
  const go = (deadline: IdleDeadline): void => {
    while (deadline.timeRemaining() > STEP) if (steps.next().done === true) return
    requestIdleCallback(go)
  }
  requestIdleCallback(go)
}
