import { isShown } from '../../core/markdown/block.ts'
import type { ArticleView } from './article-view.ts'
import { heightAt, placeAtHeight, type BlockOnPage } from './block-lines.ts'
import type { FramePage } from './frame-page.ts'

const SETTLE_FRAMES = 4
/** What is shown of the page below and above the caret's place, in CSS pixels. */
const AROUND_CARET = 72

/** Scrolling by offsets into the whole text; what stands inside a block is found line by line. */
export interface PreviewScroll {
  /** Brings what stands at `offset` to the top edge, or as near to it as `caret` allows, which stays in view if given. */
  scrollTo(view: ArticleView, offset: number, caret?: number | null): boolean
  /** Scrolls no further than that what stands at `offset` is in view. */
  reveal(view: ArticleView, offset: number): void
  /** What stands at the top edge of the frame. */
  topOffset(view: ArticleView): number
  /** True when the page stands where it was scrolled to last by `scrollTo` or `reveal`. */
  isOwn(): boolean
  /** The writer took over: a scroll under way is not corrected any more. */
  release(): void
}

interface Place {
  readonly element: HTMLElement
  /** Where its block begins in the body, and its length. */
  readonly from: number
  readonly length: number
  /** Which place of the block. */
  readonly at: number
}

/** Scrolls the frame's page. */
export function createPreviewScroll(page: FramePage): PreviewScroll {
  const { window } = page
  let own = -Infinity
  let turn = 0

  /** How far down the page what stands at an offset is shown; null when that is not known yet. */
  const heightOf = (view: ArticleView, offset: number): number | null => {
    const { body } = view.source
    if (offset <= body.from) return 0
    const place = placeOf(view, offset - body.from)
    if (!place) return null
    view.showAround(place.element)
    const { top } = place.element.getBoundingClientRect()
    return window.scrollY + top + heightAt(onPage(view, place), place.at)
  }
  const go = (top: number): void => {
    window.scrollTo({ top, behavior: 'instant' })
    own = window.scrollY
  }
  /** Goes where `target` says, and looks again: chunks that come into view take their real height. */
  const follow = (target: () => number | null): boolean => {
    const top = target()
    if (top === null) return false
    if (Math.abs(top - window.scrollY) > 1) go(top)
    own = window.scrollY
    const mine = ++turn
    let left = SETTLE_FRAMES
    const again = (): void => {
      if (mine !== turn) return
      const now = target()
      if (now !== null && Math.abs(now - window.scrollY) > 1) go(now)
      if (--left > 0) window.requestAnimationFrame(again)
    }
    window.requestAnimationFrame(again)
    return true
  }
  const lowest = (height: number): number => height + AROUND_CARET - window.innerHeight

  return {
    scrollTo: (view, offset, caret = null) =>
      follow(() => {
        const top = heightOf(view, offset)
        const at = caret === null || top === null ? null : heightOf(view, caret)
        return at === null ? top : Math.max(top ?? 0, lowest(at))
      }),
    reveal(view, offset) {
      const target = (): number | null => {
        const at = heightOf(view, offset)
        return at && Math.min(Math.max(window.scrollY, lowest(at)), Math.max(0, at - AROUND_CARET))
      }
      const at = target()
      // Where one types, all is in view mostly: no frame is spent on looking again.
      if (at !== null && Math.abs(at - window.scrollY) <= 1) own = window.scrollY
      else follow(target)
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
      const { top } = found.element.getBoundingClientRect()
      return source.body.from + found.from + placeAtHeight(onPage(view, found), -top)
    },
    isOwn: () => Math.abs(window.scrollY - own) < 2,
    release() {
      turn++
      own = -Infinity
    },
  }
}

function onPage(view: ArticleView, { element, from, length }: Omit<Place, 'at'>): BlockOnPage {
  return { element, source: view.slice(from, from + length), format: view.source.format }
}

/** The place that shows `offset` of the body; the next shown one for gaps. */
function placeOf(view: ArticleView, offset: number): Place | null {
  let from = 0
  let last: Place | null = null
  for (const block of view.index.blocks) {
    const { length } = block
    const element = isShown(block) ? view.dom.view(block) : undefined
    if (element) {
      if (offset < from + length) return { element, from, length, at: Math.max(0, offset - from) }
      last = { element, from, length, at: length }
    }
    from += length
  }
  return last && view.done ? last : null
}
