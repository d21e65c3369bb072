import type { PlaceInText } from './frame-events.ts'

const CONTEXT = 12

/** Which place in a block's rendered text lies under a point. */
export function offsetAtPoint(document: Document, block: Element, x: number, y: number): PlaceInText {
  const text = block.textContent
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret || !block.contains(caret.offsetNode)) return { text, at: 0 }
  return offsetAtNode(block, caret.offsetNode, caret.offset)
}

/** Which place in a block's rendered text a node and an offset in it stand for. */
export function offsetAtNode(block: Element, node: Node, offset: number): PlaceInText {
  const range = block.ownerDocument.createRange()
  range.setStart(block, 0)
  range.setEnd(node, offset)
  return { text: block.textContent, at: range.toString().length }
}

/**
 * The offset in a block's source for a place in its rendered text: by the characters around the place where the
 * source has them, else in proportion.
 */
export function sourceOffset(source: string, place: PlaceInText): number {
  const { text, at } = place
  if (text === '') return 0
  for (let length = CONTEXT; length >= 2; length = Math.floor(length / 2)) {
    for (const from of [at - Math.ceil(length / 2), at, at - length]) {
      const found = from < 0 ? -1 : sameIn(source, text, from, length)
      if (found >= 0) return found + (at - from)
    }
  }
  return Math.round((at / text.length) * source.length)
}

/** Where the piece of text stands in the source: as the same of equal ones; -1 when it does not. */
function sameIn(source: string, text: string, from: number, length: number): number {
  const piece = text.slice(from, from + length)
  if (piece.trim().length < 2) return -1
  let nth = 0
  for (let i = text.indexOf(piece); i >= 0 && i < from; i = text.indexOf(piece, i + 1)) nth++
  let found = source.indexOf(piece)
  for (; nth > 0 && found >= 0; nth--) found = source.indexOf(piece, found + 1)
  return found
}
