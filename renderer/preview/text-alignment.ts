import type { BodyFormat } from '../../core/article/body-format.ts'
import { visibleSource, type VisibleSource } from '../../core/markdown/visible-source.ts'

/** Which way a place between two pieces belongs: a selection's start to what follows, its end to what is before. */
export type Side = 'start' | 'end'

/** Tells for places of a block's rendered text where they stand in its source, and the other way round (UTF-16). */
export interface Alignment {
  sourceAt(at: number, side?: Side): number
  textAt(offset: number, side: Side): number
}

/** The same in both: `length` units from `text` in the rendered text and `seen` in the visible source. */
interface Piece {
  readonly text: number
  readonly seen: number
  readonly length: number
}

/** Places in longer blocks are told in proportion, unless their text stands in the source as it is. */
const MOST_LENGTH = 200_000
/** How many words are looked for, and how far in the source, where the two differ. */
const MOST_WORDS = 12
const REACH = 5000
/** A single character is no word to go far by; it is what is left of a word with marks inside. */
const NEAR = 20
const WORD = /[\p{L}\p{N}]{1,6}|[^\s\p{L}\p{N}]/uy

/** Aligns a block's rendered text with its source, by what both have in the same order. */
export function alignTexts(source: string, text: string, format: BodyFormat): Alignment {
  const isLong = source.length + text.length > MOST_LENGTH
  const whole = isLong ? onePiece(source, text) : null
  if (whole) return whole
  const seen = isLong ? { text: '', from: [], to: [] } : visibleSource(source, format)
  const pieces = samePieces(text, seen.text)
  const begins = (piece: Piece): number => seen.from[piece.seen] ?? 0
  const ends = (piece: Piece): number => seen.to[piece.seen + piece.length - 1] ?? 0
  const gap = (before: Piece | undefined, after: Piece | undefined) => ({
    text: before ? before.text + before.length : 0,
    textEnd: after?.text ?? text.length,
    source: before ? ends(before) : 0,
    sourceEnd: after ? begins(after) : source.length,
  })

  return {
    sourceAt(at, side = 'start') {
      const next = pieces.findIndex(
        (it) => at < it.text + it.length || (side === 'end' && at === it.text + it.length),
      )
      const piece = pieces[next]
      if (piece && at >= piece.text)
        return side === 'end' && at > piece.text
          ? (seen.to[piece.seen + at - piece.text - 1] ?? 0)
          : (seen.from[piece.seen + at - piece.text] ?? 0)
      const between = gap(next < 0 ? pieces.at(-1) : pieces[next - 1], piece)
      const part = (at - between.text) / Math.max(1, between.textEnd - between.text)
      return between.source + Math.round(part * (between.sourceEnd - between.source))
    },
    textAt(offset, side) {
      const next = pieces.findIndex((it) => (side === 'end' ? offset <= ends(it) : offset < ends(it)))
      const piece = pieces[next]
      if (piece && (side === 'end' ? offset > begins(piece) : offset >= begins(piece)))
        return piece.text + unitAt(seen, piece, offset, side)
      // What is not found again is selected when all of it is.
      const { source: from, sourceEnd, ...shown } = gap(next < 0 ? pieces.at(-1) : pieces[next - 1], piece)
      if (side === 'start') return offset <= from ? shown.text : shown.textEnd
      return offset >= sourceEnd ? shown.textEnd : shown.text
    },
  }
}

/** The alignment of a text that stands in its source as it is, or whose beginning does: code, plain text. */
function onePiece(source: string, text: string): Alignment | null {
  const shown = text.replace(/…$/, '')
  const from = shown === '' ? -1 : source.indexOf(shown)
  if (from < 0) return null
  return {
    sourceAt: (at) => from + Math.min(at, shown.length),
    textAt: (offset) => Math.min(shown.length, Math.max(0, offset - from)),
  }
}

/** How many units of a piece stand before an offset into the source. */
function unitAt(seen: VisibleSource, piece: Piece, offset: number, side: Side): number {
  let unit = 0
  const isBefore = (at: number): boolean =>
    side === 'end' ? (seen.from[at] ?? 0) < offset : (seen.to[at] ?? 0) <= offset
  while (unit < piece.length && isBefore(piece.seen + unit)) unit++
  return unit
}

function samePieces(text: string, seen: string): readonly Piece[] {
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < text.length && j < seen.length) {
    const from = { text: i, seen: j }
    while (i < text.length && j < seen.length && isSame(text, i, seen, j)) [i, j] = [i + 1, j + 1]
    if (i > from.text) pieces.push({ ...from, length: i - from.text })
    else if (isSpace(text, i)) i++
    else if (isSpace(seen, j)) j++
    else [i, j] = resume(text, i, seen, j)
  }
  return pieces
}

/** Where both go on alike, at the least cost of what is left out in the one and the other. */
function resume(text: string, i: number, seen: string, j: number): readonly [number, number] {
  const window = seen.slice(j, j + REACH)
  const near = window.slice(0, NEAR)
  let best: readonly [number, number] | null = null
  let cost = Infinity
  let at = i
  for (let words = 0; words < MOST_WORDS && at < text.length && at - i < cost;) {
    WORD.lastIndex = at
    const word = WORD.exec(text)?.[0]
    if (word === undefined) {
      at++
      continue
    }
    words++
    const whole = word.length > 1 ? window.indexOf(word) : -1
    const found = whole >= 0 ? whole : near.indexOf(word.charAt(0))
    if (found >= 0 && at - i + found < cost) {
      best = [at, j + found]
      cost = at - i + found
    }
    at += word.length
  }
  return best ?? [at, j]
}

function isSame(text: string, i: number, seen: string, j: number): boolean {
  return text.charCodeAt(i) === seen.charCodeAt(j) || (isSpace(text, i) && isSpace(seen, j))
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || code === 160 || (code >= 9 && code <= 13)
}
