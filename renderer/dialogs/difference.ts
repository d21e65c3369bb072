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
