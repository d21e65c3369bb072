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
  'diagrams',
  'highlighting',
  'cjkEmphasis',
  'templateTags',
] as const

export type MarkdownExtension = (typeof MARKDOWN_EXTENSIONS)[number]

/** All but `subSuper`, which takes `~text~` away from GFM's strikethrough. */
export const DEFAULT_EXTENSIONS: readonly MarkdownExtension[] = MARKDOWN_EXTENSIONS.filter(
  (name) => name !== 'subSuper',
)
