import { isolateHistory } from '@codemirror/commands'
import type { ChangeSpec, EditorState, TransactionSpec } from '@codemirror/state'
import { diffArrays } from 'diff'
import { splitLineEnds } from '../../core/article/line-ends.ts'
import { withLineEnds } from './line-ends.ts'

/** More differing lines than this are replaced as one piece. */
const MOST_EDITS = 1000

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** The changes that make `after` of `before`, by lines between the first and last difference. */
function changesBetween(before: string, after: string): ChangeSpec[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1
  const from =
    start === before.length && start === after.length ? start : before.lastIndexOf('\n', start - 1) + 1
  const old = before.slice(from, before.length - end)
  const fresh = after.slice(from, after.length - end)
  if (old === fresh) return []
  const whole = { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
  const parts = diffArrays(linesOf(old), linesOf(fresh), { maxEditLength: MOST_EDITS })
  if (parts === undefined || parts.every((part) => part.added || part.removed)) return [whole]
  const changes: ChangeSpec[] = []
  let at = from
  for (const part of parts) {
    const text = part.value.join('')
    if (part.added) changes.push({ from: at, insert: text })
    else {
      if (part.removed) changes.push({ from: at, to: at + text.length })
      at += text.length
    }
  }
  return changes
}

/**
 * The transaction that makes the article exactly `newRawText`, line ends included, with as few changes as a
 * comparison by lines finds, so that carets stay. One undo step of its own.
 */
export function articleReplacement(state: EditorState, newRawText: string): TransactionSpec {
  const { text, ends } = splitLineEnds(newRawText)
  return {
    changes: changesBetween(state.doc.toString(), text),
    ...withLineEnds(ends),
    annotations: isolateHistory.of('full'),
    userEvent: 'reload',
  }
}
