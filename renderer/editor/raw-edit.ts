import type { EditorState, Text } from '@codemirror/state'
import { joinLineEnds, LINE_END_TEXT, type LineEnd } from '../../core/article/line-ends.ts'
import type { TextEdit } from '../../core/article/text-edit.ts'
import { lineEndsOf } from './line-ends.ts'

/** An article whose lines all end alike. */
export interface EvenText {
  readonly doc: Text
  readonly end: LineEnd
}

/** UTF-16 units compared in one go. */
const STEP = 256

/** The article's text, which shares its memory with the editor; null when its lines end in different ways. */
export function evenText(state: EditorState): EvenText | null {
  const { dominant, exceptions } = lineEndsOf(state)
  return exceptions.length > 0 ? null : { doc: state.doc, end: dominant }
}

/**
 * How many units are alike from the start (`dir` 1) or the end (-1) by the branches that an edit leaves the same
 * objects; never more than there are, though perhaps fewer.
 */
function sharedUnits(one: Text, other: Text, dir: 1 | -1): number {
  const most = Math.min(one.length, other.length)
  let shared = 0
  let [left, right] = [one, other]
  for (;;) {
    if (left === right) return most
    const [lefts, rights] = [left.children, right.children]
    if (!lefts || !rights) break
    const count = Math.min(lefts.length, rights.length)
    const at = (list: readonly Text[], index: number): Text | undefined =>
      list[dir === 1 ? index : list.length - 1 - index]
    let index = 0
    for (; index < count && at(lefts, index) === at(rights, index); index += 1) {
      // A line break stands between two branches.
      shared += (at(lefts, index)?.length ?? 0) + 1
    }
    const [nextLeft, nextRight] = [at(lefts, index), at(rights, index)]
    if (!nextLeft || !nextRight) break
    left = nextLeft
    right = nextRight
  }
  return Math.min(shared, most)
}

/** How many units are alike from the start or the end, at most `most`. */
function alike(one: Text, other: Text, dir: 1 | -1, most: number): number {
  const piece = (text: Text, from: number, to: number): string =>
    dir === 1 ? text.sliceString(from, to) : text.sliceString(text.length - to, text.length - from)
  let at = Math.min(sharedUnits(one, other, dir), most)
  while (at < most) {
    const to = Math.min(at + STEP, most)
    const [left, right] = [piece(one, at, to), piece(other, at, to)]
    if (left !== right) {
      const last = left.length - 1
      let index = 0
      while (left[dir === 1 ? index : last - index] === right[dir === 1 ? index : last - index]) index += 1
      return at + index
    }
    at = to
  }
  return most
}

/** Where a position of the document is in the text with its line ends written out. */
function rawAt({ doc, end }: EvenText, at: number): number {
  return at + (doc.lineAt(at).number - 1) * (LINE_END_TEXT[end].length - 1)
}

/** The one edit that makes of the first text, its line ends written out, the second; null when those differ. */
export function editBetween(before: EvenText, after: EvenText): TextEdit | null {
  if (before.end !== after.end) return null
  const most = Math.min(before.doc.length, after.doc.length)
  const from = alike(before.doc, after.doc, 1, most)
  const kept = alike(before.doc, after.doc, -1, most - from)
  const insert = after.doc.sliceString(from, after.doc.length - kept)
  return {
    from: rawAt(before, from),
    to: rawAt(before, before.doc.length - kept),
    insert: joinLineEnds(insert, { dominant: after.end, exceptions: [] }),
  }
}
