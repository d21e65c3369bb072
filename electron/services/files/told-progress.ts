import type { ReadProgress } from './read-file.ts'

/** Milliseconds of reading before it is told of, and between two tellings. */
const FIRST = 300
const BETWEEN = 100

/** Tells of a reading that began now only when it takes long, and then not with every piece. `now` in milliseconds. */
export function toldProgress(tell: ReadProgress, now: () => number = () => performance.now()): ReadProgress {
  let next = now() + FIRST
  return (done, total) => {
    if (now() < next) return
    next = now() + BETWEEN
    tell(done, total)
  }
}
