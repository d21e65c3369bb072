import { Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import type { MarkdownExtension } from '../../../core/markdown/extensions.ts'
import { ArticleView } from '../../../renderer/preview/article-view.ts'
import { settle } from '../../../renderer/preview/settle.ts'

/** A whole article as it is once settled, and the list of footnotes it gets. */
function settled(text: string, extensions: readonly MarkdownExtension[]) {
  const doc = Text.of(text.split('\n'))
  const body = { from: 0, to: doc.length }
  let shown: HTMLElement | null = null
  const page = {
    document,
    window,
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
  return { view, footnotes: shown as HTMLElement | null }
}

const NOTE = 'Text[^n].\n\n[^n]: Costs $x$ and ==more==.\n'

test('footnotes are read with the extensions of the article', () => {
  const { footnotes: all } = settled(NOTE, ['footnotes', 'maths', 'mark'])
  expect(all?.querySelector('.galley-maths')?.textContent).toBe('x')
  expect(all?.querySelector('mark')?.textContent).toBe('more')
})

test('and what is switched off stays text in them', () => {
  const { footnotes: few } = settled(NOTE, ['footnotes'])
  expect(few?.textContent).toContain('Costs $x$ and ==more==.')
})

describe('a footnote referred to more than once', () => {
  const text = 'One[^n], two[^n].\n\nThree[^N] and `[^n]`.\n\n[^m]: Not referred to.\n\n[^n]: A note.\n'

  test('has references with ids of their own, and a way back to each', () => {
    const { view, footnotes } = settled(text, ['footnotes'])
    const ids = [...view.dom.root.querySelectorAll('.footnote-ref a')].map(({ id }) => id)
    expect(ids).toEqual(['fnref-n', 'fnref-n-2', 'fnref-n-3'].map((id) => `user-content-${id}`))
    const back = [...(footnotes?.querySelectorAll('.footnote-back') ?? [])]
    expect(back.map((link) => link.getAttribute('href'))).toEqual(['#fnref-n', '#fnref-n-2', '#fnref-n-3'])
    expect(back.map((link) => link.textContent)).toEqual(['↩', '↩2', '↩3'])
  })

  test('counts what stands in other footnotes after the text', () => {
    const { footnotes } = settled('A[^a] b[^b].\n\n[^a]: See[^b].\n\n[^b]: B.\n', ['footnotes'])
    const [inside] = footnotes?.querySelectorAll('li:first-child .footnote-ref a') ?? []
    expect(inside?.id).toBe('user-content-fnref-b-2')
    expect(footnotes?.querySelectorAll('li:last-child .footnote-back').length).toBe(2)
  })
})
