import { applyEdits } from '../../core/article/text-edit.ts'
import { tidyHtml } from '../../core/markdown/tidy-html.ts'
import { changesFrom } from './changes-from.ts'
import type { ConvertOutcome, ConvertTask } from './convert-task.ts'
import { inSlices } from './in-slices.ts'
import { htmlRendering, shownSteps } from './rendering-of.ts'
import type { WorkProgress } from './work-progress.ts'

/** HTML laid out anew, by edits of white space and tags alone. */
export async function tidyTask(
  { source, from }: ConvertTask,
  signal: AbortSignal,
  progress: WorkProgress,
): Promise<ConvertOutcome> {
  const edits = await inSlices(
    tidyHtml(source, (offset) => progress((0.5 * offset) / source.length)),
    signal,
  )
  if (edits.length === 0) return { edits: [], changes: [], kept: 0 }
  const shown = await inSlices(shownSteps(applyEdits(source, edits)), signal)
  progress(0.75)
  const changes = await inSlices(
    changesFrom(source, shown, () => htmlRendering(source, from)),
    signal,
  )
  const placed = edits.map((edit) => ({ ...edit, from: from + edit.from, to: from + edit.to }))
  return { edits: placed, changes, kept: 0 }
}
