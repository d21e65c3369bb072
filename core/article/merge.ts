import { diffArrays } from 'diff/lib/diff/array.js'

/**
 * Two edited texts brought together. Outside conflicts both hold the edits of both sides; in a conflict `mine` holds
 * what the first side wrote and `theirs` what the second did. Without conflicts they are the same text.
 */
export interface Merged {
  readonly mine: string
  readonly theirs: string
  readonly conflicts: number
}

/** Lines `from` to `to` (exclusive) of the ancestor became `lines`. */
export interface Hunk {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/** Beyond this many edited lines a text counts as one edit from its first to its last changed line. */
const MOST_EDITS = 5_000

/** Lines with their ends, so that an edit of an end is an edit of its line. */
export function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? []
}

/** What was made of the ancestor's lines, as hunks in ascending order that do not touch. */
export function hunksBetween(base: readonly string[], other: readonly string[]): readonly Hunk[] {
  const most = Math.min(base.length, other.length)
  let start = 0
  while (start < most && base[start] === other[start]) start += 1
  let kept = 0
  while (kept < most - start && base.at(-1 - kept) === other.at(-1 - kept)) kept += 1
  const before = base.slice(start, base.length - kept)
  const after = other.slice(start, other.length - kept)
  if (before.length === 0 && after.length === 0) return []
  const parts = diffArrays(before, after, { maxEditLength: MOST_EDITS })
  if (parts === undefined) return [{ from: start, to: start + before.length, lines: after }]
  const hunks: Hunk[] = []
  let open: { from: number; to: number; lines: string[] } | null = null
  let at = start
  for (const part of parts) {
    if (!part.added && !part.removed) {
      open = null
      at += part.value.length
      continue
    }
    if (open === null) {
      open = { from: at, to: at, lines: [] }
      hunks.push(open)
    }
    if (part.added) open.lines.push(...part.value)
    else {
      at += part.value.length
      open.to = at
    }
  }
  return hunks
}

/** What lines `from` to `to` of the ancestor became on one side, whose hunks there are `hunks`. */
function sideOf(base: readonly string[], from: number, to: number, hunks: readonly Hunk[]): string {
  const lines: string[] = []
  let at = from
  for (const hunk of hunks) {
    lines.push(...base.slice(at, hunk.from), ...hunk.lines)
    at = hunk.to
  }
  return [...lines, ...base.slice(at, to)].join('')
}

/** The hunks that begin at or before `to`, taken off the front of `queue`. */
function takeUpTo(queue: Hunk[], to: number): readonly Hunk[] {
  const next = queue.findIndex((hunk) => hunk.from > to)
  return queue.splice(0, next < 0 ? queue.length : next)
}

/**
 * Merges two texts that were both made from `base`, line by line. Edits of one side are taken, the same edit on both
 * sides is taken once, and edits of both sides that overlap or touch are a conflict: nothing is guessed.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  const lines = linesOf(base)
  const queues = [hunksBetween(lines, linesOf(mine)), hunksBetween(lines, linesOf(theirs))].map((it) => [
    ...it,
  ])
  const [left = [], right = []] = queues
  const result = { mine: '', theirs: '', conflicts: 0 }
  let at = 0
  for (;;) {
    const from = Math.min(left[0]?.from ?? Infinity, right[0]?.from ?? Infinity)
    const same = lines.slice(at, Math.min(from, lines.length)).join('')
    result.mine += same
    result.theirs += same
    if (from === Infinity) return result
    let to = from
    const group: { mine: Hunk[]; theirs: Hunk[] } = { mine: [], theirs: [] }
    for (;;) {
      const more = [takeUpTo(left, to), takeUpTo(right, to)] as const
      if (more[0].length + more[1].length === 0) break
      group.mine.push(...more[0])
      group.theirs.push(...more[1])
      to = Math.max(to, ...more.flat().map((hunk) => hunk.to))
    }
    const ours = sideOf(lines, from, to, group.mine)
    const other = sideOf(lines, from, to, group.theirs)
    if (group.theirs.length === 0 || ours === other) {
      result.mine += ours
      result.theirs += ours
    } else if (group.mine.length === 0) {
      result.mine += other
      result.theirs += other
    } else {
      result.mine += ours
      result.theirs += other
      result.conflicts += 1
    }
    at = to
  }
}
