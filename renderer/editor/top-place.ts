import type { StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** The offset at the source's top edge, in proportion inside a line (or a wrapped paragraph). */
export function topOfSource(view: EditorView): number {
  const top = view.scrollDOM.getBoundingClientRect().top - view.documentTop
  if (top <= 0) return 0
  const line = view.lineBlockAtHeight(top)
  const part = line.height > 0 ? (top - line.top) / line.height : 0
  return line.from + Math.round(Math.min(1, Math.max(0, part)) * line.length)
}

/** Has the editor bring the row of an offset to its top edge, whatever height the lines above it turn out to have. */
export function bringToTop(view: EditorView, offset: number): StateEffect<unknown> {
  const at = Math.min(offset, view.state.doc.length)
  return EditorView.scrollIntoView(at, { y: 'start', yMargin: 0 })
}

/** The same as soon as the editor is on the page and has a height. */
export function bringToTopWhenShown(view: EditorView, offset: number): void {
  const shown = new ResizeObserver(() => {
    if (view.scrollDOM.clientHeight === 0) return
    shown.disconnect()
    view.dispatch({ effects: bringToTop(view, offset) })
  })
  shown.observe(view.scrollDOM)
}
