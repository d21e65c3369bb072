/** Work done in slices between which the page can answer input. */
export interface Slices {
  /** Goes on as soon as the page has answered what is waiting. */
  start(): void
  /** Goes on after `delay` milliseconds, counted anew at each call. */
  startAfter(delay: number): void
  stop(): void
}

/** Slices are done one after the other for so many milliseconds, as long as the writer does nothing. */
const TURN = 30

/** True when a key, click or wheel waits for the page. Where the browser does not tell, one always may. */
function isInputPending(): boolean {
  const { scheduling } = navigator as { scheduling?: { isInputPending?: () => boolean } }
  return scheduling?.isInputPending?.() ?? true
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
    const until = performance.now() + TURN
    while (!stopped && slice()) {
      if (performance.now() < until && !isInputPending()) continue
      timer = window.setTimeout(post)
      return
    }
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
