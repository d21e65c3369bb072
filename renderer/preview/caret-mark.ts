import type { ArticleView } from './article-view.ts'
import { shownElement } from './shown-element.ts'

/** Marks the block of an article in which the caret is, one at a time; with null none. Returns the marking. */
export function createCaretMark(): (view: ArticleView | null, caret: number | null) => void {
  let marked: Element | null = null
  return (view, caret) => {
    const at = view && caret !== null ? caret - view.source.body.from : -1
    const next = view && at >= 0 ? elementAt(view, at) : null
    if (next === marked) return
    marked?.removeAttribute('data-caret')
    next?.setAttribute('data-caret', '')
    marked = next
  }
}

/** What shows a place of the body; at the end of a block, where the gap begins, that block. */
function elementAt(view: ArticleView, at: number): Element | null {
  const found = view.index.find(at)
  if (!found) return null
  const shown = shownElement(view, found.block)
  if (shown || found.from < at || at === 0) return shown
  const before = view.index.find(at - 1)
  return before && shownElement(view, before.block)
}
