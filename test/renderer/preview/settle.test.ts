// @vitest-environment happy-dom
import { Text } from '@codemirror/state'
import { expect, test } from 'vitest'
import type { MarkdownExtension } from '../../../core/markdown/extensions.ts'
import { ArticleView } from '../../../renderer/preview/article-view.ts'
import { settle } from '../../../renderer/preview/settle.ts'

/** The list of footnotes that a whole article gets. */
function footnotesOf(text: string, extensions: readonly MarkdownExtension[]): HTMLElement | null {
  const doc = Text.of(text.split('\n'))
  const body = { from: 0, to: doc.length }
  let shown: HTMLElement | null = null
  const page = {
    document,
    make: (html: readonly string[]) =>
      html.map((one) => {
        const element = document.createElement('div')
        element.innerHTML = one
        return element
      }),
    showFootnotes: (footnotes: HTMLElement | null) => void (shown = footnotes),
  }
  const source = { doc, body, format: 'markdown', fields: [], name: 'a.md', context: null } as const
  const view = new ArticleView(page, { ...source, remoteImages: false }, extensions)
  view.work(Infinity)
  const steps = settle(view, page, (key) => key)
  while (steps.next().done !== true);
  return shown
}

const NOTE = 'Text[^n].\n\n[^n]: Costs $x$ and ==more==.\n'

test('footnotes are read with the extensions of the article', () => {
  const all = footnotesOf(NOTE, ['footnotes', 'maths', 'mark'])
  expect(all?.querySelector('.galley-maths')?.textContent).toBe('x')
  expect(all?.querySelector('mark')?.textContent).toBe('more')
})

test('and what is switched off stays text in them', () => {
  const few = footnotesOf(NOTE, ['footnotes'])
  expect(few?.textContent).toContain('Costs $x$ and ==more==.')
})
