import { applyEdits, type TextEdit } from '../article/text-edit.ts'
import type { Problem } from '../checks/problem.ts'
import { checkFrontMatter } from './checks/check-front-matter.ts'
import { composeEdits } from './checks/compose-edits.ts'
import { withoutOverlaps } from './checks/without-overlaps.ts'
import type { FrontMatter } from './model.ts'
import { readFrontMatter } from './read.ts'

/** Mending one slip may bring another to light; nobody writes this many on top of each other. */
const MOST_ROUNDS = 25

/**
 * All safe fixes of the front matter of `text`, and of those that come to light by making them, as one batch of
 * edits; `count` says how many problems they mend. The body is never touched, and a fix that would hide a field
 * that can be read now is left to the writer.
 */
export function repairAll(text: string): { edits: readonly TextEdit[]; count: number } {
  const batches: (readonly TextEdit[])[] = []
  let count = 0
  let mended = text
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixable = harmless(mended)
    if (fixable.length === 0) break
    const edits = editsOf(fixable)
    batches.push(edits)
    count += fixable.length
    mended = applyEdits(mended, edits)
  }
  return { edits: composeEdits(text.length, batches), count }
}

/** The problems to mend together: all with a safe fix, or, where that would hide a field, the first that would not. */
function harmless(text: string): readonly Problem[] {
  const fm = readFrontMatter(text)
  const all = withoutOverlaps(checkFrontMatter(text, fm).filter((problem) => problem.fix?.safe === true))
  const keeps = (problems: readonly Problem[]) => {
    return keysOf(readFrontMatter(applyEdits(text, editsOf(problems)))) >= keysOf(fm)
  }
  if (all.length === 0 || keeps(all)) return all
  const single = all.find((problem) => keeps([problem]))
  return single ? [single] : []
}

function editsOf(problems: readonly Problem[]): readonly TextEdit[] {
  return problems.flatMap((problem) => problem.fix?.edits ?? [])
}

function keysOf(fm: FrontMatter): number {
  return new Set(fm.fields.map((field) => field.key)).size
}
