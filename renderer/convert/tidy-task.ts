import { applyEdits } from '../../core/article/text-edit.ts'
import { tidyHtml } from '../../core/markdown/tidy-html.ts'
import { compareRenderings } from './compare/compare-renderings.ts'
import type { ConvertOutcome, ConvertTask } from './convert-task.ts'
import { htmlRendering } from './rendering-of.ts'

/** HTML laid out anew, by edits of white space and tags alone. */
export function tidyTask({ source, from }: ConvertTask): ConvertOutcome {
  const edits = tidyHtml(source)
  if (edits.length === 0) return { edits: [], changes: [], kept: 0 }
  const changes = compareRenderings(htmlRendering(source, from), htmlRendering(applyEdits(source, edits), 0))
  const placed = edits.map((edit) => ({ ...edit, from: from + edit.from, to: from + edit.to }))
  return { edits: placed, changes, kept: 0 }
}
