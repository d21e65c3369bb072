import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'
import type { CleanHtmlOptions } from '../../../core/markdown/clean-html.ts'
import { bodyToMarkdown, type ToMarkdownOptions } from '../../../renderer/convert/body-to-markdown.ts'
import { compareRenderings } from '../../../renderer/convert/compare/compare-renderings.ts'
import { sameTokens } from '../../../renderer/convert/compare/dom-tokens.ts'
import type { RenderingChange } from '../../../renderer/convert/compare/rendering-change.ts'
import { formulaAsMathMl } from '../../../renderer/convert/mathml.ts'
import {
  cleanHtmlNow,
  htmlRendering,
  joined,
  markdownRendering,
} from '../../../renderer/convert/rendering-of.ts'

export const clean: CleanHtmlOptions = {
  extensions: DEFAULT_EXTENSIONS,
  formula: formulaAsMathMl,
  emoji: (name) => (name === 'smile' ? '😄' : null),
}

export const toHtml = (markdown: string): string => joined(cleanHtmlNow(markdown, clean))

/** HTML as Markdown. */
export function toMarkdown(html: string, styling: ToMarkdownOptions['styling'] = 'keep'): string {
  const work = bodyToMarkdown(html, { styling, clean })
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** What is listed when HTML has become this Markdown, and whether the renderings are the same. */
export function listed(
  html: string,
  markdown: string,
): { changes: readonly RenderingChange[]; same: boolean } {
  const before = htmlRendering(html, 0)
  const after = markdownRendering(markdown, cleanHtmlNow(markdown, clean), 0)
  return { changes: compareRenderings(before, after), same: sameTokens(before, after) }
}
