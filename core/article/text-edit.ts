/** A stretch of a text as UTF-16 offsets: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** One replacement in a text; offsets are UTF-16 and refer to the text before any edit of the same batch. */
export interface TextEdit extends Span {
  readonly insert: string
}

/**
 * The text after all edits, which may come in any order.
 * Throws `RangeError` when two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to)
  let result = ''
  let at = 0
  for (const edit of sorted) {
    if (edit.from < at || edit.to < edit.from || edit.to > text.length) {
      throw new RangeError(`Edit ${edit.from}–${edit.to} overlaps another or lies outside the text`)
    }
    result += text.slice(at, edit.from) + edit.insert
    at = edit.to
  }
  return result + text.slice(at)
}
