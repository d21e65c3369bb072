import type { PreviewText } from '../preview-text.ts'
import type { Sanitizer } from '../sanitizer.ts'
import { createWorkshop, type Drawing } from './diagram-workshop.ts'
import type { Enrichment } from './enrichment.ts'

/** Milliseconds without a change after which a diagram is drawn. */
const PAUSE = 300
const MOST_KEPT = 60
const FIGURE = 'galley-diagram'

/** Diagrams, drawn when the writer pauses. */
export interface Diagrams extends Enrichment {
  setDark(dark: boolean): void
  dispose(): void
}

/** Replaces Mermaid code by its picture; while the code has a mistake the last good picture stays, with the reason. */
export function createDiagrams(document: Document, sanitizer: Sanitizer, text: PreviewText): Diagrams {
  const workshop = createWorkshop()
  const sources = new WeakMap<Element, string>()
  const kept = new Map<string, Element | string>()
  let waiting = new Set<HTMLElement>()
  let timer = 0
  let drawing = false
  let dark = false

  const keyOf = (source: string): string => `${dark ? 'dark' : 'light'} ${source}`
  const pictureOf = (drawn: Drawing): Element | string => {
    if (!drawn.ok) return drawn.reason
    const [made] = sanitizer.sanitize([drawn.svg])
    return made?.querySelector('svg') ?? text('preview.diagram.failed')
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
  const drawAll = async (): Promise<void> => {
    if (drawing) return
    drawing = true
    try {
      for (const figure of waiting) {
        waiting.delete(figure)
        const source = sources.get(figure)
        if (source === undefined || !figure.isConnected) continue
        if (!show(figure, source)) {
          const key = keyOf(source)
          const picture = pictureOf(await workshop.draw(source, dark))
          if (kept.size >= MOST_KEPT) kept.clear()
          kept.set(key, picture)
          show(figure, source)
        }
      }
    } finally {
      drawing = false
    }
  }

  return {
    extension: 'diagrams',
    selector: 'pre > code.language-mermaid',
    apply(element) {
      const pre = element.parentElement
      if (!pre) return 'done'
      const source = element.textContent
      const figure = document.createElement('figure')
      figure.className = FIGURE
      figure.setAttribute('aria-label', text('preview.diagram'))
      pre.replaceWith(figure)
      figure.append(pre)
      sources.set(figure, source)
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
