/** Scrolls an element to a place, in pixels, as soon as it is on the page and has a height. */
export function scrollWhenShown(element: HTMLElement, scrollTop: number): void {
  const shown = new ResizeObserver(() => {
    if (element.clientHeight === 0) return
    shown.disconnect()
    element.scrollTop = scrollTop
  })
  shown.observe(element)
}
