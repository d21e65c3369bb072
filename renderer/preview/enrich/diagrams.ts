import { isCostlyHtml } from '../../../core/markdown/limits.ts'
import { createSlowMaking } from '../make-slowly.ts'
import type { PreviewText } from '../preview-text.ts'
import type { Sanitizer } from '../sanitizer.ts'
import { createWorkshop, type Drawn } from './diagram-workshop.ts'
import { SET, type Enrichment } from './enrichment.ts'

/** Milliseconds without a change after which a diagram is drawn, and after which its drawing is ended. */
const PAUSE = 300
const MOST_TIME = 20_000
const MOST_KEPT = 60
const FIGURE = 'galley-diagram'

/** Diagrams, drawn when the writer pauses. */
export interface Diagrams extends Enrichment {
  setDark(dark: boolean): void
  dispose(): void
}

/** Replaces Mermaid code by its picture; while the code has a mistake the last good picture stays, with the reason. */
export function createDiagrams(document: Document, sanitizer: Sanitizer, text: PreviewText): Diagrams {
  const workshop = createWorkshop(MOST_TIME)
  const cleaning = createSlowMaking<HTMLElement>()
  const sources = new WeakMap<Element, string>()
  const kept = new Map<string, Element | string>()
  let waiting = new Set<HTMLElement>()
  let timer = 0
  /** What is being drawn. */
  let current: HTMLElement | null = null
  let dark = false

  const keyOf = (source: string): string => `${dark ? 'dark' : 'light'} ${source}`
  /** A picture, or the reason why there is none; null when it is not wanted any more. */
  const pictureOf = async (drawn: Drawn, wanted: () => boolean): Promise<Element | string | null> => {
    if (drawn === 'stopped') return null
    if (drawn === 'late') return text('preview.diagram.late', { seconds: MOST_TIME / 1000 })
    if (!drawn.ok) return drawn.reason || text('preview.diagram.failed')
    if (isCostlyHtml(drawn.svg)) return text('preview.diagram.tooLarge')
    const steps = sanitizer.sanitizeInSlices(drawn.svg, () => undefined)
    const made = await cleaning.make(steps, wanted)
    return made && (made.querySelector('svg') ?? text('preview.diagram.failed'))
  }
  const show = (figure: HTMLElement, source: string): boolean => {
    const picture = kept.get(keyOf(source))
    if (picture === undefined) return false
    figure.querySelector('figcaption')?.remove()
    if (typeof picture === 'string') {
      const reason = document.createElement('figcaption')
      reason.textContent = picture
      figure.append(reason)
    } else {
      figure.querySelector(':scope > svg')?.remove()
      figure.prepend(picture.cloneNode(true))
    }
    return true
  }
  const later = (figure: HTMLElement): void => {
    waiting.add(figure)
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void drawAll(), PAUSE)
  }
  const draw = async (figure: HTMLElement): Promise<void> => {
    const source = sources.get(figure)
    if (source === undefined || show(figure, source)) return
    const key = keyOf(source)
    const wanted = (): boolean => figure.isConnected
    const picture = wanted() ? await pictureOf(await workshop.draw(source, dark), wanted) : null
    if (picture === null) {
      // Should it come back, it is asked for again.
      figure.querySelector(`[${SET}]`)?.removeAttribute(SET)
      return
    }
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, picture)
    show(figure, source)
  }
  const drawAll = async (): Promise<void> => {
    if (current) {
      if (!current.isConnected) workshop.stop()
      return
    }
    for (const figure of waiting) {
      waiting.delete(figure)
      current = figure
      await draw(figure)
    }
    current = null
  }

  return {
    extension: 'diagrams',
    // Without its figure, a block that comes in a slice would have no place for the picture that stood there.
    light: true,
    selector: 'pre > code.language-mermaid',
    apply(element) {
      const pre = element.parentElement
      if (!pre) return 'done'
      const source = element.textContent
      const outer = pre.parentElement
      const figure = outer && sources.has(outer) ? outer : document.createElement('figure')
      if (figure !== outer) {
        figure.className = FIGURE
        figure.setAttribute('aria-label', text('preview.diagram'))
        pre.replaceWith(figure)
        figure.append(pre)
        sources.set(figure, source)
      }
      if (!show(figure, source)) later(figure)
      return 'done'
    },
    setDark(next) {
      if (next === dark) return
      dark = next
      for (const figure of document.querySelectorAll<HTMLElement>(`.${FIGURE}`)) {
        const source = sources.get(figure)
        if (source !== undefined && !show(figure, source)) later(figure)
      }
    },
    dispose() {
      window.clearTimeout(timer)
      waiting = new Set()
      workshop.dispose()
      cleaning.dispose()
    },
  }
}

/** Gives diagrams that have no picture yet the one that stood in their place. */
export function keepPictures(standing: Element, fresh: Element): void {
  const before = standing.getElementsByClassName(FIGURE)
  for (const [i, figure] of [...fresh.getElementsByClassName(FIGURE)].entries()) {
    const picture = before[i]?.querySelector(':scope > svg')
    if (picture && !figure.querySelector(':scope > svg')) figure.prepend(picture)
  }
}
