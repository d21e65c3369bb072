import type { ArticleView } from './article-view.ts'
import { shownElement } from './shown-element.ts'

/** Marks the block of an article in which the caret is, one at a time; with null none. Returns the marking. */
export function createCaretMark(): (view: ArticleView | null, caret: number | null) => void {
  let marked: Element | null = null
  return (view, caret) => {
    const at = view && caret !== null ? caret - view.source.body.from : -1
    const found = at >= 0 ? view?.index.find(at) : null
    const next = view && found ? shownElement(view, found.block) : null
    if (next === marked) return
    marked?.removeAttribute('data-caret')
    next?.setAttribute('data-caret', '')
    marked = next
  }
}
