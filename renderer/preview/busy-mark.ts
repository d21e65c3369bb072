import type { ArticleView } from './article-view.ts'

/** The body is `aria-busy` until all of it has been read and what is in and near the view is there. */
export function markBusy(view: ArticleView): void {
  const busy = !view.complete || view.source.goesOn === true
  const { root } = view.dom
  if (root.hasAttribute('aria-busy') === busy) return
  if (busy) root.setAttribute('aria-busy', 'true')
  else root.removeAttribute('aria-busy')
}
