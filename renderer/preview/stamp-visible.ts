import type { ChangeSet } from '@codemirror/state'
import type { ArticleView } from './article-view.ts'

/** So many blocks about an edit are what the window may show of the article. */
const AROUND = 60

/** Brings the offsets of the blocks around an edit up to date. */
export function stampVisible(view: ArticleView, changes: ChangeSet): void {
  let at = view.source.body.from
  changes.iterChangedRanges((_fromA, _toA, fromB) => (at = fromB))
  const found = view.index.find(Math.max(0, at - view.source.body.from))
  if (found) view.stampAround(found.index, AROUND)
}
