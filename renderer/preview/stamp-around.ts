import type { ChangeSet } from '@codemirror/state'
import type { Span } from '../../core/article/text-edit.ts'
import { isShown } from '../../core/markdown/block.ts'
import type { ArticleView } from './article-view.ts'

/** So many blocks behind a place are about what a window shows. */
const REACH = 60

/** From the first to the last place of an edit in the whole text, as it is afterwards; null without a change. */
export function editedSpan(changes: ChangeSet): Span | null {
  let span: Span | null = null
  changes.iterChangedRanges((_fromA, _toA, fromB) => (span = { from: span?.from ?? fromB, to: fromB }))
  return span
}

/**
 * Brings the offsets on the elements behind an edit up to date, and between its places: so many blocks of them as
 * `reach` says. What is before its first place stands where it stood.
 */
export function stampAround(view: ArticleView, edited: Span | null, reach = REACH): void {
  const { index, dom, far, source } = view
  const indexOf = (offset: number): number => index.find(Math.max(0, offset - source.body.from))?.index ?? -1
  const last = edited ? indexOf(edited.to) : -1
  if (!edited || last < 0) return
  const begin = Math.max(0, Math.min(last - 1, Math.max(indexOf(edited.from) - 1, last - reach)))
  let from = index.offsetOf(begin)
  for (const block of index.blocks.slice(begin, last + reach)) {
    const element = dom.view(block)
    if (element && isShown(block) && !far?.has(block)) view.stamp(element, from, block)
    from += block.length
  }
}
