import type { RegexpMatches, RegexpSearch } from './regexp-matches.ts'

/** Looks for regular expressions beside the page. */
export interface SearchAside {
  /** `ended`: it took longer than two seconds. `outdated`: another search was asked for meanwhile. */
  search(search: RegexpSearch): Promise<RegexpMatches | 'ended' | 'outdated'>
}

/** Milliseconds a search may take before its worker is ended. */
const PATIENCE = 2000

function startWorker(): Worker {
  return new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
}

/** The worker starts with the first search; `start` is another way to make it, for tests. */
export function createSearchAside(start: () => Worker = startWorker): SearchAside {
  let worker: Worker | null = null
  let outdate: (() => void) | null = null

  return {
    search(search) {
      outdate?.()
      return new Promise((resolve) => {
        const running = (worker ??= start())
        const give = (answer: RegexpMatches | 'ended' | 'outdated'): void => {
          clearTimeout(timer)
          outdate = null
          resolve(answer)
        }
        const end = (why: 'ended' | 'outdated'): void => {
          running.terminate()
          worker = null
          give(why)
        }
        const timer = setTimeout(() => end('ended'), PATIENCE)
        outdate = () => end('outdated')
        running.onmessage = ({ data }: MessageEvent<RegexpMatches>) => give(data)
        running.onerror = () => end('ended')
        running.postMessage(search)
      })
    },
  }
}
