import type { DrawDiagram, Drawing } from '../../diagrams/drawing.ts'

export type { Drawing } from '../../diagrams/drawing.ts'

/** Draws diagrams in a hidden document of its own, whose policy lets Mermaid measure but nothing be loaded. */
export interface Workshop {
  draw: DrawDiagram
  dispose(): void
}

const PAGE = 'diagrams.html'

/** The document is loaded at the first drawing. */
export function createWorkshop(): Workshop {
  let frame: HTMLIFrameElement | null = null
  let ready: Promise<DrawDiagram> | null = null

  const open = (): Promise<DrawDiagram> =>
    new Promise((resolve, reject) => {
      frame = document.createElement('iframe')
      frame.className = 'diagram-workshop'
      frame.setAttribute('aria-hidden', 'true')
      frame.tabIndex = -1
      const made = frame
      made.addEventListener('load', () => {
        const draw = made.contentWindow?.drawDiagram
        if (draw) resolve(draw)
        else reject(new Error(`${PAGE} has not loaded`))
      })
      made.src = PAGE
      document.body.append(made)
    })

  return {
    async draw(source, dark): Promise<Drawing> {
      ready ??= open()
      try {
        return await (
          await ready
        )(source, dark)
      } catch (error) {
        console.error(error)
        return { ok: false, reason: error instanceof Error ? error.message : String(error) }
      }
    },
    dispose() {
      frame?.remove()
      frame = null
      ready = null
    },
  }
}
