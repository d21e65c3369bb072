import { ParseContext } from '@codemirror/language'
import type { Text } from '@codemirror/state'
import { Parser, type Input, type PartialParse, type TreeFragment } from '@lezer/common'
import { longWords, type Stretch } from '../../core/markdown/long-words.ts'

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
  words: readonly Stretch[],
): readonly { readonly from: number; readonly to: number }[] {
  return words.reduce(
    (left, word) =>
      left.flatMap((range) =>
        range.from < word.from && word.to < range.to
          ? [
              { from: range.from, to: word.from },
              { from: word.to, to: range.to },
            ]
          : [range],
      ),
    ranges,
  )
}

/** Parses HTML as the given parser does, but passes over words that are data: one may be longer than all the rest. */
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
    const words: Stretch[] = []
    const doc = ParseContext.get()?.state.doc
    if (doc) findWords(doc, 0, words)
    return this.html.startParse(input, fragments, leaveOut(ranges, words))
  }
}
