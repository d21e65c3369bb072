import type { TextEdit } from '../../article/text-edit.ts'

/** A stretch of the original text that is still there, or text that came in. */
type Piece = { readonly from: number; readonly to: number } | { readonly text: string }

const lengthOf = (piece: Piece) => ('text' in piece ? piece.text.length : piece.to - piece.from)

function cut(piece: Piece, from: number, to: number): Piece {
  return 'text' in piece
    ? { text: piece.text.slice(from, to) }
    : { from: piece.from + from, to: piece.from + to }
}

/**
 * One batch of edits of a text of `length` UTF-16 units that does what `batches` do one after the other, each
 * referring to the text the batches before it left.
 */
export function composeEdits(length: number, batches: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ from: 0, to: length }]
  for (const batch of batches) pieces = applyTo(pieces, batch)
  return toEdits(pieces, length)
}

function applyTo(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to)
  let rest = pieces
  let at = 0
  const result: Piece[] = []
  for (const edit of sorted) {
    const [before, tail] = split(rest, edit.from - at)
    const [, after] = split(tail, edit.to - edit.from)
    result.push(...before, { text: edit.insert })
    rest = after
    at = edit.to
  }
  return [...result, ...rest]
}

function split(pieces: readonly Piece[], at: number): readonly [readonly Piece[], readonly Piece[]] {
  const before: Piece[] = []
  let left = at
  for (const [index, piece] of pieces.entries()) {
    const size = lengthOf(piece)
    if (size > left) {
      const after = [cut(piece, left, size), ...pieces.slice(index + 1)]
      return [left === 0 ? before : [...before, cut(piece, 0, left)], after]
    }
    before.push(piece)
    left -= size
  }
  return [before, []]
}

function toEdits(pieces: readonly Piece[], length: number): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let from = 0
  let insert = ''
  const flush = (to: number) => {
    if (to > from || insert !== '') edits.push({ from, to, insert })
    insert = ''
  }
  for (const piece of pieces) {
    if ('text' in piece) insert += piece.text
    else if (piece.to > piece.from) {
      flush(piece.from)
      from = piece.to
    }
  }
  flush(length)
  return edits
}
