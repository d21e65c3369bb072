import { ChangeSet, Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'
import { ArticleView } from '../../../renderer/preview/article-view.ts'
import type { PreviewSource } from '../../../renderer/preview/preview-api.ts'
import { plainHost, sourceOf } from './plain-host.ts'

/** Types `keys` one by one behind `mark`; what each of them made the view read and render. */
function workOfKeys(text: string, format: PreviewSource['format'], mark: string, keys: string) {
  let doc = Text.of(text.split('\n'))
  const view = new ArticleView(plainHost, sourceOf(doc, format), DEFAULT_EXTENSIONS)
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

test.each([
  ['becomes another', '<div>', '<section>'],
  ['goes', '<div>', ''],
  ['is no tag any more', '<div>', 'div>'],
  ['is taken into a comment', '<div>', '<!-- <div>'],
])('the body stays on the page when the one element around all of it %s', (_how, tag, next) => {
  const doc = Text.of([tag, '<p>The harbour.</p>', '<p>The quay.</p>', '</div>'])
  const view = new ArticleView(plainHost, sourceOf(doc, 'html'), DEFAULT_EXTENSIONS)
  view.work(Infinity)
  const page = document.createElement('article')
  page.append(view.dom.root)
  const changes = ChangeSet.of({ from: 0, to: tag.length, insert: next }, doc.length)
  const edited = changes.apply(doc)
  view.change(changes, sourceOf(edited, 'html'))
  view.work(Infinity)
  expect(view.dom.root.parentElement).toBe(page)
  const fresh = new ArticleView(plainHost, sourceOf(edited, 'html'), DEFAULT_EXTENSIONS)
  fresh.work(Infinity)
  expect(view.dom.root.textContent).toBe(fresh.dom.root.textContent)
})

describe('a paragraph that may take long', () => {
  const costly = `${'*a* '.repeat(1000)}end`

  /** A view whose blocks are rendered aside as the given answer; `settled` when all answers are there. */
  function viewOf(text: string, answer: string | null) {
    const asked: string[] = []
    const aside = (source: string): Promise<string | null> => {
      asked.push(source)
      return Promise.resolve(answer)
    }
    const doc = Text.of(text.split('\n'))
    const view = new ArticleView({ ...plainHost, aside }, sourceOf(doc, 'markdown'), DEFAULT_EXTENSIONS)
    view.work(Infinity)
    const settled = () => new Promise<void>((resolve) => view.renderAside(resolve))
    return { view, asked, doc, settled }
  }

  test('is shown as its text until it is rendered aside', async () => {
    const { view, asked, settled } = viewOf(`before\n\n${costly}\n\nafter`, '<p>rendered aside</p>')
    expect(view.dom.root.textContent).toContain('*a* *a*')
    expect(view.incomplete).toBe(false)
    await settled()
    expect(asked.map((text) => text.trim())).toEqual([costly])
    expect(view.dom.root.textContent).not.toContain('*a*')
    expect(view.dom.root.textContent).toContain('rendered aside')
    expect(view.incomplete).toBe(false)
  })

  test('stays its text, and the article incomplete, when that takes too long', async () => {
    const { view, settled } = viewOf(costly, null)
    await settled()
    expect(view.dom.root.textContent).toContain('*a* *a*')
    expect(view.incomplete).toBe(true)
  })

  test('keeps its last good view while it is typed in', async () => {
    const { view, doc, settled } = viewOf(`before\n\n${costly}`, '<p>rendered aside</p>')
    await settled()
    const changes = ChangeSet.of({ from: doc.length, insert: '!' }, doc.length)
    const next = changes.apply(doc)
    view.change(changes, sourceOf(next, 'markdown'))
    view.work(Infinity)
    expect(view.dom.root.textContent).toContain('rendered aside')
    expect(view.dom.root.textContent).not.toContain('*a*')
  })
})
