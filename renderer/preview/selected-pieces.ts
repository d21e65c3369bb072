import type { Span } from '../../core/article/text-edit.ts'
import type { ArticleView } from './article-view.ts'
import { shownElement } from './shown-element.ts'
import type { SelectedPiece } from './text-marks.ts'

/** More blocks on the page than this are not marked. */
const MOST_BLOCKS = 5000

/** The shown blocks a span of the whole text touches, each with the part of its source that is inside. */
export function selectedPieces(view: ArticleView, span: Span): readonly SelectedPiece[] {
  const start = view.source.body.from
  const begin = Math.max(0, span.from - start)
  const end = span.to - start
  const found = view.index.find(begin)
  const pieces: SelectedPiece[] = []
  if (!found || end <= 0) return pieces
  let { from } = found
  for (const block of view.index.blocks.slice(found.index)) {
    if (from >= end || pieces.length >= MOST_BLOCKS) break
    const to = from + block.length
    const element = shownElement(view, block)
    if (element?.hasAttribute('data-from')) {
      const whole = begin <= from && end >= to
      const inside = { from: Math.max(from, begin) - from, to: Math.min(to, end) - from }
      const { format } = view.source
      pieces.push({ element, part: whole ? null : { source: view.slice(from, to), span: inside, format } })
    }
    from = to
  }
  return pieces
}
