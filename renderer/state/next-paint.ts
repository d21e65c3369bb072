/** Milliseconds after which a page that draws nothing (another window covers it) is not waited for. */
const LONGEST = 150

/** Resolves when the page has been drawn, so that what was put on it can be seen, and what waited for that has run. */
export function nextPaint(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve()
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST)
    requestAnimationFrame(() => setTimeout(() => setTimeout(resolve)))
  })
}
