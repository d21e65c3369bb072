import type { FormatAnswer, FormatRequest } from './format-messages.ts'

/** Milliseconds after which a piece that is not formatted stays as it is. */
const LIMIT = 5000

/** Formats pieces of Markdown beside the page; null: a piece cannot be formatted, or takes too long. */
export interface Formatter {
  readonly format: (text: string) => Promise<string | null>
  readonly dispose: () => void
}

/** A formatter with a worker of its own, which is given up and made anew when a piece takes too long. */
export function createFormatter(makeWorker = startWorker): Formatter {
  let worker: Worker | null = null
  let id = 0
  return {
    format(text) {
      worker ??= makeWorker()
      const own = worker
      const request: FormatRequest = { id: ++id, text }
      return new Promise((resolve) => {
        const finish = (result: string | null, broken: boolean): void => {
          clearTimeout(timer)
          own.removeEventListener('message', onMessage)
          own.removeEventListener('error', onError)
          if (broken) own.terminate()
          if (broken && worker === own) worker = null
          resolve(result)
        }
        const onMessage = ({ data }: MessageEvent<FormatAnswer>): void => {
          if (data.id === request.id) finish(data.text, false)
        }
        const onError = (): void => finish(null, true)
        const timer = setTimeout(() => finish(null, true), LIMIT)
        own.addEventListener('message', onMessage)
        own.addEventListener('error', onError)
        own.postMessage(request)
      })
    },
    dispose() {
      worker?.terminate()
      worker = null
    },
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./format-worker.ts', import.meta.url), { type: 'module' })
}
