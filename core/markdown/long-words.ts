/** Longest word that is read as text, in UTF-16 units; longer ones are data: an image written into its address. */
const MOST_WORD = 20_000
const AFTER_WORD = /[^!#-&(-;=?-~]/g

/** A stretch of a text, in UTF-16 offsets. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The words of more than 20,000 ASCII characters without quotes and angle brackets. Ordinary text is not even read. */
export function longWords(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  for (let at = 0; at + MOST_WORD < text.length;) {
    let last = at + MOST_WORD
    while (last >= at && isWordCode(text.charCodeAt(last))) last--
    if (last >= at) {
      at = last + 1
      continue
    }
    AFTER_WORD.lastIndex = at + MOST_WORD
    const to = AFTER_WORD.exec(text)?.index ?? text.length
    found.push({ from: at, to })
    at = to
  }
  return found
}

function isWordCode(code: number): boolean {
  return code > 32 && code < 127 && code !== 34 && code !== 39 && code !== 60 && code !== 62
}
