import { diffLines } from 'diff'

/** One row of two texts side by side; line numbers are 1-based, null where a side has no line. */
export type DifferenceRow =
  | {
      readonly kind: 'same' | 'changed'
      readonly left: { readonly line: number; readonly text: string } | null
      readonly right: { readonly line: number; readonly text: string } | null
    }
  | { readonly kind: 'skipped'; readonly lines: number }

export interface Difference {
  readonly rows: readonly DifferenceRow[]
  /** Lines only the right text has, and only the left. */
  readonly added: number
  readonly removed: number
}

/** Unchanged lines shown around a change. */
const CONTEXT = 3
/** Beyond this many edits or milliseconds the texts are shown as wholly different instead of being compared on. */
const LIMITS = { maxEditLength: 20_000, timeout: 2_000 }

/** So many characters of a line are shown: it takes long to lay out one of millions. */
const MOST_SHOWN = 10_000
/** What is shown of a longer line before its first difference. */
const BEFORE_DIFFERENCE = 200

/** What is shown of a line: all of it, or the part around its first difference from the line beside it. */
export function excerpt(text: string, beside = text): string {
  if (text.length <= MOST_SHOWN) return text
  let same = 0
  if (text !== beside) while (text.charCodeAt(same) === beside.charCodeAt(same)) same += 1
  const from = Math.max(0, Math.min(same - BEFORE_DIFFERENCE, text.length - MOST_SHOWN))
  const part = text.slice(from, from + MOST_SHOWN)
  return `${from > 0 ? '…' : ''}${part}${from + MOST_SHOWN < text.length ? '…' : ''}`
}

/** Compares two texts line by line; long unchanged stretches become one `skipped` row. */
export function difference(left: string, right: string): Difference {
  const parts = diffLines(left, right, LIMITS) ?? [
    { value: left, removed: true, added: false },
    { value: right, removed: false, added: true },
  ]
  const rows: DifferenceRow[] = []
  let [leftLine, rightLine, added, removed] = [1, 1, 0, 0]
  let pending: string[] = []
  const flush = (texts: readonly string[]): void => {
    for (let index = 0; index < Math.max(pending.length, texts.length); index++) {
      const mine = pending[index]
      const theirs = texts[index]
      rows.push({
        kind: 'changed',
        left: mine === undefined ? null : { line: leftLine++, text: mine },
        right: theirs === undefined ? null : { line: rightLine++, text: theirs },
      })
    }
    pending = []
  }
  for (const [index, part] of parts.entries()) {
    const texts = lines(part.value)
    if (part.removed) {
      removed += texts.length
      pending = [...texts]
    } else if (part.added) {
      added += texts.length
      flush(texts)
    } else {
      flush([])
      const skip = shown(texts.length, index === 0, index === parts.length - 1)
      for (const [at, text] of texts.entries()) {
        if (at === skip.from && skip.lines > 0) rows.push({ kind: 'skipped', lines: skip.lines })
        if (at < skip.from || at >= skip.from + skip.lines) {
          rows.push({ kind: 'same', left: { line: leftLine, text }, right: { line: rightLine, text } })
        }
        leftLine++
        rightLine++
      }
    }
  }
  flush([])
  return { rows, added, removed }
}

/** Which lines of an unchanged stretch are left out: those further than the context from a change. */
function shown(length: number, first: boolean, last: boolean): { from: number; lines: number } {
  const from = first ? 0 : CONTEXT
  const to = last ? length : length - CONTEXT
  return { from, lines: to - from > 1 ? to - from : 0 }
}

function lines(text: string): readonly string[] {
  const all = text.split(/\r\n?|\n/)
  return all.at(-1) === '' ? all.slice(0, -1) : all
}
