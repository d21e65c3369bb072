import { isShown } from '../../core/markdown/block.ts'
import { footnoteRefId } from '../../core/markdown/footnotes.ts'
import type { ArticleView } from './article-view.ts'
import { ID_PREFIX } from './id-prefix.ts'
import type { PreviewText } from './preview-text.ts'

/** How often each footnote is referred to, by its label. */
export type ReferenceCounts = Map<string, number>

/**
 * Gives each reference in the text an id of its own, in the order of the article. What is far from the view and not
 * rendered counts as well. Runs in pieces of less than a millisecond.
 */
export function* nameReferences(view: ArticleView): Generator<undefined, ReferenceCounts> {
  const counts: ReferenceCounts = new Map()
  let named = 0
  for (const block of [...view.index.blocks]) {
    if (block.footnoteRefs.length === 0 || !isShown(block)) continue
    const element = view.far?.has(block) ? undefined : view.dom.view(block)
    if (element) nameReferencesIn(element, counts)
    else for (const label of block.footnoteRefs) next(label, counts)
    if (++named % 50 === 0) yield
  }
  return counts
}

/** The same after elements have come to the page, if they hold references. */
export function nameArrivedReferences(view: ArticleView, arrived: readonly Element[]): void {
  if (!arrived.some((element) => element.querySelector('.footnote-ref'))) return
  for (const names = nameReferences(view); names.next().done !== true;);
}

/** The same in one element that follows what has been counted. */
export function nameReferencesIn(element: Element, counts: ReferenceCounts): void {
  for (const link of element.querySelectorAll('.footnote-ref > a[href^="#fn-"]')) {
    const label = (link.getAttribute('href') ?? '').slice('#fn-'.length)
    link.id = ID_PREFIX + footnoteRefId(label, next(label, counts))
  }
}

/** The ways back from a footnote, one to each of its references. */
export function waysBack(document: Document, label: string, refs: number, text: PreviewText): Element[] {
  return Array.from({ length: refs }, (_, i) => {
    const link = document.createElement('a')
    link.className = 'footnote-back'
    link.setAttribute('href', `#${footnoteRefId(label, i + 1)}`)
    link.setAttribute('aria-label', text('preview.footnoteBack', { nth: i + 1 }))
    link.textContent = '↩'
    if (i === 0) return link
    const nth = document.createElement('sup')
    nth.textContent = String(i + 1)
    link.append(nth)
    return link
  })
}

function next(label: string, counts: ReferenceCounts): number {
  const nth = (counts.get(label) ?? 0) + 1
  counts.set(label, nth)
  return nth
}
