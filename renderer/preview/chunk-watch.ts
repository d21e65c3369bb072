import type { WatchChunks } from './far-blocks.ts'

/** How far from the window's edges is near: what is scrolled to is there before it is seen. */
const MARGIN = '200%'

/** Watches chunks in a frame's window; `wake` is called when something was told. */
export function chunkWatch(window: Window & typeof globalThis, wake: () => void): WatchChunks {
  return (told) => {
    const observer = new window.IntersectionObserver(
      (entries) => {
        told(
          entries.map(({ target, isIntersecting, boundingClientRect }) => ({
            chunk: target as HTMLElement,
            near: isIntersecting,
            height: isLaidOut(target) ? boundingClientRect.height : 0,
          })),
        )
        wake()
      },
      { root: window.document, rootMargin: `${MARGIN} 0px` },
    )
    return (chunk) => observer.observe(chunk)
  }
}

/** False while the browser leaves out what is out of sight. */
function isLaidOut(chunk: Element): boolean {
  return chunk.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false
}

/** The chunks of which the window shows something, `height` CSS pixels of it, as they stand when asked for the next. */
export function* chunksInWindow(root: HTMLElement, height: number): Generator<Element, undefined> {
  const chunks = [...root.getElementsByClassName('galley-chunk')]
  let low = 0
  for (let high = chunks.length; low < high;) {
    const middle = (low + high) >> 1
    if ((chunks[middle]?.getBoundingClientRect().bottom ?? 0) <= 0) low = middle + 1
    else high = middle
  }
  for (const chunk of chunks.slice(low)) {
    if (chunk.getBoundingClientRect().top >= height) return
    yield chunk
  }
}
