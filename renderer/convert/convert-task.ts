import type { TextEdit } from '../../core/article/text-edit.ts'
import { cleanHtml } from '../../core/markdown/clean-html.ts'
import type { MarkdownExtension } from '../../core/markdown/extensions.ts'
import { bodyToMarkdown, type ToMarkdownOptions } from './body-to-markdown.ts'
import { cleanOptionsFor } from './clean-options.ts'
import { compareRenderings } from './compare/compare-renderings.ts'
import type { RenderingChange } from './compare/rendering-change.ts'
import { inSlices } from './in-slices.ts'
import { withoutBlankLines } from './raw-html.ts'
import { htmlRendering, joined, markdownRendering, TooCostly } from './rendering-of.ts'

/** A part of an article that is to be written in another way. */
export interface ConvertTask {
  readonly kind: 'toMarkdown' | 'toHtml' | 'formatMarkdown' | 'tidyHtml'
  readonly source: string
  /** Where the part begins in the article, in UTF-16 units. */
  readonly from: number
  /** False: only a selection, which stays inside a body of the other format. */
  readonly whole: boolean
  readonly extensions: readonly MarkdownExtension[]
}

/** What a task came to, before anything is changed. */
export interface ConvertOutcome {
  /** In the article; none: there is nothing to do. */
  readonly edits: readonly TextEdit[]
  /** Everything in which the rendering will be another; none: it stays the same. */
  readonly changes: readonly RenderingChange[]
  /** Blocks that stay as they are because they would show something else. */
  readonly kept: number
}

/**
 * Does a task without touching the article. Throws `TooCostly` when part of the text cannot be parsed in time, and
 * the signal's reason when it is aborted.
 */
export async function runConvertTask(
  task: ConvertTask,
  styling: ToMarkdownOptions['styling'],
  signal: AbortSignal,
): Promise<ConvertOutcome> {
  switch (task.kind) {
    case 'toMarkdown':
      return toMarkdown(task, styling, signal)
    case 'toHtml':
      return toHtml(task, signal)
    case 'formatMarkdown':
      return (await import('./format-markdown.ts')).formatMarkdown(task, signal)
    case 'tidyHtml':
      return (await import('./tidy-task.ts')).tidyTask(task)
  }
}

async function toMarkdown(
  { source, from, extensions }: ConvertTask,
  styling: ToMarkdownOptions['styling'],
  signal: AbortSignal,
): Promise<ConvertOutcome> {
  const clean = await cleanOptionsFor([source], extensions)
  const markdown = (await inSlices(bodyToMarkdown(source, { styling, clean }), signal)).trimEnd()
  const made = await inSlices(cleanHtml(markdown, clean), signal)
  if (made.costly) throw new TooCostly({ from, to: from + source.length })
  const changes = compareRenderings(htmlRendering(source, from), markdownRendering(markdown, made, 0))
  return { edits: replacing(source, markdown, from), changes, kept: 0 }
}

async function toHtml(
  { source, from, whole, extensions }: ConvertTask,
  signal: AbortSignal,
): Promise<ConvertOutcome> {
  const clean = await cleanOptionsFor([source], extensions)
  const made = await inSlices(cleanHtml(source, clean), signal)
  if (made.costly) throw new TooCostly({ from: from + made.costly.from, to: from + made.costly.to })
  const text = joined(made).trimEnd()
  const html = whole ? text : withoutBlankLines(text)
  const changes = compareRenderings(markdownRendering(source, made, from), htmlRendering(html, 0))
  const unused = made.unused.map((span): RenderingChange => {
    const at = { from: from + span.from, to: from + span.to }
    return { kind: 'definitionLost', text: source.slice(span.from, span.to).trim(), at }
  })
  return { edits: replacing(source, html, from), changes: [...changes, ...unused], kept: 0 }
}

function replacing(source: string, insert: string, from: number): readonly TextEdit[] {
  return source === insert ? [] : [{ from, to: from + source.length, insert }]
}
