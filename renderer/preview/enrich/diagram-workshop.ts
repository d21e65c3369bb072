import type { Drawing, DrawRequest } from '../../diagrams/drawing.ts'

/** What became of a drawing: `late` when it took too long, `stopped` when it was not wanted any more. */
export type Drawn = Drawing | 'late' | 'stopped'

/** Draws diagrams in a hidden document of its own, whose policy lets Mermaid measure but nothing be loaded. */
export interface Workshop {
  /** Draws one diagram at a time; never rejects. The SVG is not sanitised. */
  draw(source: string, dark: boolean): Promise<Drawn>
  /** Ends the drawing that is under way; a document that is still loading goes on with that. */
  stop(): void
  dispose(): void
}

const PAGE = 'diagrams.html'

/**
 * The document is loaded at the first drawing. Sandboxed, it has an origin and with that a process of its own
 * (Chromium's site isolation): a layout that takes long holds nothing up, and after `limit` milliseconds it is ended.
 */
export function createWorkshop(limit: number): Workshop {
  let frame: HTMLIFrameElement | null = null
  let ready: Promise<Window> | null = null
  let loaded = false
  let end: ((drawn: Drawn) => void) | null = null

  const open = (): Promise<Window> =>
    new Promise((resolve, reject) => {
      const made = document.createElement('iframe')
      made.className = 'diagram-workshop'
      made.setAttribute('aria-hidden', 'true')
      made.setAttribute('sandbox', 'allow-scripts')
      made.tabIndex = -1
      made.addEventListener('load', () => {
        loaded = true
        if (made.contentWindow) resolve(made.contentWindow)
        else reject(new Error(`${PAGE} has not loaded`))
      })
      made.src = PAGE
      document.body.append(made)
      frame = made
    })

  const close = (drawn: Drawn): void => {
    frame?.remove()
    frame = null
    ready = null
    loaded = false
    end?.(drawn)
  }

  const ask = async (request: DrawRequest, answer: (drawn: Drawn) => void): Promise<void> => {
    ready ??= open()
    const to = await ready
    if (end !== answer) return
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<unknown>) => answer(drawingOf(data))
    // No other origin can be named: its own is opaque.
    to.postMessage(request, '*', [port2])
  }

  return {
    async draw(source, dark): Promise<Drawn> {
      const timer = window.setTimeout(() => close('late'), limit)
      try {
        return await new Promise<Drawn>((resolve, reject) => {
          end = resolve
          ask({ source, dark }, resolve).catch(reject)
        })
      } catch (error) {
        console.error(error)
        return { ok: false, reason: error instanceof Error ? error.message : String(error) }
      } finally {
        window.clearTimeout(timer)
        end = null
      }
    },
    stop() {
      if (loaded) close('stopped')
      else end?.('stopped')
    },
    dispose() {
      close('stopped')
    },
  }
}

/** What came from the other process, if it is what was asked for. */
function drawingOf(data: unknown): Drawing {
  const { svg, reason } = (data ?? {}) as Partial<Record<string, unknown>>
  if (typeof svg === 'string') return { ok: true, svg }
  return { ok: false, reason: typeof reason === 'string' ? reason : '' }
}
