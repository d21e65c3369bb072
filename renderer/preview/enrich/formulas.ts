import type { PreviewText } from '../preview-text.ts'
import type { Sanitizer } from '../sanitizer.ts'
import { TEX } from '../shown-text.ts'
import { onDemand, type Enrichment } from './enrichment.ts'

/** Longest formula that is set, in UTF-16 units of TeX. */
const MOST_TEX = 8000
/** Longest that is set while the writer types. */
const MOST_AT_ONCE = 400
const MOST_KEPT = 500

/** Sets formulas with KaTeX; a formula with a mistake stays as written, with the reason. */
export function createFormulas(
  document: Document,
  sanitizer: Sanitizer,
  text: PreviewText,
  wake: () => void,
): Enrichment {
  const katex = onDemand(() => import('./katex.ts'), wake)
  const kept = new Map<string, Element | string>()
  let style: HTMLStyleElement | null = null

  const set = (tex: string, display: boolean): Element | string => {
    if (!katex.value) return ''
    try {
      const [made] = sanitizer.sanitize([katex.value.setFormula(tex, display)])
      return made?.firstElementChild ?? ''
    } catch (error) {
      return error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : String(error)
    }
  }
  const addStyle = (css: string): void => {
    if (style) return
    style = document.createElement('style')
    style.textContent = css
    document.head.prepend(style)
  }
  const refuse = (element: HTMLElement, reason: string): void => {
    element.classList.add('galley-maths-wrong')
    const note = document.createElement('small')
    note.textContent = reason
    element.append(' ', note)
  }

  return {
    extension: 'maths',
    selector: 'span.galley-maths',
    apply(element, until) {
      katex.ask()
      if (!katex.value) return katex.failure === null ? 'unready' : 'done'
      addStyle(katex.value.katexCss)
      const tex = element.textContent
      const display = element.classList.contains('galley-maths-display')
      const key = `${display ? 'display' : 'inline'} ${tex}`
      const known = kept.get(key)
      if (known === undefined && until === null && tex.length > MOST_AT_ONCE) return 'slow'
      const formula = tex.length > MOST_TEX ? text('preview.maths.tooLong') : (known ?? set(tex, display))
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(key, formula)
      if (typeof formula === 'string') refuse(element, formula)
      else {
        element.setAttribute(TEX, tex)
        element.replaceChildren(formula.cloneNode(true))
      }
      return 'done'
    },
  }
}
