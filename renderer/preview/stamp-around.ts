import type { ChangeSet } from '@codemirror/state'
import { isShown } from '../../core/markdown/block.ts'
import type { ArticleView } from './article-view.ts'

/** So many blocks before and behind a place are about what a window shows. */
const REACH = 60

/** Where in the whole text, as it is afterwards, the last of an edit's changes begins; null without one. */
export function editedAt(changes: ChangeSet): number | null {
  let at: number | null = null
  changes.iterChangedRanges((_fromA, _toA, fromB) => (at = fromB))
  return at
}

/** Brings the offsets on the elements around a place in the whole text up to date, `reach` blocks to either side. */
export function stampAround(view: ArticleView, offset: number | null, reach = REACH): void {
  const { index, dom, far, source } = view
  const found = offset === null ? null : index.find(Math.max(0, offset - source.body.from))
  if (!found) return
  const begin = Math.max(0, found.index - reach)
  let from = index.offsetOf(begin)
  for (const block of index.blocks.slice(begin, found.index + reach)) {
    const element = dom.view(block)
    if (element && isShown(block) && !far?.has(block)) view.stamp(element, from, block)
    from += block.length
  }
}
