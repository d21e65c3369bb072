import { IMAGE } from '../../core/markdown/visible-source.ts'

/** On a formula that is set: its TeX. */
export const TEX = 'data-tex'

/** A piece of a block's text: a text node, or an element that stands for a text of the source as a whole. */
interface Piece {
  readonly node: Text | Element
  readonly text: string
  readonly at: number
}

/** A block's text as its reader sees it, images and formulas each as what they are in the source. */
export interface ShownText {
  readonly text: string
  /** Where in the text a place in the document stands. */
  placeOf(node: Node, offset: number): number
  /** The elements' range for a stretch of the text; null for an empty one. */
  range(from: number, to: number): Range | null
}

const DRAWN = '.galley-diagram > svg'
const PICTURE = 'img, .galley-image'
/** What stands for a text as a whole, or for none. */
const WHOLE = `${DRAWN}, ${PICTURE}, [${TEX}]`

/** Reads the text of a block that is in the page now. */
export function shownText(block: Element): ShownText {
  const pieces = piecesOf(block)
  const text = pieces.map((it) => it.text).join('')
  const range = block.ownerDocument.createRange()
  return {
    text,
    placeOf(node, offset) {
      const own = pieces.find((it) => it.node === node || (isElement(it.node) && it.node.contains(node)))
      if (own) return own.at + (isElement(own.node) ? 0 : offset)
      const label = labelAt(node)
      const inCode = label === '' ? -1 : text.indexOf(label)
      if (inCode >= 0) return inCode + Math.min(offset, label.length)
      range.setStart(block, 0)
      range.setEnd(node, offset)
      const before = pieces.findLast((it) => {
        const end = isElement(it.node) ? it.node.childNodes.length : it.node.length
        return range.isPointInRange(it.node, end)
      })
      return before ? before.at + before.text.length : 0
    },
    range(from, to) {
      const first = pieces.find((it) => it.at + it.text.length > from)
      const last = pieces.findLast((it) => it.at < to)
      if (!first || !last || from >= to || first.at > last.at) return null
      const stretch = block.ownerDocument.createRange()
      if (isElement(first.node)) stretch.setStartBefore(first.node)
      else stretch.setStart(first.node, Math.max(0, from - first.at))
      if (isElement(last.node)) stretch.setEndAfter(last.node)
      else stretch.setEnd(last.node, Math.min(last.text.length, to - last.at))
      return stretch
    },
  }
}

function piecesOf(block: Element): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (node: Text | Element, text: string): void => {
    pieces.push({ node, text, at })
    at += text.length
  }
  // Asked for once: a table has thousands of elements, of which each would have to be asked.
  const wholes = new Set<Node>(block.querySelectorAll(WHOLE))
  const walk = (parent: Node): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) add(node as Text, (node as Text).data)
      else if (!wholes.has(node)) walk(node)
      else if (!isElement(node) || node.matches(DRAWN)) continue
      else if (node.matches(PICTURE)) add(node, IMAGE)
      else add(node, node.getAttribute(TEX) ?? '')
    }
  }
  walk(block)
  return pieces
}

/** The label of a diagram's part; the code of the diagram has it, too. */
function labelAt(node: Node): string {
  const element = isElement(node) ? node : node.parentElement
  return element?.closest(DRAWN) ? (node.textContent ?? '').trim() : ''
}

/** The frame has classes of its own, so that `instanceof` of the page says nothing. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
