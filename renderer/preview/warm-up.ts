import { renderMarkdown } from '../../core/markdown/render-markdown.ts'
import { NOTHING } from '../../core/markdown/warm-up.ts'
import { WARM_UP_TEXTS } from '../../core/markdown/warm-up-texts.ts'
import type { Sanitizer } from './sanitizer.ts'

export { warmUp } from '../../core/markdown/warm-up.ts'

/** Milliseconds that must be left of an idle moment for another step. */
const STEP = 8
/** So often the engine takes note of what is worth being made quicker. */
const TIMES = 6

/** Takes these steps while the page has nothing else to do, so that the next article is shown sooner. */
export function whenIdle(steps: Iterator<undefined>): void {
  const go = (deadline: IdleDeadline): void => {
    while (deadline.timeRemaining() > STEP) if (steps.next().done === true) return
    requestIdleCallback(go)
  }
  requestIdleCallback(go)
}

/** Sanitises a short text of every kind at each step. */
export function* warmUpSanitizer(sanitizer: Sanitizer): Generator<undefined> {
  const html = WARM_UP_TEXTS.map((text) => renderMarkdown(text, NOTHING).html)
  for (let time = 0; time < TIMES; time++) {
    sanitizer.sanitize(html)
    yield
  }
}
