import type { EditorView } from '@codemirror/view'
import type { Preview } from './preview-api.ts'

/** Keeps source and preview at the same place, whichever the writer scrolls. */
export interface ScrollSync {
  enabled: boolean
  dispose(): void
}

/** Milliseconds after an input on the source within which its scrolling is the writer's. */
const LEAD = 1200
const INPUTS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Ties the two together by offsets into the text: the side the writer last touched leads, the other follows.
 * What moves by itself (an image that loads, a follower) never leads.
 */
export function createScrollSync(view: EditorView, preview: Preview): ScrollSync {
  const ended = new AbortController()
  const options = { signal: ended.signal, passive: true }
  let lastInput = -Infinity
  let asked = 0
  const sync: ScrollSync = { enabled: true, dispose }

  for (const type of INPUTS) view.dom.addEventListener(type, () => (lastInput = performance.now()), options)
  view.scrollDOM.addEventListener('scroll', follow, options)
  const unfollow = preview.followScroll((offset) => {
    lastInput = -Infinity
    if (sync.enabled) scrollSource(view, offset)
  })

  function follow(): void {
    if (!sync.enabled || asked !== 0 || performance.now() - lastInput > LEAD) return
    lastInput = performance.now()
    asked = requestAnimationFrame(() => {
      asked = 0
      preview.scrollTo(topOfSource(view))
    })
  }

  function dispose(): void {
    ended.abort()
    unfollow()
    cancelAnimationFrame(asked)
  }

  return sync
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
