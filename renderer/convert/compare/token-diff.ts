import { diffArrays } from 'diff/lib/diff/array.js'
import type { DomToken } from './dom-tokens.ts'

/** Pieces in a row that both sequences have, or that only one of them has. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly length: number
}

/** How many pieces are looked at together, at first and at most. */
const FIRST_WINDOW = 400
const LAST_WINDOW = 6400
/** What belongs together again: so many pieces in a row that are the same. */
const ANCHOR = 4
const MILLISECONDS = 2000
/** Like pieces passed between two pauses. */
const BATCH = 5000

/**
 * How one sequence becomes the other, by a window that moves along both, so that the time it takes grows with their
 * length alone. Complete, though not always the shortest; null when the two have too little in common. Pauses now and
 * then.
 */
export function* diffTokens(
  before: readonly DomToken[],
  after: readonly DomToken[],
): Generator<undefined, readonly DiffPart[] | null> {
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  let size = FIRST_WINDOW
  while (i < before.length || j < after.length) {
    yield
    let same = 0
    while (i + same < before.length && before[i + same]?.key === after[j + same]?.key)
      if (++same % BATCH === 0) yield
    if (same > 0) parts.push({ kind: 'same', length: same })
    i += same
    j += same
    const old = before.slice(i, i + size)
    const fresh = after.slice(j, j + size)
    const whole = i + size >= before.length && j + size >= after.length
    const found = windowParts(old, fresh)
    const taken = whole ? found : found && upToAnchor(found, size)
    if (taken === null) {
      if (whole || size >= LAST_WINDOW) return null
      size *= 2
      continue
    }
    for (const part of taken) {
      parts.push(part)
      if (part.kind !== 'added') i += part.length
      if (part.kind !== 'removed') j += part.length
    }
    size = FIRST_WINDOW
  }
  return parts
}

function windowParts(old: readonly DomToken[], fresh: readonly DomToken[]): readonly DiffPart[] | null {
  const parts = diffArrays(
    old.map(({ key }) => key),
    fresh.map(({ key }) => key),
    { timeout: MILLISECONDS },
  )
  return (
    parts?.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      length: value.length,
    })) ?? null
  )
}

/**
 * The parts up to one that is surely the same, away from the window's end, where what follows is not in sight on both
 * sides; what comes after it is looked at again.
 */
function upToAnchor(parts: readonly DiffPart[], size: number): readonly DiffPart[] | null {
  let last = -1
  let old = 0
  let fresh = 0
  for (const [i, { kind, length }] of parts.entries()) {
    if (kind !== 'added') old += length
    if (kind !== 'removed') fresh += length
    if (last >= 0 && Math.max(old, fresh) > size / 2) break
    if (kind === 'same' && length >= ANCHOR) last = i
  }
  return last < 0 ? null : parts.slice(0, last + 1)
}
