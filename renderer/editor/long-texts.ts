import type { Text } from '@codemirror/state'
import type { Stretch } from '../../core/markdown/long-words.ts'

/** Longest text between two tags that is read whole, in UTF-16 units: a parser takes it in one go, at every key. */
const MOST_TEXT = 100_000
/** What stays of a longer one on either side. */
const ENDS = 1000

/** Where a piece of a document has angle brackets. */
interface Brackets {
  /** Offsets within the piece; -1 without any. */
  readonly first: number
  readonly last: number
  /** What lies between two that are far from each other. */
  readonly between: readonly Stretch[]
}

const NONE: Brackets = { first: -1, last: -1, between: [] }

/** The brackets of pieces of a document; versions of a document have most of their pieces in common. */
const bracketsOf = new WeakMap<Text, Brackets>()

/** The next bracket at or after `from`, or -1. */
function nextBracket(text: string, from: number): number {
  const found = /[<>]/g
  found.lastIndex = from
  return found.exec(text)?.index ?? -1
}

function isLong(from: number, to: number): boolean {
  return to - from > MOST_TEXT
}

function inLines(text: string): Brackets {
  const first = nextBracket(text, 0)
  if (first < 0) return NONE
  const last = Math.max(text.lastIndexOf('<'), text.lastIndexOf('>'))
  const between: Stretch[] = []
  for (let at = first; isLong(at + 1, last);) {
    // The last one within reach, or the first one beyond.
    const reach = at + 1 + MOST_TEXT
    const near = text.slice(at + 1, reach + 1)
    const found = Math.max(near.lastIndexOf('<'), near.lastIndexOf('>'))
    const next = found < 0 ? nextBracket(text, reach + 1) : at + 1 + found
    if (found < 0) between.push({ from: at + 1, to: next })
    at = next
  }
  return { first, last, between }
}

function inPieces(pieces: readonly Text[]): Brackets {
  let [first, last, start] = [-1, -1, 0]
  const between: Stretch[] = []
  for (const piece of pieces) {
    const inside = bracketsIn(piece)
    if (inside.first >= 0) {
      if (first < 0) first = start + inside.first
      else if (isLong(last + 1, start + inside.first))
        between.push({ from: last + 1, to: start + inside.first })
      for (const { from, to } of inside.between) between.push({ from: start + from, to: start + to })
      last = start + inside.last
    }
    start += piece.length + 1
  }
  return { first, last, between }
}

function bracketsIn(piece: Text): Brackets {
  const known = bracketsOf.get(piece)
  if (known) return known
  const found = piece.children === null ? inLines(piece.toString()) : inPieces(piece.children)
  bracketsOf.set(piece, found)
  return found
}

/** The middles of the texts of HTML that are longer than 100,000 characters: behind a tag, without another one. */
export function longTexts(doc: Text): readonly Stretch[] {
  if (doc.length <= MOST_TEXT) return []
  const { first, last, between } = bracketsIn(doc)
  const ends =
    first < 0
      ? [{ from: 0, to: doc.length }]
      : [
          { from: 0, to: first },
          { from: last + 1, to: doc.length },
        ]
  return [...ends, ...between]
    .filter(({ from, to }) => isLong(from, to))
    .filter(({ from }) => from === 0 || doc.sliceString(from - 1, from) === '>')
    .map(({ from, to }) => ({ from: from + ENDS, to: to - ENDS }))
}
