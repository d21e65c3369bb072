import { unwrap } from '../../convert/markdown/writing.ts'
import { cleanAddress } from './addresses.ts'

const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-original-src', 'data-url']
const LINKABLE = /^(?:https?:|mailto:|tel:|ftp:)/i
const NOT_TEXT =
  'source, link, meta, title, head, colgroup, col, [aria-hidden="true"]:not(.katex-html):not(img), .mw-editsection, ' +
  '.code-snippet__line-index, a.anchor, a.headerlink, a.heading-anchor, a.header-anchor, .sr-only, .visually-hidden, ' +
  '[style*="mso-element:comment"], a[style*="mso-comment"]'

/** What a page shows beside its text: marks for the mouse, hidden notes for machines, reviewers' comments. */
export function removeFurniture(root: Element): void {
  for (const element of root.querySelectorAll(NOT_TEXT)) element.remove()
  for (const input of root.querySelectorAll('input'))
    if (input.getAttribute('type')?.toLowerCase() !== 'checkbox') input.remove()
  for (const break_ of root.querySelectorAll('wbr')) break_.remove()
}

/** Formulas set by KaTeX or MathJax become the TeX they were made from. */
export function readFormulas(root: Element): void {
  for (const annotation of [...root.querySelectorAll('annotation')]) {
    if (!/tex/i.test(annotation.getAttribute('encoding') ?? '')) continue
    const tex = annotation.textContent.trim()
    const box =
      annotation.closest('.katex-display') ??
      annotation.closest('.katex') ??
      annotation.closest('mjx-container')
    const formula = box ?? annotation.closest('.katex-mathml') ?? annotation
    const display =
      box?.classList.contains('katex-display') === true || box?.getAttribute('display') === 'true'
    const mark = root.ownerDocument.createElement('span')
    mark.setAttribute('data-tex', display ? 'display' : 'inline')
    mark.textContent = tex
    if (tex !== '') formula.replaceWith(mark)
  }
}

/** A picture to count readers with. */
function isPixel(image: Element): boolean {
  return image.getAttribute('width') === '1' || image.getAttribute('height') === '1'
}

/** Images get the address they are really at; those without one (on another program's disk) go, and are counted. */
export function readImages(root: Element): { readonly unreachable: number } {
  let unreachable = 0
  for (const image of [...root.querySelectorAll('img')]) {
    const lazy = LAZY.map((name) => image.getAttribute(name) ?? '').find((one) =>
      /^(?:https?:)?\/\//i.test(one),
    )
    const src = lazy ?? (image.getAttribute('src') ?? '').trim()
    const address = src.startsWith('//') ? `https:${src}` : src
    if (/^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i.test(address))
      image.setAttribute('src', address)
    else if (/^https?:\/\//i.test(address)) image.setAttribute('src', cleanAddress(address))
    else {
      if (!isPixel(image)) unreachable += 1
      image.remove()
      continue
    }
    if (isPixel(image)) image.remove()
  }
  return { unreachable }
}

/** Word names places in its own file by the file's path: only the place counts. */
export function readInnerLinks(root: Element): void {
  for (const link of root.querySelectorAll('a[href*="#"]')) {
    const href = link.getAttribute('href') ?? ''
    if (/^(?:file|about):/i.test(href)) link.setAttribute('href', href.slice(href.indexOf('#')))
  }
}

/** Links go where they lead, without following the reader; those that lead nowhere from an article become text. */
export function readLinks(root: Element): void {
  for (const link of [...root.querySelectorAll('a')]) {
    const href = (link.getAttribute('href') ?? '').trim()
    if (LINKABLE.test(href)) {
      const address = cleanAddress(href)
      link.setAttribute('href', address)
      // A link that shows its address shows the one it has now.
      if (link.textContent.trim() === href && link.childElementCount === 0) link.textContent = address
    } else unwrap(link)
  }
}
