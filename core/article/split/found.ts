import type { Problem } from '../../checks/problem.ts'
import { lineNumberAt } from '../line-number.ts'
import type { FrontMatterBlock } from '../split.ts'
import type { Span } from '../text-edit.ts'

/** What one form of front matter made of a text: a block, or none and why. */
export interface Found {
  readonly block: FrontMatterBlock | null
  readonly problems: readonly Problem[]
}

/** The opening fence (or brace) at `fence` has no closing one: the text is all body. */
export function neverClosed(text: string, fence: Span): Found {
  const mark = text.slice(fence.from, fence.to)
  const message = `The front matter is opened with “${mark}” but never closed, so all of the text counts as body.`
  const line = lineNumberAt(text, fence.from)
  const problem: Problem = {
    code: 'fenceNeverClosed',
    severity: 'error',
    span: fence,
    line,
    message,
    params: { fence: mark },
  }
  return { block: null, problems: [problem] }
}

/** The offset right after the line end at `at`, or `at` itself when none stands there. */
export function afterLineEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
  return code === 10 ? at + 1 : at
}
