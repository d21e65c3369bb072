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

/** A piece of Markdown or HTML about as it is shown: without tags, addresses and the marks of emphasis. */
export function plainText(source: string): string {
  return source
    .replace(/<[^>]*>/g, '')
    .replace(/\]\([^)]*\)?/g, '')
    .replace(/^ {0,3}(?:#{1,6} |> ?|[-*+] |\d+[.)] )+/gm, '')
    .replace(/[*_`~[\]!]|==/g, '')
    .trim()
}

/** Where `wanted` stands in `text`, of several places the one nearest to `place`; -1 when nowhere. */
export function nearestOf(text: string, wanted: string, place: number): number {
  let best = -1
  if (wanted === '') return best
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (best < 0 || Math.abs(at - place) < Math.abs(best - place)) best = at
  }
  return best
}
