import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'
import type { CleanHtmlOptions } from '../../../core/markdown/clean-html.ts'
import { bodyToMarkdown, type ToMarkdownOptions } from '../../../renderer/convert/body-to-markdown.ts'
import { compareRenderings } from '../../../renderer/convert/compare/compare-renderings.ts'
import { sameTokens } from '../../../renderer/convert/compare/dom-tokens.ts'
import type { RenderingChange } from '../../../renderer/convert/compare/rendering-change.ts'
import { finish } from '../../../core/finish.ts'
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
  return finish(bodyToMarkdown(html, { styling, clean })).markdown
}

/** What is listed when HTML has become this Markdown, and whether the renderings are the same. */
export function listed(
  html: string,
  markdown: string,
): { changes: readonly RenderingChange[]; same: boolean } {
  const before = finish(htmlRendering(html, 0))
  const after = finish(markdownRendering(markdown, cleanHtmlNow(markdown, clean), 0))
  return { changes: finish(compareRenderings(before, after)), same: sameTokens(before, after) }
}
