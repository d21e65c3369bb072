import type { CleanHtmlOptions } from '../../core/markdown/clean-html.ts'
import type { MarkdownExtension } from '../../core/markdown/extensions.ts'

/** What making clean HTML needs besides the text, loaded only as far as one of `texts` can hold it. */
export async function cleanOptionsFor(
  texts: readonly string[],
  extensions: readonly MarkdownExtension[],
): Promise<CleanHtmlOptions> {
  const holds = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text))
  const [maths, emoji] = await Promise.all([
    holds(/\$|\\\(|\\\[|<math/) ? import('./mathml.ts') : null,
    holds(/:[a-z0-9_+-]+:/) ? import('gemoji') : null,
  ])
  return {
    extensions,
    formula: (tex, display) => maths?.formulaAsMathMl(tex, display) ?? null,
    emoji: (name) =>
      emoji && Object.hasOwn(emoji.nameToEmoji, name) ? (emoji.nameToEmoji[name] ?? null) : null,
  }
}
