import { cleanHtml, type CleanHtmlOptions } from '../../core/markdown/clean-html.ts'
import { dropStyling } from './drop-styling.ts'
import { apart, chunksOf, type Chunk, type ChunkContext } from './markdown-chunks.ts'
import { sameTokens, type DomToken } from './compare/dom-tokens.ts'
import { parseInert } from './compare/parse-inert.ts'
import { renameMarks, takeNotes, templateTags } from './prepare-html.ts'
import { joined, shownSteps } from './rendering-of.ts'
import type { WorkProgress } from './work-progress.ts'

export interface ToMarkdownOptions {
  /** `keep`: what Markdown cannot say stays HTML. `drop`: classes, styles and the like go, so that more is Markdown. */
  readonly styling: 'keep' | 'drop'
  readonly clean: CleanHtmlOptions
  readonly progress?: WorkProgress
}

export interface MadeMarkdown {
  readonly markdown: string
  /** What it shows; null: it was not looked at as a whole. */
  readonly shown: readonly DomToken[] | null
}

/** How often the whole is looked at again after a part of it was left as HTML. */
const MOST_TRIES = 6
/** The part of the work that goes into the pieces; the rest is looking at the whole. */
const PIECES = 0.75

/**
 * An HTML text as Markdown that shows the same as far as Markdown can: each piece is rendered and compared, and stays
 * HTML when its Markdown would show anything else. Does a few milliseconds' work between two calls of `next`.
 */
export function* bodyToMarkdown(
  html: string,
  { styling, clean, progress }: ToMarkdownOptions,
): Generator<undefined, MadeMarkdown> {
  const root = parseInert(html)
  yield
  if (styling === 'drop') dropStyling(root)
  renameMarks(root)
  const notes = takeNotes(root)
  const tags = templateTags()
  tags.hide(root)
  const whole = Math.max(1, root.textContent.length)
  let done = 0
  const context: ChunkContext = {
    clean,
    tags,
    labels: notes.map(({ label }) => label),
    written: (characters) => progress?.(((done += characters) / whole) * PIECES),
  }
  yield
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
      together: [],
    })
    yield
  }
  const settled = yield* settle(chunks, context)
  progress?.(1)
  const markdown = tags.show(settled.markdown)
  return { markdown, shown: markdown === settled.markdown ? settled.shown : null }
}

/**
 * The pieces in a row. Where pieces that are right alone show something else together, the first that does is left
 * as HTML.
 */
function* settle(chunks: Chunk[], context: ChunkContext): Generator<undefined, MadeMarkdown> {
  if (chunks.length === 0) return { markdown: '', shown: [] }
  for (let tries = 0; ; tries++) {
    const markdown = `${chunks.map((chunk) => chunk.markdown).join('\n\n')}\n`
    yield
    if (chunks.some(({ tokens }) => tokens === null) || tries >= MOST_TRIES) return { markdown, shown: null }
    const made = yield* cleanHtml(markdown, context.clean)
    const shown = yield* shownSteps(joined(made))
    const right = { markdown, shown: made.costly === null ? shown : null }
    const wrong = firstWrong(chunks, shown)
    const chunk = chunks[wrong]
    if (chunk === undefined) return right
    if (chunk.together.length > 1) {
      chunks.splice(wrong, 1, ...(yield* apart(chunk, context)))
      continue
    }
    const { asHtml } = chunk
    if (asHtml === null || asHtml === chunk.markdown) return right
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
