import { EditorView } from '@codemirror/view'
import type { Preview } from './preview-api.ts'

/** Keeps source and preview at the same place, whichever the writer scrolls. */
export interface ScrollSync {
  enabled: boolean
  /** The writer did something in the preview: that the source moves for it does not move the preview. */
  previewLeads(): void
  dispose(): void
}

/** Milliseconds after an input on the source within which its scrolling is the writer's. */
const LEAD = 1200
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
  let previewLed = -Infinity
  /** What stood at the source's top when the two were last brought together. */
  let together: number | null = null
  /** Where the preview went while the source was not on the page. */
  let missed: number | null = null
  const sync: ScrollSync = { enabled: true, previewLeads, dispose }

  for (const type of INPUTS) view.dom.addEventListener(type, () => (lastInput = performance.now()), options)
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
    const at = Math.min(missed, view.state.doc.length)
    view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: 0 }) })
    together = at
    missed = null
  })
  shown.observe(scrollDOM)

  function previewLeads(): void {
    lastInput = -Infinity
    previewLed = performance.now()
  }

  function isOnPage(): boolean {
    return scrollDOM.clientHeight > 0
  }

  function bring(offset: number): void {
    scrollSource(view, offset)
    together = topOfSource(view)
  }

  function follow(): void {
    if (!sync.enabled || missed !== null || performance.now() - previewLed < LEAD) return
    const byWriter = performance.now() - lastInput < LEAD
    if (byWriter) lastInput = performance.now()
    // Once the editor knows how high its lines are: until then another one seems to be at the top.
    view.requestMeasure({
      key: sync,
      read: () => (isOnPage() ? topOfSource(view) : null),
      write(offset) {
        // What only takes its real height leaves the same line at the top.
        const stays = !byWriter && together !== null && offset !== null && isSameLine(view, offset, together)
        if (ended.signal.aborted || offset === null || stays) return
        together = offset
        preview.scrollTo(offset)
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

function isSameLine({ state: { doc } }: EditorView, one: number, other: number): boolean {
  return other <= doc.length && doc.lineAt(one).from === doc.lineAt(other).from
}

/** The offset at the source's top edge, in proportion inside a line (or a wrapped paragraph). */
export function topOfSource(view: EditorView): number {
  const top = view.scrollDOM.getBoundingClientRect().top - view.documentTop
  if (top <= 0) return 0
  const line = view.lineBlockAtHeight(top)
  const part = line.height > 0 ? (top - line.top) / line.height : 0
  return line.from + Math.round(Math.min(1, Math.max(0, part)) * line.length)
}

function scrollSource(view: EditorView, offset: number): void {
  const at = Math.min(offset, view.state.doc.length)
  const line = view.lineBlockAt(at)
  const part = line.length > 0 ? (at - line.from) / line.length : 0
  const target = at === 0 ? 0 : line.top + line.height * part
  const shift = view.documentTop + target - view.scrollDOM.getBoundingClientRect().top
  view.scrollDOM.scrollTop += shift
}
