/** Fills every place that asks for a table of contents with links to the headings of an article. */
export function listContents(root: HTMLElement, headings: readonly HTMLElement[], label: string): void {
  for (const place of root.getElementsByClassName('galley-toc')) {
    const list = contents(root.ownerDocument, headings)
    if (place.firstElementChild?.outerHTML === list.outerHTML) continue
    place.setAttribute('aria-label', label)
    place.replaceChildren(list)
  }
}

function contents(document: Document, headings: readonly HTMLElement[]): HTMLElement {
  const list = document.createElement('ul')
  const top = Math.min(...headings.map(level))
  for (const heading of headings) {
    const item = document.createElement('li')
    item.className = `galley-toc-${String(level(heading) - top + 1)}`
    const link = document.createElement('a')
    link.setAttribute('href', `#${heading.id.replace(/^user-content-/, '')}`)
    link.textContent = heading.textContent
    item.append(link)
    list.append(item)
  }
  return list
}

function level(heading: Element): number {
  return Number(heading.localName.slice(1))
}
