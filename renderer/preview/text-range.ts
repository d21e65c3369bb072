/** The range of `length` characters of an element's text from `start`, across its elements. */
export function rangeAt(element: Element, start: number, length: number): Range {
  const document = element.ownerDocument
  const range = document.createRange()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let at = 0
  let begun = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length: size } = node as Text
    if (!begun && start < at + size) {
      range.setStart(node, start - at)
      begun = true
    }
    if (begun && start + length <= at + size) {
      range.setEnd(node, start + length - at)
      break
    }
    at += size
  }
  return range
}
