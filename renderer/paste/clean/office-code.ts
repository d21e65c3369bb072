import { isBlockElement, isElement } from '../../convert/markdown/writing.ts'
import { styleOf } from './style.ts'

const MONOSPACED =
  /(?:^|[\s,"'])(?:courier|consolas|menlo|monaco|inconsolata|lucida console|andale mono|cousine|fira code|cascadia code|source code pro|[\w ]*\bmono(?:space)?)\b/i
/** Signs that are frequent in code and rare in prose. */
const CODE_SIGN = /[{};=<>|$#\\]|\w\(|^(?: {2}|\t)|--?\w/m
/** What Google Docs puts around its code blocks. */
const DOCS_MARKS = /[\uec02\uec03]/g

/** Office programs' HTML, in which code can only be told by its fixed-width font. */
export function isOffice(html: string): boolean {
  return /docs-internal-guid|\bmso-|class=["']?Mso|content="?(?:LibreOffice|OpenOffice|WPS)/i.test(html)
}

/** Classes to which a page's style sheet gives a fixed-width font, as Word writes the styles of a document. */
export function monospacedClasses(html: string): ReadonlySet<string> {
  const classes = new Set<string>()
  for (const [, sheet = ''] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi))
    for (const [, selectors = '', rules = ''] of sheet.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
      const font = /font-family\s*:\s*([^;]*)/i.exec(rules)?.[1]
      if (font === undefined || !MONOSPACED.test(font)) continue
      for (const [, name = ''] of selectors.matchAll(/\.([\w-]+)/g)) classes.add(name)
    }
  return classes
}

/** Word writes each line of preformatted text as a block of its own. */
export function joinPreformatted(root: Element): void {
  for (const pre of [...root.querySelectorAll('pre')]) {
    const before = pre.previousElementSibling
    const between = pre.previousSibling
    const near = between === before || (between?.textContent ?? '').trim() === ''
    if (!isElement(before, 'pre') || !near) continue
    before.append('\n', ...pre.childNodes)
    pre.remove()
  }
}

/**
 * Paragraphs in a fixed-width font become code blocks, words in one become code. A text that is in such a font from end
 * to end is code only when it looks like it.
 */
export function readOfficeCode(root: Element, classes: ReadonlySet<string>): void {
  const fixed: Text[] = []
  let others = false
  for (const text of textsIn(root)) {
    if (/[\uec02\uec03]/.test(text.data)) text.data = text.data.replace(DOCS_MARKS, '')
    if (text.data.trim() === '' || isIn(text, 'pre, code, kbd, samp, tt')) continue
    if (isFixed(text, root, classes)) fixed.push(text)
    else others = true
  }
  if (fixed.length === 0 || (!others && !CODE_SIGN.test(root.textContent))) return
  const wanted = new Set(fixed)
  const isCode = (paragraph: Element): boolean =>
    textsIn(paragraph).every((text) => text.data.trim() === '' || wanted.has(text))
  const done = new Set<Element>()
  for (const paragraph of root.querySelectorAll('p')) {
    if (done.has(paragraph) || !standsAlone(paragraph) || isBlank(paragraph) || !isCode(paragraph)) continue
    const lines: Element[] = [paragraph]
    const blank: Element[] = []
    for (let next = nextParagraph(paragraph); next !== null; next = nextParagraph(next)) {
      if (isBlank(next)) blank.push(next)
      else if (isCode(next)) lines.push(...blank.splice(0), next)
      else break
    }
    for (const line of lines) done.add(line)
    replaceByCode(lines)
  }
  for (const text of fixed) {
    if (!root.contains(text) || isIn(text, 'pre')) continue
    const code = root.ownerDocument.createElement('code')
    text.replaceWith(code)
    code.append(text)
  }
}

function textsIn(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, 4)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text)
  return texts
}

const isIn = (text: Text, names: string): boolean => (text.parentElement?.closest(names) ?? null) !== null

function isFixed(text: Text, root: Element, classes: ReadonlySet<string>): boolean {
  for (let at = text.parentElement; at !== null && at !== root; at = at.parentElement) {
    const font = styleOf(at).get('font-family') ?? at.getAttribute('face')
    if (font !== null && font !== '') return MONOSPACED.test(font)
    if (classes.size > 0 && (at.getAttribute('class') ?? '').split(/\s+/).some((name) => classes.has(name)))
      return true
  }
  return false
}

/** A paragraph that is no item, no cell among others and holds only a line of text. */
function standsAlone(paragraph: Element): boolean {
  if (paragraph.closest('li, h1, h2, h3, h4, h5, h6') !== null) return false
  if ([...paragraph.querySelectorAll('*')].some((one) => isBlockElement(one) || isElement(one, 'img')))
    return false
  const table = paragraph.closest('table')
  return table === null || table.querySelectorAll('td, th').length === 1
}

const isBlank = (paragraph: Element): boolean =>
  paragraph.textContent.trim() === '' && paragraph.querySelector('img') === null

/** The paragraph right behind one; null when something else stands there. */
function nextParagraph(paragraph: Element): Element | null {
  const { nextElementSibling: next, nextSibling: between } = paragraph
  const near = between === next || (between?.textContent ?? '').trim() === ''
  return isElement(next, 'p') && near && standsAlone(next) ? next : null
}

function replaceByCode(lines: readonly Element[]): void {
  const [first] = lines
  if (first === undefined) return
  const pre = first.ownerDocument.createElement('pre')
  const code = first.ownerDocument.createElement('code')
  code.textContent = `${lines.map(lineOf).join('\n')}\n`
  pre.append(code)
  first.replaceWith(pre)
  for (const line of lines.slice(1)) line.remove()
}

/** A paragraph's text as it was typed: line ends of the HTML source are spaces, tabs are tabs. */
function lineOf(paragraph: Element): string {
  for (const tab of paragraph.querySelectorAll('[style*="mso-tab-count"]')) {
    const count = Number.parseInt(styleOf(tab).get('mso-tab-count') ?? '1', 10)
    tab.textContent = '\t'.repeat(Math.max(1, Math.min(count || 1, 20)))
  }
  for (const text of textsIn(paragraph)) text.data = text.data.replace(/\r?\n/g, ' ')
  for (const end of paragraph.querySelectorAll('br')) end.replaceWith('\n')
  return paragraph.textContent.replaceAll('\u00a0', ' ').trimEnd()
}
