import { codeLanguage, codeText } from '../../convert/markdown/code.ts'
import { isBlockElement, isElement, rename, unwrap } from '../../convert/markdown/writing.ts'

/** What is left of the clipboard's elements, with the attributes that mean something. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  p: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  ul: [],
  ol: ['start'],
  li: [],
  blockquote: [],
  pre: [],
  code: ['class'],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tfoot: [],
  tr: [],
  th: ['align', 'colspan', 'rowspan'],
  td: ['align', 'colspan', 'rowspan'],
  figure: [],
  figcaption: [],
  img: ['src', 'alt', 'title'],
  a: ['href', 'title'],
  strong: [],
  em: [],
  del: [],
  sub: [],
  sup: [],
  kbd: [],
  mark: [],
  br: [],
  hr: [],
  input: ['type', 'checked'],
  dl: [],
  dt: [],
  dd: [],
  details: [],
  summary: [],
  ruby: [],
  rt: [],
  rp: [],
}
const RENAMED: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  s: 'del',
  strike: 'del',
  samp: 'code',
  tt: 'code',
  dir: 'ul',
  menu: 'ul',
}
/** Attributes that later steps read. */
const MARKS = ['data-footnote-ref', 'data-footnote-note', 'data-tex']

/** Word's paragraph styles that are headings and quotes. */
export function readOfficeStyles(root: Element): void {
  for (const paragraph of [...root.querySelectorAll('p[class]')]) {
    const names = paragraph.getAttribute('class') ?? ''
    if (/(?:^|\s)MsoTitle\b/i.test(names)) rename(paragraph, 'h1')
    else if (/(?:^|\s)Mso(?:Intense)?Quote/i.test(names)) {
      const quote = paragraph.ownerDocument.createElement('blockquote')
      paragraph.before(quote)
      quote.append(paragraph)
    }
  }
}

/** Google Docs' and others' check lists: what is ticked by role becomes a tick box. */
export function readTicks(root: Element): void {
  for (const item of root.querySelectorAll('li[role="checkbox"], li[aria-checked], li[data-checked]')) {
    const ticked = item.getAttribute('aria-checked') ?? item.getAttribute('data-checked')
    for (const image of item.querySelectorAll(':scope > img')) image.remove()
    if (item.querySelector('input') !== null) continue
    const box = item.ownerDocument.createElement('input')
    box.setAttribute('type', 'checkbox')
    if (ticked === 'true') box.setAttribute('checked', '')
    const first = item.firstElementChild
    if (first?.localName === 'p') first.prepend(box, ' ')
    else item.prepend(box, ' ')
  }
}

/** Code blocks become `<pre><code>` with their language and text alone. */
export function readCode(root: Element): void {
  for (const table of [...root.querySelectorAll('td.code, td.rouge-code')].map((cell) =>
    cell.closest('table'),
  ))
    if (table !== null && root.contains(table)) {
      const cell = table.querySelector('td.code, td.rouge-code') ?? table
      replaceByCode(table.closest('figure') ?? table, cell)
    }
  for (const pre of [...root.querySelectorAll('pre')]) replaceByCode(pre, pre)
}

function replaceByCode(element: Element, from: Element): void {
  const pre = element.ownerDocument.createElement('pre')
  const code = element.ownerDocument.createElement('code')
  const language = codeLanguage(from)
  if (language !== '') code.setAttribute('class', `language-${language}`)
  const lines = [...from.querySelectorAll('code')]
  // WeChat writes an element for each line.
  const text =
    lines.length > 1 ? lines.map((line) => codeText(line).replace(/\n$/, '')).join('\n') : codeText(from)
  code.textContent = text.replaceAll('\u00a0', ' ')
  pre.append(code)
  element.replaceWith(pre)
}

/** Leaves only elements that mean something, without the attributes that do not. */
export function keepMeaning(root: Element): void {
  for (const element of [...root.querySelectorAll('*')].reverse()) {
    const wanted = RENAMED[element.localName] ?? element.localName
    const known = KEPT[wanted]
    const marked = MARKS.some((name) => element.hasAttribute(name))
    if (known === undefined && !marked) {
      if (!isBlockElement(element)) unwrap(element)
      else box(element)
      continue
    }
    const kept = wanted === element.localName ? element : rename(element, wanted, known)
    for (const name of kept.getAttributeNames())
      if (!((known ?? []).includes(name) && meansSomething(name, kept)) && !MARKS.includes(name))
        kept.removeAttribute(name)
    if (wanted === 'code' && !/^language-[\w+#.-]+$/.test(kept.getAttribute('class') ?? ''))
      kept.removeAttribute('class')
  }
}

/** A cell that spans itself alone spans nothing. */
const meansSomething = (name: string, element: Element): boolean =>
  !/^(?:col|row)span$/.test(name) || Number(element.getAttribute(name)) > 1

function isIn(element: Element, names: string): boolean {
  const { parentElement } = element
  return parentElement !== null && parentElement.closest(names) !== null
}

/** A box around blocks goes; one around a line of text is a paragraph. */
function box(element: Element): void {
  const holdsBlocks = [...element.children].some(
    (child) => isBlockElement(child) || isElement(child, 'hr', 'img'),
  )
  const holdsText = element.textContent.trim() !== '' || element.querySelector('img') !== null
  if (!holdsText && element.querySelector('hr, input') === null) element.remove()
  else if (holdsBlocks || isIn(element, 'p, h1, h2, h3, h4, h5, h6, li, td, th, dt, dd')) boxLines(element)
  else rename(element, 'p')
}

/** Lines of text between the blocks of a box become paragraphs. */
function boxLines(element: Element): void {
  const inLine = isIn(element, 'p, h1, h2, h3, h4, h5, h6')
  if (inLine) {
    element.before(' ')
    element.after(' ')
  } else paragraphs(element)
  unwrap(element)
}

/** Wraps text and inline elements that stand beside blocks in paragraphs. */
export function paragraphs(parent: Element): void {
  let line: Element | null = null
  for (const child of [...parent.childNodes]) {
    if (isBlockElement(child) || isElement(child, 'hr', 'details')) {
      line = null
      continue
    }
    if (isElement(child, 'br')) {
      child.remove()
      line = null
      continue
    }
    const blank = child.nodeType !== 1 && (child.textContent ?? '').trim() === ''
    if (line === null && blank) {
      child.remove()
      continue
    }
    if (line === null) {
      line = parent.ownerDocument.createElement('p')
      child.before(line)
    }
    line.append(child)
  }
}
