import type { BodyFormat } from '../article/body-format.ts'

/** What Galley reads beyond GFM, each of which a writer can switch off. */
export const MARKDOWN_EXTENSIONS = [
  'footnotes',
  'alerts',
  'definitionLists',
  'mark',
  'subSuper',
  'emoji',
  'toc',
  'maths',
  'htmlMaths',
  'diagrams',
  'highlighting',
  'cjkEmphasis',
  'templateTags',
] as const

export type MarkdownExtension = (typeof MARKDOWN_EXTENSIONS)[number]

/** What concerns HTML bodies; `htmlMaths` concerns nothing else. */
const IN_HTML: readonly MarkdownExtension[] = ['htmlMaths', 'diagrams', 'highlighting', 'templateTags']

/** The choices that have an effect on bodies of a format. */
export function extensionsFor(format: BodyFormat): readonly MarkdownExtension[] {
  return format === 'html' ? IN_HTML : MARKDOWN_EXTENSIONS.filter((name) => name !== 'htmlMaths')
}

/**
 * All but `subSuper`, which takes `~text~` away from GFM's strikethrough, and `htmlMaths`: HTML is shown as it is
 * unless the writer knows that the site sets formulas.
 */
export const DEFAULT_EXTENSIONS: readonly MarkdownExtension[] = MARKDOWN_EXTENSIONS.filter(
  (name) => name !== 'subSuper' && name !== 'htmlMaths',
)
