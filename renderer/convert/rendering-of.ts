import type { Span } from '../../core/article/text-edit.ts'
import { cleanHtml, type CleanHtml, type CleanHtmlOptions } from '../../core/markdown/clean-html.ts'
import { domTokenSteps, type DomToken } from './compare/dom-tokens.ts'
import { parseInert } from './compare/parse-inert.ts'
import { placesIn } from './compare/places.ts'
import { finish } from '../../core/finish.ts'

/** A Markdown text has a block that is too costly to be parsed. */
export class TooCostly extends Error {
  readonly span: Span

  constructor(span: Span) {
    super('A block of the text is too costly to be parsed')
    this.span = span
  }
}

/** Clean HTML made at once: for short texts. */
export function cleanHtmlNow(text: string, options: CleanHtmlOptions): CleanHtml {
  return finish(cleanHtml(text, options))
}

/** A CleanHtml's text. */
export function joined({ pieces }: CleanHtml): string {
  return pieces.map(({ html }) => html).join('')
}

/** What an HTML text shows; places count from `base`. Pauses now and then. */
export function* htmlRendering(html: string, base: number): Generator<undefined, readonly DomToken[]> {
  const root = parseInert(html)
  yield
  return yield* domTokenSteps(root, yield* placesIn(root, html, [{ html, span: null }], base))
}

/**
 * What Markdown shows, by its clean HTML; places are those in the Markdown, counted from `base`. Pauses now and then.
 */
export function* markdownRendering(
  text: string,
  clean: CleanHtml,
  base: number,
): Generator<undefined, readonly DomToken[]> {
  const root = parseInert(joined(clean))
  yield
  return yield* domTokenSteps(root, yield* placesIn(root, text, clean.pieces, base))
}

/** What HTML shows, without places. Pauses now and then. */
export function* shownSteps(html: string): Generator<undefined, readonly DomToken[]> {
  const root = parseInert(html)
  yield
  return yield* domTokenSteps(root)
}
