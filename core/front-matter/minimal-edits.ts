import type { TextEdit } from '../article/text-edit.ts'

/**
 * The same change without what it would replace by itself: each edit loses the beginning and end its new text has in
 * common with the old, never splitting a CRLF or a surrogate pair; edits that change nothing are left out.
 */
export function minimalEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map((edit) => trim(text, edit)).filter(({ from, to, insert }) => to > from || insert !== '')
}

function trim(text: string, { from, to, insert }: TextEdit): TextEdit {
  const shorter = Math.min(to - from, insert.length)
  let head = 0
  while (head < shorter && text.charCodeAt(from + head) === insert.charCodeAt(head)) head++
  while (head > 0 && (splits(text, from + head) || splits(insert, head))) head--
  let tail = 0
  const most = shorter - head
  while (tail < most && text.charCodeAt(to - 1 - tail) === insert.charCodeAt(insert.length - 1 - tail)) tail++
  while (tail > 0 && (splits(text, to - tail) || splits(insert, insert.length - tail))) tail--
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) }
}

/** True when `at` lies inside a CRLF or a surrogate pair. */
function splits(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  if (before === 13 && after === 10) return true
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
