import { MOST_HTML } from '../../core/markdown/limits.ts'
import type { RenderEnvironment } from '../../core/markdown/marked-setup.ts'

/** What the worker is asked: a block's Markdown with what its rendering depends on. */
export type AsideRequest = RenderEnvironment & { readonly text: string }

/** What it answers: HTML that is not sanitised; null when the block is too costly for it, too. */
export interface AsideAnswer {
  readonly html: string | null
}

/** Renders blocks beside the page, one after the other. */
export interface RenderAside {
  /** HTML that is not sanitised; null when it took longer than two seconds, or is more than can be shown at once. */
  render(text: string, env: RenderEnvironment): Promise<string | null>
  dispose(): void
}

/** Milliseconds a block may take before its worker is ended. */
const PATIENCE = 2000
/** Of more definitions than this those a block refers to are not looked for. */
const MOST_DEFINITIONS = 2000

function startWorker(): Worker {
  return new Worker(new URL('./render-worker.ts', import.meta.url), { type: 'module' })
}

/** The worker starts with the first block; `start` is another way to make it, for tests. */
export function createRenderAside(start: () => Worker = startWorker): RenderAside {
  let worker: Worker | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let disposed = false

  const end = (): void => {
    worker?.terminate()
    worker = null
  }
  const ask = (request: AsideRequest): Promise<string | null> =>
    new Promise((resolve) => {
      if (disposed) {
        resolve(null)
        return
      }
      worker ??= start()
      const give = (html: string | null): void => {
        clearTimeout(timer)
        resolve(html)
      }
      const fail = (): void => {
        end()
        give(null)
      }
      const timer = setTimeout(fail, PATIENCE)
      worker.onmessage = ({ data }: MessageEvent<AsideAnswer>) =>
        give(data.html !== null && data.html.length <= MOST_HTML ? data.html : null)
      worker.onerror = fail
      worker.postMessage(request)
    })

  return {
    render(text, { definitions, footnotes, extensions }) {
      const known = Object.entries(definitions)
      const lower = text.toLowerCase().replace(/\s+/g, ' ')
      const used =
        known.length > MOST_DEFINITIONS ? [] : known.filter(([label]) => lower.includes(`[${label}`))
      const request = { text, definitions: Object.fromEntries(used), footnotes, extensions }
      const answer = turn.then(() => ask(request))
      turn = answer
      return answer
    },
    dispose() {
      disposed = true
      end()
    },
  }
}
