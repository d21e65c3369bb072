import { arrangeFootnotes } from './footnotes.ts'
import { codeLanguage, codeText } from './code.ts'
import { isBlockElement, isElement, unwrap, type MarkdownWriting } from './writing.ts'

const MARKS = 'strong, b, em, i, del, s, strike, code, sub, sup, kbd, mark'
const SAME: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del' }

/** Brings HTML into the order Markdown has: blocks never in inline elements, lists in items, code as text. */
export function arrange(root: Element, writing: MarkdownWriting): void {
  arrangeFootnotes(root, writing)
  arrangeCode(root)
  for (const box of [...root.querySelectorAll('span, font')])
    if (box.attributes.length === 0 || (!writing.exact && !box.matches('[data-footnote-ref], [data-tex]')))
      unwrap(box)
  for (const link of [...root.querySelectorAll('a')]) arrangeLink(link)
  for (const mark of [...root.querySelectorAll(MARKS)].reverse()) pushIntoBlocks(mark)
  for (const mark of [...root.querySelectorAll(MARKS)]) joinWithNext(mark)
  for (const list of root.querySelectorAll('ul, ol')) arrangeList(list)
  root.normalize()
}

/** Code blocks in the forms of highlighters become `<pre><code class="language-…">` with text alone. */
function arrangeCode(root: Element): void {
  // Hexo's and Jekyll's tables of line numbers and code.
  for (const table of [...root.querySelectorAll('table')]) {
    const code = table.querySelector('td.code, td.rouge-code')
    if (code === null || table.querySelector('td.gutter, td.rouge-gutter') === null) continue
    replaceByCode(table.closest('figure') ?? table, code, codeLanguage(code))
  }
  for (const pre of [...root.querySelectorAll('pre')]) replaceByCode(pre, pre, codeLanguage(pre))
}

function replaceByCode(element: Element, from: Element, language: string): void {
  const { ownerDocument } = element
  const pre = ownerDocument.createElement('pre')
  const code = ownerDocument.createElement('code')
  if (language !== '') code.setAttribute('class', `language-${language}`)
  code.textContent = codeText(from)
  pre.append(code)
  element.replaceWith(pre)
}

/** A link holds one line: a heading that is all of it goes around it, other blocks become its text. */
function arrangeLink(link: Element): void {
  const blocks = [...link.querySelectorAll('*')].filter((one) => isBlockElement(one))
  const [only] = blocks
  if (only === undefined || link.querySelector('pre, table, ul, ol, hr') !== null) return
  if (blocks.length === 1 && /^h[1-6]$/.test(only.localName) && only.textContent === link.textContent) {
    const heading = link.ownerDocument.createElement(only.localName)
    link.replaceWith(heading)
    unwrap(only)
    heading.append(link)
    return
  }
  for (const block of blocks) {
    block.before(' ')
    block.after(' ')
    unwrap(block)
  }
}

const holdsBlocks = (element: Element): boolean =>
  [...element.querySelectorAll('*')].some((one) => isBlockElement(one))

/** Emphasis around blocks becomes emphasis in each of them. */
function pushIntoBlocks(mark: Element): void {
  if (isElement(mark, 'code') && mark.closest('pre') !== null) return
  if (!holdsBlocks(mark)) return
  for (const child of [...mark.childNodes]) {
    if (isBlockElement(child) || (isElement(child) && holdsBlocks(child))) {
      if (isElement(child, 'pre', 'hr', 'table') || child.textContent.trim() === '') continue
      const inner = mark.ownerDocument.createElement(mark.localName)
      inner.append(...child.childNodes)
      child.append(inner)
      pushIntoBlocks(inner)
    } else if ((child.textContent ?? '').trim() !== '') {
      const inner = mark.ownerDocument.createElement(mark.localName)
      child.replaceWith(inner)
      inner.append(child)
      pushIntoBlocks(inner)
    }
  }
  unwrap(mark)
}

const kindOf = (element: Element): string => SAME[element.localName] ?? element.localName

/** Two pieces of the same emphasis side by side are one. */
function joinWithNext(mark: Element): void {
  if (mark.parentNode === null || isElement(mark, 'kbd') || mark.parentElement?.localName === 'pre') return
  for (let next = mark.nextSibling; isElement(next); next = mark.nextSibling) {
    if (kindOf(next) !== kindOf(mark) || next.attributes.length > 0 || mark.attributes.length > 0) return
    mark.append(...next.childNodes)
    next.remove()
  }
}

/** Lists that stand in a list instead of in an item (Google Docs, Word) go into the item before. */
function arrangeList(list: Element): void {
  for (const child of [...list.childNodes]) {
    if (isElement(child, 'li')) continue
    if (!isElement(child)) {
      if ((child.textContent ?? '').trim() === '') child.remove()
      else wrapInItem(child, list)
      continue
    }
    const before = child.previousElementSibling
    if (isElement(child, 'ul', 'ol') && isElement(before, 'li')) before.append(child)
    else wrapInItem(child, list)
  }
}

function wrapInItem(child: ChildNode, list: Element): void {
  const item = list.ownerDocument.createElement('li')
  child.replaceWith(item)
  item.append(child)
}
