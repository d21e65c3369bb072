import { applyEdits, type TextEdit } from '../article/text-edit.ts'
import { checkFrontMatter } from './checks/check-front-matter.ts'
import { composeEdits } from './checks/compose-edits.ts'
import { withoutOverlaps } from './checks/without-overlaps.ts'
import { readFrontMatter } from './read.ts'

/** Mending one slip may bring another to light; nobody writes this many on top of each other. */
const MOST_ROUNDS = 25

/**
 * All safe fixes of the front matter of `text`, and of those that come to light by making them, as one batch of
 * edits; `count` says how many problems they mend. The body is never touched.
 */
export function repairAll(text: string): { edits: readonly TextEdit[]; count: number } {
  const batches: (readonly TextEdit[])[] = []
  let count = 0
  let mended = text
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const problems = checkFrontMatter(mended, readFrontMatter(mended))
    const fixable = withoutOverlaps(problems.filter((problem) => problem.fix?.safe === true))
    if (fixable.length === 0) break
    const edits = fixable.flatMap((problem) => problem.fix?.edits ?? [])
    batches.push(edits)
    count += fixable.length
    mended = applyEdits(mended, edits)
  }
  return { edits: composeEdits(text.length, batches), count }
}
