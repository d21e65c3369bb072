import { isBlockElement, isElement, rename, unwrap } from '../../convert/markdown/writing.ts'

/** Spaces that keep words together are for how a page looks; in a source they are only in the way. */
function plainSpaces(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, 4)
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (text.parentElement?.closest('pre') !== null) continue
    const value = (text.nodeValue ?? '').replace(/[\u200b\ufeff\u2028\u2029]/g, '').replaceAll('\u00a0', ' ')
    if (value !== text.nodeValue) text.nodeValue = value
  }
}

const isBlankText = (node: Node | null): boolean =>
  node?.nodeType === 3 && (node.nodeValue ?? '').trim() === ''

/** Two line breaks in a row part paragraphs; those at an edge part nothing. */
function readBreaks(paragraph: Element): void {
  const isBreak = (node: ChildNode | null): boolean => isElement(node, 'br')
  for (let first = paragraph.firstChild; isBreak(first) || isBlankText(first); first = paragraph.firstChild)
    first?.remove()
  for (let last = paragraph.lastChild; isBreak(last) || isBlankText(last); last = paragraph.lastChild)
    last?.remove()
  if (!isElement(paragraph, 'p')) return
  for (const node of [...paragraph.childNodes]) {
    let next = node.nextSibling
    while (isBlankText(next)) next = next?.nextSibling ?? null
    if (!isBreak(node) || !isBreak(next)) continue
    const rest = paragraph.ownerDocument.createElement('p')
    for (let at = node.nextSibling; at !== null; at = node.nextSibling) rest.append(at)
    node.remove()
    paragraph.after(rest)
    readBreaks(rest)
    return
  }
}

/** An element that holds nothing a reader would see. */
function isEmpty(element: Element): boolean {
  return element.textContent.trim() === '' && element.querySelector('img, hr, input, br') === null
}

/** A heading or a table's head is bold by itself. */
function unwrapWhole(element: Element): void {
  for (const mark of [...element.querySelectorAll('strong')]) unwrap(mark)
}

/** A single paragraph in an item, a cell or a caption is its text. */
function unwrapSingle(element: Element): void {
  const paragraphs = [...element.children].filter((child) => isElement(child, 'p'))
  const others = [...element.children].filter(
    (child) => isBlockElement(child) && !isElement(child, 'p', 'ul', 'ol'),
  )
  const [only] = paragraphs
  const loose = [...element.childNodes].some(
    (node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '',
  )
  if (only !== undefined && paragraphs.length === 1 && others.length === 0 && !loose) unwrap(only)
}

/** A picture alone in a paragraph of a figure, and figures without a caption. */
function readFigures(root: Element): void {
  for (const figure of [...root.querySelectorAll('figure')]) {
    for (const paragraph of [...figure.querySelectorAll('p')])
      if (paragraph.querySelector('img') !== null || paragraph.closest('figcaption') !== null)
        unwrap(paragraph)
    const caption = figure.querySelector('figcaption')
    if (caption !== null && isEmpty(caption)) caption.remove()
    if (figure.querySelector('figcaption') !== null && figure.querySelector('img') !== null) continue
    for (const one of figure.querySelectorAll('figcaption')) unwrap(one)
    const inline = ![...figure.children].some((child) => isBlockElement(child))
    if (!inline) unwrap(figure)
    else {
      const paragraph = figure.ownerDocument.createElement('p')
      paragraph.append(...figure.childNodes)
      figure.replaceWith(paragraph)
    }
  }
}

/** A table of one cell, and one that only lays a page out, is what it holds. */
function readLayoutTables(root: Element): void {
  for (const table of [...root.querySelectorAll('table')]) {
    const cells = table.querySelectorAll('td, th')
    if (cells.length > 1 && table.querySelector('table') === null) continue
    for (const part of [...table.querySelectorAll('caption, thead, tbody, tfoot, tr, td, th')].reverse()) {
      if (part.closest('table') !== table) continue
      if (isElement(part, 'td', 'th') && ![...part.children].some((child) => isBlockElement(child))) {
        const paragraph = part.ownerDocument.createElement('p')
        paragraph.append(...part.childNodes)
        part.replaceWith(paragraph)
      } else unwrap(part)
    }
    unwrap(table)
  }
}

/** A first row that is bold from end to end is a table's head, as office programs write it. */
function readTableHeads(root: Element): void {
  for (const table of root.querySelectorAll('table')) {
    const row = table.querySelector('tr')
    if (row === null || table.querySelector('th') !== null || table.querySelectorAll('tr').length < 2)
      continue
    const cells = [...row.children].filter((cell) => cell.textContent.trim() !== '')
    const bold = (cell: Element): boolean =>
      [...cell.querySelectorAll('strong')].reduce((text, one) => text + one.textContent, '').trim() ===
      cell.textContent.trim()
    if (cells.length > 0 && cells.every(bold))
      for (const cell of [...row.children]) rename(cell, 'th', ['align', 'colspan', 'rowspan'])
  }
}

/** Takes out what says nothing: empty elements, single paragraphs in cells and items, bold in headings. */
export function tidy(root: Element): void {
  plainSpaces(root)
  readLayoutTables(root)
  readTableHeads(root)
  readFigures(root)
  for (const element of [
    ...root.querySelectorAll('p, li, td, th, h1, h2, h3, h4, h5, h6, dd, dt, figcaption'),
  ])
    readBreaks(element)
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6, th')) unwrapWhole(heading)
  for (const element of [...root.querySelectorAll('*')].reverse())
    if (
      !isElement(element, 'td', 'th', 'tr', 'img', 'hr', 'br', 'input', 'li', 'code', 'pre') &&
      isEmpty(element)
    ) {
      if (element.textContent !== '' && !isBlockElement(element)) unwrap(element)
      else element.remove()
    }
  for (const element of root.querySelectorAll('li, td, th, dd, dt, figcaption, summary'))
    unwrapSingle(element)
  for (const list of root.querySelectorAll('ul, ol'))
    for (const item of [...list.children])
      if (isElement(item, 'li') && isEmpty(item) && list.children.length === 1) list.remove()
  root.normalize()
}
