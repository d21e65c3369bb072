import { createSlices } from './slices.ts'

/** What is being made in slices, one after the other. */
export interface SlowMaking<T> {
  /** Takes its turn; null when it is no longer `wanted`. */
  make(steps: Generator<undefined, T>, wanted: () => boolean): Promise<T | null>
  dispose(): void
}

interface Job<T> {
  readonly steps: Generator<undefined, T>
  readonly wanted: () => boolean
  readonly give: (made: T | null) => void
  readonly fail: (error: unknown) => void
}

/** Milliseconds one slice may take; a step of a job is never cut. */
const SLICE = 8

/** Makes what takes long between the page's answers to the writer. */
export function createSlowMaking<T>(): SlowMaking<T> {
  let queue: Job<T>[] = []

  const work = (job: Job<T>): boolean => {
    const until = performance.now() + SLICE
    try {
      do {
        const step = job.wanted() ? job.steps.next() : null
        if (step && step.done !== true) continue
        job.give(step?.done === true ? step.value : null)
        return true
      } while (performance.now() < until)
    } catch (error) {
      job.fail(error)
      return true
    }
    return false
  }

  const slices = createSlices(() => {
    const [job] = queue
    if (job && work(job)) queue = queue.filter((other) => other !== job)
    return queue.length > 0
  })

  return {
    make: (steps, wanted) =>
      new Promise((give, fail) => {
        queue.push({ steps, wanted, give, fail })
        slices.start()
      }),
    dispose() {
      slices.stop()
      for (const { give } of queue) give(null)
      queue = []
    },
  }
}
