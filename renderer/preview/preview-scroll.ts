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
      const { blocks } = view.index
      let low = 0
      let high = blocks.length - 1
      let found: Shown | null = null
      let last: Shown | null = null
      while (low <= high) {
        const middle = (low + high) >> 1
        const at = shownFrom(view, middle)
        if (!at || at.index > high) high = middle - 1
        else if (at.element.getBoundingClientRect().bottom <= 0) {
          last = at
          low = at.index + 1
        } else {
          found = at
          high = middle - 1
        }
      }
      const top = found ?? last
      if (!top || window.scrollY <= 0) return 0
      const { element, index, length } = top
      const from = view.index.offsetOf(index)
      const above = -element.getBoundingClientRect().top
      return view.source.body.from + from + placeAtHeight(onPage(view, { element, from, length }), above)
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

interface Shown {
  readonly element: HTMLElement
  readonly index: number
  readonly length: number
}

/** The first block from `index` on that is on the page. */
function shownFrom(view: ArticleView, index: number): Shown | null {
  const { blocks } = view.index
  for (let at = index; at < blocks.length; at++) {
    const shown = shownAt(view, at)
    if (shown) return shown
  }
  return null
}

function shownAt(view: ArticleView, index: number): Shown | null {
  const block = view.index.blocks[index]
  const element = block && block.length > 0 && isShown(block) ? view.dom.view(block) : undefined
  return block && element ? { element, index, length: block.length } : null
}

/** The place that shows `offset` of the body; the next shown one for gaps. */
function placeOf(view: ArticleView, offset: number): Place | null {
  const { index } = view
  const next = shownFrom(view, index.find(offset)?.index ?? index.blocks.length)
  const from = next ? index.offsetOf(next.index) : 0
  if (next && offset < from + next.length) {
    return { element: next.element, from, length: next.length, at: Math.max(0, offset - from) }
  }
  for (let at = index.blocks.length - 1; view.done && at >= 0; at--) {
    const last = shownAt(view, at)
    if (last) return { ...last, from: index.offsetOf(at), at: last.length }
  }
  return null
}
