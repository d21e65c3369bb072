/** Work done in slices between which the page can answer input. */
export interface Slices {
  /** Goes on as soon as the page has answered what is waiting. */
  start(): void
  /** Goes on after `delay` milliseconds, counted anew at each call. */
  startAfter(delay: number): void
  stop(): void
}

/** Calls `slice` until it answers false. */
export function createSlices(slice: () => boolean): Slices {
  const channel = new MessageChannel()
  let posted = false
  let timer = 0
  let stopped = false
  const post = (): void => {
    if (posted || stopped) return
    posted = true
    channel.port2.postMessage(null)
  }
  channel.port1.onmessage = () => {
    posted = false
    if (!stopped && slice()) timer = window.setTimeout(post)
  }
  return {
    start: post,
    startAfter(delay) {
      window.clearTimeout(timer)
      timer = window.setTimeout(post, delay)
    },
    stop() {
      stopped = true
      window.clearTimeout(timer)
      channel.port1.close()
    },
  }
}
