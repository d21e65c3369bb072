import { BLOCKS } from './compare/dom-names.ts'

const ALWAYS = new Set(
  (
    'class style align valign bgcolor color face size border cellpadding cellspacing hspace vspace nowrap target rel ' +
    'referrerpolicy loading decoding fetchpriority crossorigin srcset sizes width height'
  ).split(' '),
)
/** Elements that stay as they are with all that is inside. */
const WHOLE = 'svg, math, iframe, video, audio, object, embed, canvas, form, template'
const BARE = new Set(['span', 'font', 'div', 'center'])

/**
 * Takes away what only says how a page looks or is counted: classes, styles, `data-*`, event attributes, style sheets,
 * ids nothing links to, and boxes that are left without a meaning.
 */
export function dropStyling(root: Element): void {
  const linked = new Set(
    [...root.querySelectorAll('a[href^="#"]')].map((link) => (link.getAttribute('href') ?? '').slice(1)),
  )
  for (const sheet of [...root.querySelectorAll('style')]) sheet.remove()
  const elements = [...root.querySelectorAll('*')].filter((one) => one.closest(WHOLE) === null)
  for (const element of elements) {
    const language = languageClass(element)
    for (const name of element.getAttributeNames()) {
      if (isStyling(element, name, linked)) element.removeAttribute(name)
    }
    if (language !== null) element.setAttribute('class', language)
  }
  for (const element of elements.reverse()) {
    if (BARE.has(element.localName) && element.attributes.length === 0) dissolve(element)
    else if (element.localName === 'pre') makeCode(element)
    else if (element.localName === 'table') makeHead(element)
  }
}

function isStyling(element: Element, name: string, linked: ReadonlySet<string>): boolean {
  if (name === 'id' || name === 'name') return !linked.has(element.getAttribute(name) ?? '')
  if (name === 'align') return !/^t[dh]$/.test(element.localName)
  return (
    ALWAYS.has(name) || /^(?:data-|on|aria-)/.test(name) || (name === 'role' && element.localName !== 'img')
  )
}

/** The class by which code says its language; it is no styling. */
function languageClass(element: Element): string | null {
  if (element.localName !== 'code') return null
  return /(?:^|\s)(language-[\w+#.-]+)/.exec(element.getAttribute('class') ?? '')?.[1] ?? null
}

/** A first row of headings becomes the table's head, without which Markdown has no tables. */
function makeHead(table: Element): void {
  const first = table.querySelector('tr')
  const plain = first?.parentElement?.closest('table') === table && table.querySelector('thead') === null
  if (!first || !plain || first.children.length === 0) return
  if ([...first.children].some(({ localName }) => localName !== 'th')) return
  const head = table.ownerDocument.createElement('thead')
  head.append(first)
  table.querySelector('tbody')?.before(head)
}

/** Text as it is typed becomes code, the only one of the two that Markdown has. */
function makeCode(pre: Element): void {
  if (pre.querySelector('code') !== null) return
  const code = pre.ownerDocument.createElement('code')
  code.append(...pre.childNodes)
  pre.append(code)
}

/** Puts an element's content in its place; text that stood in a box of its own becomes a paragraph. */
function dissolve(element: Element): void {
  if (!BLOCKS.has(element.localName)) {
    element.replaceWith(...element.childNodes)
    return
  }
  const isBlock = (node: Node): boolean => node.nodeType === 1 && BLOCKS.has((node as Element).localName)
  let paragraph: Element | null = null
  const canHold =
    element.closest('p, h1, h2, h3, h4, h5, h6, li, td, th, figure, figcaption, summary, a') === null
  for (const child of [...element.childNodes]) {
    if (isBlock(child) && (child as Element).localName !== 'br') {
      paragraph = null
      element.before(child)
    } else if (!canHold) element.before(child)
    else {
      if (paragraph === null && (child.textContent ?? '').trim() === '' && child.nodeType === 3) continue
      if (paragraph === null) {
        paragraph = element.ownerDocument.createElement('p')
        element.before(paragraph)
      }
      paragraph.append(child)
    }
  }
  element.remove()
}
