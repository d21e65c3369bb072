import type { Block } from '../../core/markdown/block.ts'
import type { ArticleView } from './article-view.ts'
import { ID_PREFIX } from './id-prefix.ts'

/** The element that shows a block; a footnote's stands at the article's end. */
export function shownElement(view: ArticleView, block: Block): HTMLElement | null {
  if (block.footnote === null) return view.dom.view(block) ?? null
  return view.dom.root.ownerDocument.getElementById(`${ID_PREFIX}fn-${block.footnote}`)
}
