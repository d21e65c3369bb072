/** A version by when it was saved, milliseconds since the epoch. */
export interface Dated {
  readonly savedAt: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How far apart versions of an age are kept, milliseconds. */
function gapAt(age: number): number {
  if (age < HOUR) return 0
  if (age < DAY) return 10 * MINUTE
  if (age < 30 * DAY) return DAY / 4
  return 7 * DAY
}

/**
 * The versions that may go: all of the last hour stay, then one per ten minutes, per six hours after a day, and per
 * week after a month. The newest and the oldest always stay.
 */
export function thin<T extends Dated>(versions: readonly T[], now: number): readonly T[] {
  const sorted = [...versions].sort((a, b) => b.savedAt - a.savedAt)
  const dropped: T[] = []
  let kept = sorted[0]
  for (const version of sorted.slice(1, -1)) {
    if (kept !== undefined && kept.savedAt - version.savedAt < gapAt(now - version.savedAt))
      dropped.push(version)
    else kept = version
  }
  return dropped
}
