/** On a chunk that holds something wider than itself. */
const WIDE = 'data-wide'

/**
 * Notes which chunks hold something wider than themselves: such a one is not cut off at its edges, so that the page can
 * be scrolled to all of it. Reads the layout.
 */
export function noteWidths(chunks: Iterable<Element>): void {
  const found = [...chunks].map((chunk) => [chunk, chunk.scrollWidth > chunk.clientWidth + 1] as const)
  for (const [chunk, isWide] of found) chunk.toggleAttribute(WIDE, isWide)
}

/** Notes it of chunks as they come into sight, and of those that have been when the article takes another width. */
export function watchWidths(article: HTMLElement, window: Window & typeof globalThis): void {
  const { ownerDocument: document } = article
  let before = 0
  document.addEventListener('contentvisibilityautostatechange', (event) => {
    const isSeen = event instanceof window.ContentVisibilityAutoStateChangeEvent && !event.skipped
    if (isSeen && event.target instanceof window.Element) noteWidths([event.target])
  })
  new window.ResizeObserver(() => {
    const { clientWidth } = article
    if (clientWidth === before) return
    before = clientWidth
    noteWidths(article.getElementsByClassName('galley-chunk'))
  }).observe(article)
}
