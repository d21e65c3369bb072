import type { EditorView } from '@codemirror/view'
import { bringToTop, topOfSource } from '../editor/top-place.ts'
import type { Preview } from './preview-api.ts'

/** Keeps source and preview at the same place, whichever the writer scrolls. */
export interface ScrollSync {
  enabled: boolean
  /** The writer did something in the preview: that the source moves for it does not move the preview. */
  previewLeads(): void
  /** True when the caret is in sight and the writer is at work there, so that the preview shows it. Reads the layout. */
  isCaretLeading(): boolean
  dispose(): void
}

/** Milliseconds after an input on the source within which its scrolling is the writer's. */
const LEAD = 1200
const SETTLE_FRAMES = 4
const INPUTS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Ties the two together by offsets into the text: the side the writer last touched leads, the other follows. The preview
 * also follows where the source is brought to (a heading of the outline, a match, the place it had when it was closed).
 */
export function createScrollSync(view: EditorView, preview: Preview): ScrollSync {
  const ended = new AbortController()
  const options = { signal: ended.signal, passive: true }
  const { scrollDOM } = view
  let lastInput = -Infinity
  /** Keys move the caret; a wheel leaves it where it is. */
  let byKey = false
  let previewLed = -Infinity
  /** What stood at the source's top when the two were last brought together. */
  let together: number | null = null
  /** Where the preview went while the source was not on the page. */
  let missed: number | null = null
  const sync: ScrollSync = { enabled: true, previewLeads, isCaretLeading, dispose }

  for (const type of INPUTS) view.dom.addEventListener(type, noteInput, options)
  scrollDOM.addEventListener('scroll', follow, options)
  const unfollow = preview.followScroll((offset) => {
    previewLeads()
    if (!sync.enabled) return
    if (isOnPage()) bring(offset)
    else missed = offset
  })
  const shown = new ResizeObserver(() => {
    if (missed === null || !isOnPage()) return
    previewLeads()
    // The editor has just come back to its own place: it is told, rather than scrolled.
    view.dispatch({ effects: bringToTop(view, missed) })
    together = Math.min(missed, view.state.doc.length)
    missed = null
  })
  shown.observe(scrollDOM)

  function noteInput({ type }: Event): void {
    lastInput = performance.now()
    previewLed = -Infinity
    byKey = type === 'keydown'
  }

  function isByWriter(): boolean {
    return performance.now() - lastInput < LEAD
  }

  function isCaretLeading(): boolean {
    return sync.enabled && isByWriter() && isOnPage() && isCaretSeen(view)
  }

  function previewLeads(): void {
    lastInput = -Infinity
    previewLed = performance.now()
  }

  function isOnPage(): boolean {
    return scrollDOM.clientHeight > 0
  }

  /** Brings a place to the source's top, and looks again: lines that come into view take their real height. */
  function bring(offset: number): void {
    scrollDOM.scrollTop += distanceTo(view, offset)
    together = topOfSource(view)
    const led = previewLed
    let left = SETTLE_FRAMES
    const again = (): void => {
      if (led !== previewLed || ended.signal.aborted || !isOnPage() || left-- === 0) return
      const shift = distanceTo(view, offset)
      if (Math.abs(shift) > 0.5) scrollDOM.scrollTop += shift
      together = topOfSource(view)
      requestAnimationFrame(again)
    }
    requestAnimationFrame(again)
  }

  function follow(): void {
    if (!sync.enabled || missed !== null || performance.now() - previewLed < LEAD) return
    const byWriter = isByWriter()
    if (byWriter) lastInput = performance.now()
    // Once the editor knows how high its lines are: until then another one seems to be at the top.
    view.requestMeasure({
      key: sync,
      read: () => (isOnPage() ? { offset: topOfSource(view), withCaret: byKey && isCaretSeen(view) } : null),
      write(found) {
        if (ended.signal.aborted || !found) return
        const { offset, withCaret } = found
        // What only takes its real height leaves the same line at the top.
        if (!byWriter && together !== null && isSameLine(view, offset, together)) return
        together = offset
        preview.scrollTo(offset, byWriter && withCaret)
      },
    })
  }

  function dispose(): void {
    ended.abort()
    unfollow()
    shown.disconnect()
  }

  return sync
}

function isCaretSeen(view: EditorView): boolean {
  const at = view.coordsAtPos(view.state.selection.main.head)
  const { top, bottom } = view.scrollDOM.getBoundingClientRect()
  return at !== null && at.bottom > top && at.top < bottom
}

function isSameLine({ state: { doc } }: EditorView, one: number, other: number): boolean {
  return other <= doc.length && doc.lineAt(one).from === doc.lineAt(other).from
}

/** How far the source has to be scrolled for a place to be at its top edge, in CSS pixels. */
function distanceTo(view: EditorView, offset: number): number {
  const at = Math.min(offset, view.state.doc.length)
  const line = view.lineBlockAt(at)
  const part = line.length > 0 ? (at - line.from) / line.length : 0
  const target = at === 0 ? 0 : line.top + line.height * part
  return view.documentTop + target - view.scrollDOM.getBoundingClientRect().top
}
