import type { MarkdownExtension } from '../../../core/markdown/extensions.ts'
import type { PreviewText } from '../preview-text.ts'
import type { Sanitizer } from '../sanitizer.ts'
import { createCodeColours } from './code-colours.ts'
import { createDiagrams } from './diagrams.ts'
import { createEmoji } from './emoji.ts'
import { SET, type Enrichment } from './enrichment.ts'
import { createFormulas } from './formulas.ts'

/** What is added to sanitised blocks: colours in code, formulas, diagrams, emoji. */
export interface Enricher {
  /** Does what is light at once, and what costs little if it is wanted `prompt`; keeps the rest for `work`. */
  enrich(root: HTMLElement, prompt: boolean): void
  /** Does some of what is left; true when more can be done now. */
  work(until: number): boolean
  setAppearance(extensions: readonly MarkdownExtension[], dark: boolean): void
  dispose(): void
}

interface Job {
  readonly element: HTMLElement
  readonly kind: Enrichment
}

/** Milliseconds one batch of blocks may spend here while the writer types. */
const AT_ONCE = 2

/** `wake` is called when something has loaded, so that there is work again. */
export function createEnricher(
  document: Document,
  sanitizer: Sanitizer,
  text: PreviewText,
  wake: () => void,
): Enricher {
  let jobs: Job[] = []
  let unready: Job[] = []
  const loaded = (): void => {
    jobs.push(...unready)
    unready = []
    wake()
  }
  const diagrams = createDiagrams(document, sanitizer, text)
  const kinds: readonly Enrichment[] = [
    createFormulas(document, sanitizer, text, loaded),
    createEmoji(loaded),
    diagrams,
    createCodeColours(document, sanitizer, loaded),
  ]
  let on: ReadonlySet<MarkdownExtension> = new Set()

  const attempt = (job: Job, until: number | null): void => {
    switch (job.kind.apply(job.element, until)) {
      case 'done':
        job.element.setAttribute(SET, '')
        break
      case 'slow':
        jobs.push(job)
        break
      case 'unready':
        unready.push(job)
    }
  }

  // Formulas are marked in Markdown or in HTML, and set alike.
  const isOn = (name: MarkdownExtension): boolean => on.has(name) || (name === 'maths' && on.has('htmlMaths'))

  return {
    enrich(root, prompt) {
      const until = prompt ? performance.now() + AT_ONCE : 0
      for (const kind of kinds) {
        if (!isOn(kind.extension)) continue
        for (const element of root.querySelectorAll<HTMLElement>(kind.selector)) {
          if (element.hasAttribute(SET)) continue
          const job = { element, kind }
          if (kind.light === true || performance.now() < until) attempt(job, null)
          else jobs.push(job)
        }
      }
    },
    work(until) {
      let left = jobs.length
      while (left-- > 0 && performance.now() < until) {
        const job = jobs.shift()
        if (job?.element.isConnected && !job.element.hasAttribute(SET)) attempt(job, until)
      }
      return jobs.length > 0
    },
    setAppearance(extensions, dark) {
      on = new Set(extensions)
      diagrams.setDark(dark)
    },
    dispose() {
      jobs = []
      unready = []
      diagrams.dispose()
    },
  }
}
