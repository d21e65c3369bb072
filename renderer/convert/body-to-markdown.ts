import type { CleanHtmlOptions } from '../../core/markdown/clean-html.ts'
import { dropStyling } from './drop-styling.ts'
import { chunksOf, type Chunk, type ChunkContext } from './markdown-chunks.ts'
import { domTokens, sameTokens, type DomToken } from './compare/dom-tokens.ts'
import { parseInert } from './compare/parse-inert.ts'
import { renameMarks, takeNotes, templateTags } from './prepare-html.ts'
import { cleanHtmlNow, joined } from './rendering-of.ts'

export interface ToMarkdownOptions {
  /** `keep`: what Markdown cannot say stays HTML. `drop`: classes, styles and the like go, so that more is Markdown. */
  readonly styling: 'keep' | 'drop'
  readonly clean: CleanHtmlOptions
}

/** How often the whole is looked at again after a part of it was left as HTML. */
const MOST_TRIES = 6

/**
 * An HTML text as Markdown that shows the same as far as Markdown can: each piece is rendered and compared, and stays
 * HTML when its Markdown would show anything else. Does a few milliseconds' work between two calls of `next`.
 */
export function* bodyToMarkdown(html: string, options: ToMarkdownOptions): Generator<undefined, string> {
  const root = parseInert(html)
  if (options.styling === 'drop') dropStyling(root)
  renameMarks(root)
  const notes = takeNotes(root)
  const tags = templateTags()
  tags.hide(root)
  const context: ChunkContext = { clean: options.clean, tags, labels: notes.map(({ label }) => label) }
  const chunks: Chunk[] = []
  for (const chunk of chunksOf(root, context)) {
    if (chunk) chunks.push(chunk)
    yield
  }
  for (const { label, note } of notes) {
    tags.hide(note)
    const parts: Chunk[] = []
    for (const chunk of chunksOf(note, context)) if (chunk) parts.push(chunk)
    const text = parts.map(({ markdown }) => markdown).join('\n\n')
    chunks.push({
      markdown: `[^${label}]: ${text.replace(/\n(?=[^\n])/g, '\n    ')}`,
      asHtml: null,
      tokens: null,
    })
    yield
  }
  return tags.show(yield* settled(chunks, options.clean))
}

/**
 * The pieces in a row. Where pieces that are right alone show something else together, the first that does is left
 * as HTML.
 */
function* settled(chunks: Chunk[], clean: CleanHtmlOptions): Generator<undefined, string> {
  if (chunks.length === 0) return ''
  for (let tries = 0; ; tries++) {
    const text = `${chunks.map(({ markdown }) => markdown).join('\n\n')}\n`
    yield
    if (chunks.some(({ tokens }) => tokens === null) || tries === MOST_TRIES)
      return chunks.length > 0 ? text : ''
    const shown = domTokens(parseInert(joined(cleanHtmlNow(text, clean))))
    const wrong = firstWrong(chunks, shown)
    const chunk = chunks[wrong]
    const asHtml = chunk?.asHtml ?? null
    if (!chunk || asHtml === null || asHtml === chunk.markdown) return text
    chunks[wrong] = { ...chunk, markdown: asHtml }
  }
}

/** The index of the first piece that does not show what it should; -1: all do. */
function firstWrong(chunks: readonly Chunk[], shown: readonly DomToken[]): number {
  let at = 0
  for (const [i, { tokens }] of chunks.entries()) {
    if (tokens === null) return -1
    if (!sameTokens(tokens, shown.slice(at, at + tokens.length))) return i
    at += tokens.length
  }
  return -1
}
