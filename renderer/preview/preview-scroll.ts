import { isShown } from '../../core/markdown/block.ts'
import type { ArticleView } from './article-view.ts'
import type { FramePage } from './frame-page.ts'

const SETTLE_FRAMES = 4

/** Scrolling by offsets into the whole text; between two blocks' edges the place is interpolated. */
export interface PreviewScroll {
  scrollTo(view: ArticleView, offset: number): boolean
  /** What stands at the top edge of the frame. */
  topOffset(view: ArticleView): number
  /** True when the page stands where it was scrolled to last by `scrollTo`. */
  isOwn(): boolean
  /** The writer took over: a scroll under way is not corrected any more. */
  release(): void
}

/** Scrolls the frame's page. */
export function createPreviewScroll(page: FramePage): PreviewScroll {
  const { window } = page
  let own = -1
  let turn = 0

  const target = (view: ArticleView, offset: number): number | null => {
    const { body } = view.source
    if (offset <= body.from) return 0
    const place = placeOf(view, offset - body.from)
    if (!place) return null
    view.showAround(place.element)
    const box = place.element.getBoundingClientRect()
    return window.scrollY + box.top + box.height * place.part
  }
  const go = (top: number): void => {
    window.scrollTo({ top, behavior: 'instant' })
    own = window.scrollY
  }

  return {
    scrollTo(view, offset) {
      const top = target(view, offset)
      if (top === null) return false
      go(top)
      const mine = ++turn
      let left = SETTLE_FRAMES
      // Chunks that come into view take their real height: look again.
      const again = (): void => {
        if (mine !== turn || left-- === 0) return
        const now = target(view, offset)
        if (now !== null && Math.abs(now - window.scrollY) > 1) go(now)
        window.requestAnimationFrame(again)
      }
      window.requestAnimationFrame(again)
      return true
    },
    topOffset(view) {
      const { source, dom, index } = view
      let low = 0
      const shown: { readonly element: HTMLElement; readonly from: number; readonly length: number }[] = []
      let from = 0
      for (const block of index.blocks) {
        const element = isShown(block) ? dom.view(block) : undefined
        if (element) shown.push({ element, from, length: block.length })
        from += block.length
      }
      let high = shown.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        const bottom = shown[middle]?.element.getBoundingClientRect().bottom ?? 0
        if (bottom <= 0) low = middle + 1
        else high = middle
      }
      const found = shown[low]
      if (!found || window.scrollY <= 0) return 0
      const box = found.element.getBoundingClientRect()
      const part = box.height > 0 ? Math.min(1, Math.max(0, -box.top / box.height)) : 0
      return source.body.from + Math.round(found.from + found.length * part)
    },
    isOwn: () => Math.abs(window.scrollY - own) < 2,
    release() {
      turn++
      own = -1
    },
  }
}

/** The element that shows `offset` of the body, and which part of its height; the next shown one for gaps. */
function placeOf(
  view: ArticleView,
  offset: number,
): { readonly element: HTMLElement; readonly part: number } | null {
  let from = 0
  let last: HTMLElement | null = null
  for (const block of view.index.blocks) {
    const element = isShown(block) ? view.dom.view(block) : undefined
    if (element) {
      if (offset < from) return { element, part: 0 }
      if (offset < from + block.length) return { element, part: (offset - from) / block.length }
      last = element
    }
    from += block.length
  }
  return last && view.done ? { element: last, part: 1 } : null
}
