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
    await pause()
    signal.throwIfAborted()
  }
}

const waiting: (() => void)[] = []
let port: MessagePort | null = null

/** Lets the page answer. A message comes at once; a timer waits four milliseconds when it follows others. */
function pause(): Promise<void> {
  if (port === null) {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => waiting.shift()?.()
    port = channel.port2
  }
  const sender = port
  return new Promise((resolve) => {
    waiting.push(resolve)
    sender.postMessage(null)
  })
}
