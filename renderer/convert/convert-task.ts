import type { TextEdit } from '../../core/article/text-edit.ts'
import { cleanHtml, type CleanHtmlOptions } from '../../core/markdown/clean-html.ts'
import type { MarkdownExtension } from '../../core/markdown/extensions.ts'
import { bodyToMarkdown, type ToMarkdownOptions } from './body-to-markdown.ts'
import { changesFrom } from './changes-from.ts'
import { cleanOptionsFor } from './clean-options.ts'
import type { DomToken } from './compare/dom-tokens.ts'
import type { RenderingChange } from './compare/rendering-change.ts'
import { inSlices } from './in-slices.ts'
import { withoutBlankLines } from './raw-html.ts'
import { htmlRendering, joined, markdownRendering, shownSteps, TooCostly } from './rendering-of.ts'
import { partOf, type WorkProgress } from './work-progress.ts'

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
  progress: WorkProgress,
): Promise<ConvertOutcome> {
  switch (task.kind) {
    case 'toMarkdown':
      return toMarkdown(task, styling, signal, progress)
    case 'toHtml':
      return toHtml(task, signal, progress)
    case 'formatMarkdown':
      return (await import('./format-markdown.ts')).formatMarkdown(task, signal, progress)
    case 'tidyHtml':
      return (await import('./tidy-task.ts')).tidyTask(task, signal, progress)
  }
}

async function toMarkdown(
  { source, from, extensions }: ConvertTask,
  styling: ToMarkdownOptions['styling'],
  signal: AbortSignal,
  progress: WorkProgress,
): Promise<ConvertOutcome> {
  const clean = await cleanOptionsFor([source], extensions)
  const made = await inSlices(
    bodyToMarkdown(source, { styling, clean, progress: partOf(progress, 0, 0.9) }),
    signal,
  )
  const markdown = made.markdown.trimEnd()
  const shown = made.shown ?? (await inSlices(shownBy(markdown, clean, from, source.length), signal))
  const changes = await inSlices(
    changesFrom(source, shown, () => htmlRendering(source, from)),
    signal,
  )
  return { edits: replacing(source, markdown, from), changes, kept: 0 }
}

/** What Markdown shows; throws `TooCostly` for the whole task when part of it cannot be parsed. */
function* shownBy(
  markdown: string,
  clean: CleanHtmlOptions,
  from: number,
  length: number,
): Generator<undefined, readonly DomToken[]> {
  const made = yield* cleanHtml(markdown, clean)
  if (made.costly) throw new TooCostly({ from, to: from + length })
  return yield* shownSteps(joined(made))
}

async function toHtml(
  { source, from, whole, extensions }: ConvertTask,
  signal: AbortSignal,
  progress: WorkProgress,
): Promise<ConvertOutcome> {
  const clean = await cleanOptionsFor([source], extensions)
  const work = partOf(progress, 0, 0.9)
  const made = await inSlices(
    cleanHtml(source, { ...clean, progress: (offset) => work(offset / Math.max(1, source.length)) }),
    signal,
  )
  if (made.costly) throw new TooCostly({ from: from + made.costly.from, to: from + made.costly.to })
  const text = joined(made).trimEnd()
  const html = whole ? text : withoutBlankLines(text)
  // What is not changed any more shows what it was made to show.
  const changes =
    html === text
      ? []
      : await inSlices(
          changesFrom(text, await inSlices(shownSteps(html), signal), () =>
            markdownRendering(source, made, from),
          ),
          signal,
        )
  const unused = made.unused.map((span): RenderingChange => {
    const at = { from: from + span.from, to: from + span.to }
    return { kind: 'definitionLost', text: source.slice(span.from, span.to).trim(), at }
  })
  return { edits: replacing(source, html, from), changes: [...changes, ...unused], kept: 0 }
}

function replacing(source: string, insert: string, from: number): readonly TextEdit[] {
  return source === insert ? [] : [{ from, to: from + source.length, insert }]
}
