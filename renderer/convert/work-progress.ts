/** Told how far some work is, from 0 to 1. */
export type WorkProgress = (done: number) => void

/** The progress of a part of some work, which goes from `from` to `to` of the whole. */
export function partOf(whole: WorkProgress, from: number, to: number): WorkProgress {
  return (done) => whole(from + Math.min(1, done) * (to - from))
}
