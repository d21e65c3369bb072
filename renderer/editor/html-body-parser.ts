import { ParseContext } from '@codemirror/language'
import type { Text } from '@codemirror/state'
import { Parser, type Input, type PartialParse, type TreeFragment } from '@lezer/common'
import { longWords, type Stretch } from '../../core/markdown/long-words.ts'
import { longTexts } from './long-texts.ts'

/** A document's pieces at least this long (UTF-16 units) are looked at for words that are data. */
const LOOKED_AT = 20_000

/** The long words of pieces of a document; versions of a document have most of their pieces in common. */
const wordsOf = new WeakMap<Text, readonly Stretch[]>()

function findWords(piece: Text, from: number, found: Stretch[]): void {
  if (piece.length < LOOKED_AT) return
  if (piece.children !== null) {
    let at = from
    for (const child of piece.children) {
      findWords(child, at, found)
      at += child.length + 1
    }
    return
  }
  const words = wordsOf.get(piece) ?? longWords(piece.toString())
  wordsOf.set(piece, words)
  for (const word of words) found.push({ from: from + word.from, to: from + word.to })
}

/** The ranges without what lies in the middle of these stretches. */
function leaveOut(
  ranges: readonly Stretch[],
  stretches: readonly Stretch[],
): readonly { readonly from: number; readonly to: number }[] {
  return stretches.reduce(
    (left, stretch) =>
      left.flatMap((range) =>
        range.from < stretch.from && stretch.to < range.to
          ? [
              { from: range.from, to: stretch.from },
              { from: stretch.to, to: range.to },
            ]
          : [range],
      ),
    ranges,
  )
}

/**
 * Parses HTML as the given parser does, but passes over words that are data, one of which may be longer than all the
 * rest, and over the middle of very long texts: what has no tags has nothing to find.
 */
export class HtmlBodyParser extends Parser {
  private readonly html: Parser

  constructor(html: Parser) {
    super()
    this.html = html
  }

  override createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { readonly from: number; readonly to: number }[],
  ): PartialParse {
    const doc = ParseContext.get()?.state.doc
    if (!doc) return this.html.startParse(input, fragments, ranges)
    const words: Stretch[] = []
    findWords(doc, 0, words)
    // A word inside a text that is left out is left out with it.
    return this.html.startParse(input, fragments, leaveOut(ranges, [...longTexts(doc), ...words]))
  }
}
