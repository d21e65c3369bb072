import type { PlaceInText } from './frame-events.ts'
import { shownText } from './shown-text.ts'

/** Which place in a block's rendered text lies under a point. */
export function offsetAtPoint(document: Document, block: Element, x: number, y: number): PlaceInText {
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret || !block.contains(caret.offsetNode)) return { text: shownText(block).text, at: 0 }
  return offsetAtNode(block, caret.offsetNode, caret.offset)
}

/** Which place in a block's rendered text a node and an offset in it stand for. */
export function offsetAtNode(block: Element, node: Node, offset: number): PlaceInText {
  const shown = shownText(block)
  return { text: shown.text, at: shown.placeOf(node, offset) }
}
