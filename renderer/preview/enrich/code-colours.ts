import { LanguageDescription, type LanguageSupport } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import type { PartialParse, Tree } from '@lezer/common'
import { classHighlighter, highlightTree } from '@lezer/highlight'
import { escapeHtml } from '../../../core/markdown/escape-html.ts'
import type { Sanitizer } from '../sanitizer.ts'
import type { Enrichment } from './enrichment.ts'

/** Longest code that is coloured, in UTF-16 units. */
const MOST_CODE = 100_000
/** Longest that is coloured while the writer types. */
const MOST_AT_ONCE = 2000
const MOST_KEPT = 100

/** Colours code whose language is named, with the source editor's parsers, each loaded on demand. */
export function createCodeColours(document: Document, sanitizer: Sanitizer, wake: () => void): Enrichment {
  const asked = new Map<LanguageDescription, 'loading' | 'failed'>()
  const kept = new Map<string, DocumentFragment>()
  const running = new WeakMap<Element, PartialParse>()

  const load = (description: LanguageDescription): void => {
    if (asked.has(description)) return
    asked.set(description, 'loading')
    description.load().then(wake, (error: unknown) => {
      asked.set(description, 'failed')
      console.error(error)
    })
  }
  const parse = (element: Element, code: string, support: LanguageSupport, until: number): Tree | null => {
    const parser = running.get(element) ?? support.language.parser.startParse(code)
    for (;;) {
      const tree = parser.advance()
      if (tree) return tree
      if (performance.now() > until) break
    }
    running.set(element, parser)
    return null
  }
  const keep = (key: string, html: string): DocumentFragment => {
    const content = document.createDocumentFragment()
    // Not right in the `pre`, which would lose a first line that is empty (HTML, 13.1.2.5).
    const [made] = sanitizer.sanitize([`<pre><code>${html}</code></pre>`])
    content.append(...(made?.querySelector('code')?.childNodes ?? []))
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, content)
    return content
  }

  return {
    extension: 'highlighting',
    selector: 'pre > code[class*="lang"]',
    apply(element, until) {
      const name = languageName(element.className)
      const description = name === null ? null : LanguageDescription.matchLanguageName(languages, name, false)
      const code = element.textContent
      if (!description || asked.get(description) === 'failed' || code.length > MOST_CODE) return 'done'
      const { support } = description
      if (!support) {
        load(description)
        return 'unready'
      }
      const key = `${description.name}\n${code}`
      let content = kept.get(key)
      if (!content) {
        if (until === null && code.length > MOST_AT_ONCE) return 'slow'
        const tree = parse(element, code, support, until ?? Infinity)
        if (!tree) return 'slow'
        content = keep(key, colouredHtml(code, tree))
      }
      element.replaceChildren(content.cloneNode(true))
      return 'done'
    },
  }
}

/** The language a class list names (`language-js`, `lang-js`), or null. */
export function languageName(classes: string): string | null {
  return /(?:^|\s)lang(?:uage)?-([^\s]+)/.exec(classes)?.[1] ?? null
}

/** The code as HTML, each token in a `span` with the classes of Lezer's `classHighlighter`. */
export function colouredHtml(code: string, tree: Tree): string {
  let html = ''
  let at = 0
  highlightTree(tree, classHighlighter, (from, to, classes) => {
    html += `${escapeHtml(code.slice(at, from))}<span class="${escapeHtml(classes)}">${escapeHtml(code.slice(from, to))}</span>`
    at = to
  })
  return html + escapeHtml(code.slice(at))
}
