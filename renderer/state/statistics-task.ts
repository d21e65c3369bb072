import type { EditorState, Text } from '@codemirror/state'
import {
  addCounts,
  countText,
  NO_COUNTS,
  readingMinutes,
  type TextCounts,
} from '../../core/article/statistics.ts'
import { splitField } from '../editor/article-fields.ts'
import type { Statistics } from './app-state.ts'
import { inBackground, type BackgroundWork } from './background.ts'

/** UTF-16 units counted in one go: about two milliseconds. */
const SLICE = 32_768

/** Counts of the pieces of which documents are made; an edit leaves all pieces but a few as they were. */
const known = new WeakMap<Text, TextCounts>()

/** A stretch of the document that ends at a line end, or at a space in a line that is very long. */
interface Piece {
  /** What the document keeps of it as long as it is not edited; null for a part of that. */
  readonly leaf: Text | null
  readonly text: () => string
}

/** The pieces of what follows `begin`; `text` itself begins at `from`. */
function* pieces(text: Text, from: number, begin: number): Generator<Piece> {
  if (text.children === null) {
    if (from >= begin && text.length <= 2 * SLICE) yield { leaf: text, text: () => text.sliceString(0) }
    else yield* parts(text, Math.max(0, begin - from))
    return
  }
  let at = from
  for (const child of text.children) {
    if (at + child.length >= begin) yield* pieces(child, at, begin)
    at += child.length + 1
  }
}

function* parts(text: Text, begin: number): Generator<Piece> {
  for (let at = begin; at < text.length;) {
    const part = text.sliceString(at, at + SLICE)
    const whole = at + SLICE >= text.length
    const space = whole ? -1 : part.search(/\s\S{0,199}$/)
    const taken = space > 0 ? part.slice(0, space) : part
    yield { leaf: null, text: () => taken }
    at += taken.length
  }
}

/** Counts of a piece, with the number of characters that had to be read for them. */
function countPiece({ leaf, text }: Piece): { readonly counts: TextCounts; readonly read: number } {
  const found = leaf && known.get(leaf)
  if (found) return { counts: found, read: 0 }
  const source = text()
  const counts = countText(source)
  if (leaf) known.set(leaf, counts)
  return { counts, read: source.length }
}

/**
 * Counts the body of `state` while the page has nothing more pressing, then calls `done`. Reads only what no
 * earlier counting has read; `onRead` is told how many characters that was, for tests.
 */
export function startCounting(
  state: EditorState,
  done: (statistics: Statistics) => void,
  onRead?: (characters: number) => void,
): BackgroundWork {
  const { body } = state.field(splitField)
  const { main } = state.selection
  const selected = main.empty
    ? null
    : countText(state.sliceDoc(main.from, Math.min(main.to, main.from + 500_000)))
  const waiting = pieces(state.doc, 0, body.from)
  let counts = NO_COUNTS
  return inBackground(() => {
    for (let read = 0; read < SLICE;) {
      const next = waiting.next()
      if (next.done === true) {
        done({ ...counts, readingMinutes: readingMinutes(counts), selected })
        return false
      }
      const piece = countPiece(next.value)
      onRead?.(piece.read)
      read += piece.read
      counts = addCounts(counts, piece.counts)
    }
    return true
  })
}
