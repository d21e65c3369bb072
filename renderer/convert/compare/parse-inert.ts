let inert: Document | null = null

/**
 * HTML as a browser's parser builds it inside a page's body, in a document that belongs to no window: nothing in it
 * runs and nothing is loaded. Only to be looked at, never to be put on a page.
 */
export function parseInert(html: string): HTMLElement {
  inert ??= document.implementation.createHTMLDocument('')
  const root = inert.createElement('div')
  root.innerHTML = html
  return root
}
