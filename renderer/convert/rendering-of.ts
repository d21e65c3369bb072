import type { Span } from '../../core/article/text-edit.ts'
import { cleanHtml, type CleanHtml, type CleanHtmlOptions } from '../../core/markdown/clean-html.ts'
import { domTokens, type DomToken } from './compare/dom-tokens.ts'
import { parseInert } from './compare/parse-inert.ts'
import { placesIn } from './compare/places.ts'

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
  const work = cleanHtml(text, options)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** A CleanHtml's text. */
export function joined({ pieces }: CleanHtml): string {
  return pieces.map(({ html }) => html).join('')
}

/** What an HTML text shows; places count from `base`. */
export function htmlRendering(html: string, base: number): readonly DomToken[] {
  const root = parseInert(html)
  return domTokens(root, placesIn(root, html, [{ html, span: null }], base))
}

/** What Markdown shows, by its clean HTML; places are those in the Markdown, counted from `base`. */
export function markdownRendering(text: string, clean: CleanHtml, base: number): readonly DomToken[] {
  const root = parseInert(joined(clean))
  return domTokens(root, placesIn(root, text, clean.pieces, base))
}
