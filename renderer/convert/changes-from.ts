import { compareRenderings } from './compare/compare-renderings.ts'
import { sameTokens, type DomToken } from './compare/dom-tokens.ts'
import type { RenderingChange } from './compare/rendering-change.ts'
import { shownSteps } from './rendering-of.ts'

type Steps<T> = Generator<undefined, T>

/**
 * Everything in which `shown` is another rendering than that of the HTML `before`; `placed`, the same with places in
 * the source, is made only when something is. Pauses now and then.
 */
export function* changesFrom(
  before: string,
  shown: readonly DomToken[],
  placed: () => Steps<readonly DomToken[]>,
): Steps<readonly RenderingChange[]> {
  if (sameTokens(yield* shownSteps(before), shown)) return []
  return yield* compareRenderings(yield* placed(), shown)
}
