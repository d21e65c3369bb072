/** Milliseconds of work between two pauses in which the page can answer. */
const SLICE = 12

/** Runs `work` in short slices and gives what it returns; throws the signal's reason when it is aborted. */
export async function inSlices<T>(work: Generator<undefined, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE
    do {
      const step = work.next()
      if (step.done) return step.value
    } while (performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve))
    signal.throwIfAborted()
  }
}
