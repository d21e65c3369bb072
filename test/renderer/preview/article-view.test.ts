// @vitest-environment happy-dom
import { ChangeSet, Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'
import { ArticleView, type ViewHost } from '../../../renderer/preview/article-view.ts'
import type { PreviewSource } from '../../../renderer/preview/preview-api.ts'

const host: ViewHost = {
  document,
  make: (html) =>
    html.map((text) => {
      const element = document.createElement('div')
      element.innerHTML = text
      return element
    }),
}

function sourceOf(doc: Text, format: PreviewSource['format']): PreviewSource {
  return {
    doc,
    body: { from: 0, to: doc.length },
    format,
    fields: [],
    name: 'a.md',
    context: null,
    remoteImages: false,
  }
}

/** Types `keys` one by one behind `mark`; what each of them made the view read and render. */
function workOfKeys(text: string, format: PreviewSource['format'], mark: string, keys: string) {
  let doc = Text.of(text.split('\n'))
  const view = new ArticleView(host, sourceOf(doc, format), DEFAULT_EXTENSIONS)
  view.work(Infinity)
  let at = text.indexOf(mark) + mark.length
  const work: { readonly rendered: number; readonly lexed: number }[] = []
  for (const key of keys) {
    const before = view.counters
    const changes = ChangeSet.of({ from: at, insert: key }, doc.length)
    doc = changes.apply(doc)
    expect(view.change(changes, sourceOf(doc, format))).toBe(true)
    view.work(Infinity)
    at += key.length
    work.push({
      rendered: view.counters.rendered - before.rendered,
      lexed: view.counters.lexed - before.lexed,
    })
  }
  return { work, shown: view.dom.root.textContent }
}

const many = (block: (n: number) => string): string =>
  Array.from({ length: 1000 }, (_, n) => block(n)).join('\n\n')
const TEXTS = [
  ['Markdown', 'markdown', many((n) => `Paragraph ${n} by the *harbour*.`)],
  ['HTML', 'html', many((n) => `<p>Paragraph ${n} by the <em>harbour</em>.</p>`)],
] as const

describe('an ordinary key', () => {
  test.each(TEXTS)('renders one block of %s, the one it stands in', (_name, format, text) => {
    const { work, shown } = workOfKeys(text, format, 'Paragraph 500', ' and on')
    expect(work.map(({ rendered }) => rendered)).toEqual(Array(7).fill(1))
    expect(shown).toContain('Paragraph 500 and on by the harbour.')
  })

  test.each(TEXTS)('reads a few blocks of %s, however long the article', (_name, format, text) => {
    const { work } = workOfKeys(text, format, 'Paragraph 500', ' and on')
    for (const { lexed } of work) expect(lexed).toBeLessThan(400)
  })
})
