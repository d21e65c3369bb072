import { isBlockElement, isElement } from '../convert/markdown/writing.ts'

const INDENT = '  '
/** Elements that hold blocks, each on lines of its own; the others hold a line. */
const BOXES = 'ul, ol, blockquote, table, thead, tbody, tfoot, tr, figure, dl, details, section, div'

/** Clean nodes as HTML a person would write: a line per block, nested blocks indented by two spaces. */
export function htmlText(root: Element): string {
  return linesOf(root, '').join('\n')
}

function linesOf(parent: Element, indent: string): string[] {
  const lines: string[] = []
  let line = ''
  const end = (): void => {
    if (line.trim() !== '') lines.push(indent + line.trim())
    line = ''
  }
  for (const child of parent.childNodes) {
    if (isElement(child) && (isBlockElement(child) || isElement(child, 'hr', 'details', 'summary'))) {
      end()
      lines.push(...blockLines(child, indent))
    } else line += inlineHtml(child)
  }
  end()
  return lines
}

function blockLines(block: Element, indent: string): string[] {
  if (isElement(block, 'pre')) return [indent + block.outerHTML]
  if (isElement(block, 'hr')) return [`${indent}<hr>`]
  const [open, close] = tagsOf(block)
  const inner = [...block.children].some((child) => isBlockElement(child))
  const short =
    isElement(block, 'tr') &&
    [...block.children].every((cell) => cell.querySelector('p, ul, ol, pre') === null)
  if (short) return [indent + open + [...block.children].map(lineHtml).join('') + close]
  if (!inner && !block.matches(BOXES)) return [indent + lineHtml(block)]
  if (!inner && isElement(block, 'blockquote', 'div', 'section')) return [indent + lineHtml(block)]
  // The text of an item stays on the line of its tag; its lists go below.
  if (isElement(block, 'li', 'td', 'th', 'dd')) {
    const children = [...block.childNodes]
    const cut = children.findIndex((child) => isElement(child) && isBlockElement(child))
    const head = children.slice(0, cut).map(inlineHtml)
    const rest = block.ownerDocument.createElement('div')
    rest.append(...children.slice(cut).map((child) => child.cloneNode(true)))
    return [indent + open + head.join('').trim(), ...linesOf(rest, indent + INDENT), indent + close]
  }
  return [indent + open, ...linesOf(block, indent + INDENT), indent + close]
}

function tagsOf(element: Element): readonly [open: string, close: string] {
  const empty = element.cloneNode(false) as Element
  const close = `</${element.localName}>`
  return [empty.outerHTML.slice(0, -close.length), close]
}

/** A block with one line in it. */
function lineHtml(block: Element): string {
  const [open, close] = tagsOf(block)
  return open + [...block.childNodes].map(inlineHtml).join('').trim() + close
}

function inlineHtml(node: Node): string {
  const text = node.ownerDocument?.createElement('div')
  text?.append(node.cloneNode(true))
  const html = text?.innerHTML ?? ''
  if (isElement(node, 'input')) return html.replaceAll('=""', '')
  return node.nodeType === 3 ? html.replace(/\s+/g, ' ') : html.replace(/\s*\n\s*/g, ' ')
}
