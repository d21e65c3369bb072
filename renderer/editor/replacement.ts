import { isolateHistory } from '@codemirror/commands'
import type { ChangeSpec, EditorState, TransactionSpec } from '@codemirror/state'
import { diffArrays } from 'diff/lib/diff/array.js'
import { splitLineEnds } from '../../core/article/line-ends.ts'
import { withLineEnds } from './line-ends.ts'

/** More differing lines than this are replaced as one piece. */
const MOST_EDITS = 1000

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Whole lines that begin both texts, in UTF-16 units. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return at === a.length && at === b.length ? at : at === 0 ? 0 : a.lastIndexOf('\n', at - 1) + 1
}

/** Whole lines that end both texts, `from` on; in UTF-16 units. */
function commonEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from
  let size = 0
  while (size < most && a.charCodeAt(a.length - 1 - size) === b.charCodeAt(b.length - 1 - size)) size += 1
  const first = a.indexOf('\n', a.length - size)
  return size === 0 || first < 0 ? 0 : a.length - first - 1
}

/** The changes that make `after` of `before`, by lines between the first and last difference. */
function changesBetween(before: string, after: string): ChangeSpec[] {
  if (before === after) return []
  const from = commonStart(before, after)
  const kept = commonEnd(before, after, from)
  const old = linesOf(before.slice(from, before.length - kept))
  const fresh = linesOf(after.slice(from, after.length - kept))
  const parts = diffArrays(old, fresh, { maxEditLength: MOST_EDITS })
  if (parts === undefined) {
    return [{ from, to: before.length - kept, insert: after.slice(from, after.length - kept) }]
  }
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
