import { applyEdits, type TextEdit } from '../../core/article/text-edit.ts'
import { cleanHtml, type CleanHtmlOptions } from '../../core/markdown/clean-html.ts'
import { cleanOptionsFor } from './clean-options.ts'
import { changesFrom } from './changes-from.ts'
import { domTokens, sameTokens, type DomToken } from './compare/dom-tokens.ts'
import { parseInert } from './compare/parse-inert.ts'
import type { ConvertOutcome, ConvertTask } from './convert-task.ts'
import { formatPieces, type FormatPiece } from './format-pieces.ts'
import { createFormatter, type Formatter } from './formatter.ts'
import { inSlices } from './in-slices.ts'
import { cleanHtmlNow, joined, markdownRendering, shownSteps, TooCostly } from './rendering-of.ts'
import type { WorkProgress } from './work-progress.ts'

/**
 * Markdown in prettier's form, block by block. A block stays as it is when its new form would show something else, or
 * takes too long; what is inside code is never touched.
 */
export async function formatMarkdown(
  task: ConvertTask,
  signal: AbortSignal,
  progress: WorkProgress,
  formatter: Formatter = createFormatter(),
): Promise<ConvertOutcome> {
  const { source, from, extensions } = task
  const clean = await cleanOptionsFor([source], extensions)
  const edits: TextEdit[] = []
  let kept = 0
  try {
    for (const piece of await inSlices(formatPieces(source, extensions), signal)) {
      signal.throwIfAborted()
      progress((0.8 * piece.from) / source.length)
      const insert = await formatPiece(piece, formatter, clean)
      if (insert === null) kept += 1
      else if (insert !== piece.text)
        edits.push({ from: piece.from, to: piece.from + piece.text.length, insert })
    }
  } finally {
    formatter.dispose()
  }
  signal.throwIfAborted()
  if (edits.length === 0) return { edits, changes: [], kept }
  const after = applyEdits(source, edits)
  const before = await inSlices(cleanHtml(source, clean), signal)
  const made = await inSlices(cleanHtml(after, clean), signal)
  const costly = before.costly ?? made.costly
  if (costly) throw new TooCostly({ from: from + costly.from, to: from + costly.to })
  progress(0.9)
  const shown = await inSlices(shownSteps(joined(made)), signal)
  const changes = await inSlices(
    changesFrom(joined(before), shown, () => markdownRendering(source, before, from)),
    signal,
  )
  return {
    edits: edits.map((edit) => ({ ...edit, from: from + edit.from, to: from + edit.to })),
    changes,
    kept,
  }
}

/** The piece in its new form; null when it is to stay as it is. */
async function formatPiece(
  { text, spaces }: FormatPiece,
  formatter: Formatter,
  clean: CleanHtmlOptions,
): Promise<string | null> {
  // Blank lines between blocks need no formatter.
  if (spaces) return '\n\n'
  // At the very start a rule would be read as a fence of front matter.
  const guard = /^(?:---|\+\+\+)/.test(text) ? 'x\n\n' : ''
  const result = await formatter.format(guard + text)
  if (!result?.startsWith(guard)) return null
  const formatted = result.slice(guard.length).replace(/\n+$/, '')
  if (formatted === text) return text
  const shown = (markdown: string): readonly DomToken[] | null => {
    const made = cleanHtmlNow(markdown, clean)
    return made.costly ? null : domTokens(parseInert(joined(made)))
  }
  const before = shown(text)
  const after = shown(formatted)
  return before && after && sameTokens(before, after) ? formatted : null
}
