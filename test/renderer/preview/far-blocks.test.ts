import { ChangeSet, Text } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'
import { ArticleView } from '../../../renderer/preview/article-view.ts'
import type { WatchChunks } from '../../../renderer/preview/far-blocks.ts'
import type { PreviewSource } from '../../../renderer/preview/preview-api.ts'
import { stampAround } from '../../../renderer/preview/stamp-around.ts'
import { countFarImages, farImages } from '../../../renderer/preview/far-images.ts'
import { seekAnchor } from '../../../renderer/preview/seek-anchor.ts'
import { plainHost, sourceOf } from './plain-host.ts'
import { htmlEdits, htmlText, markdownEdits, markdownText } from '../../core/markdown/random-text.ts'
import { runs } from '../../runs.ts'

/** A long article in a window that shows what the test says. */
class Subject {
  readonly view: ArticleView
  private readonly chunks = new Set<HTMLElement>()
  private told: Parameters<WatchChunks>[0] = () => undefined
  private doc: Text
  private readonly format: PreviewSource['format']

  constructor(text: string, format: PreviewSource['format'], whole = 0, parked = Infinity) {
    this.doc = Text.of(text.split('\n'))
    this.format = format
    const watch: WatchChunks = (told) => {
      this.told = told
      return (chunk) => void this.chunks.add(chunk)
    }
    const source = sourceOf(this.doc, format)
    this.view = new ArticleView({ ...plainHost, watch }, source, DEFAULT_EXTENSIONS, { whole, parked })
    document.body.append(this.view.dom.root)
  }

  get text(): string {
    return this.doc.toString()
  }

  work(): void {
    this.view.work(Infinity)
  }

  edit(from: number, to: number, insert: string): void {
    const changes = ChangeSet.of({ from, to, insert }, this.doc.length)
    this.doc = changes.apply(this.doc)
    this.view.change(changes, sourceOf(this.doc, this.format))
  }

  /** Tells what `near` says of each chunk on the page, and does what follows from it. */
  scroll(near: (chunk: HTMLElement, at: number) => boolean): void {
    const there = [...this.view.dom.root.querySelectorAll<HTMLElement>('.galley-chunk')]
    this.told(there.map((chunk, at) => ({ chunk, near: near(chunk, at), height: 0 })))
    this.work()
  }

  /** What the page shows, without regard to chunks. */
  shown(): string {
    stampAround(this.view, { from: 0, to: 0 }, Infinity)
    const copy = this.view.dom.root.cloneNode(true) as HTMLElement
    for (const chunk of copy.querySelectorAll('.galley-chunk')) chunk.replaceWith(...chunk.childNodes)
    return copy.innerHTML
  }
}

function freshly(text: string, format: PreviewSource['format']): string {
  const subject = new Subject(text, format, Infinity)
  subject.work()
  return subject.shown()
}

const empty = (subject: Subject): number =>
  subject.view.dom.root.querySelectorAll('.galley-block:empty').length
const FIRST = { markdown: 'First words.\n\n'.repeat(22), html: '<p>First words.</p>\n'.repeat(42) }
const LONG = Array.from({ length: 1000 }, (_, n) => `Paragraph ${n} by the *harbour*.`).join('\n\n')

describe('an article whose beginning is shown before the rest', () => {
  test('holds the rest back like any long article', () => {
    const beginning = LONG.indexOf('Paragraph 60 ')
    const subject = new Subject(LONG.slice(0, beginning), 'markdown', 10_000)
    subject.work()
    subject.edit(beginning, beginning, LONG.slice(beginning))
    subject.work()
    expect(empty(subject)).toBe(940)
  })

  test('is what it would be at once, wherever it was cut', () => {
    fc.assert(
      fc.property(
        fc.array(markdownText, { minLength: 2, maxLength: 4 }),
        fc.double({ min: 0, max: 1 }),
        (parts, at) => {
          const text = parts.join('\n\n')
          const cut = text.indexOf('\n', Math.floor(at * text.length)) + 1
          const subject = new Subject(text.slice(0, cut), 'markdown', Infinity)
          subject.work()
          subject.edit(cut, cut, text.slice(cut))
          subject.work()
          expect(subject.shown()).toBe(freshly(text, 'markdown'))
        },
      ),
      { numRuns: runs(100) },
    )
  })
})

describe.each([
  ['Markdown', 'markdown', markdownText, markdownEdits],
  ['HTML', 'html', htmlText, htmlEdits],
] as const)('a long article in %s', (_name, format, texts, edits) => {
  test('is what a fresh rendering gives once all of it was near, whatever was edited before', () => {
    // The first blocks of an article are always rendered.
    const parts = fc
      .array(texts, { minLength: 1, maxLength: 3 })
      .map((list) => FIRST[format] + list.join('\n\n'))
    fc.assert(
      fc.property(parts, edits, fc.nat(5), (text, script, seen) => {
        const subject = new Subject(text, format)
        subject.work()
        subject.scroll((_chunk, at) => at === seen)
        for (const { at, remove, insert, steps } of script) {
          const from = Math.floor(at * subject.text.length)
          subject.edit(from, Math.min(subject.text.length, from + remove), insert)
          if (steps > 0) subject.work()
        }
        subject.work()
        subject.scroll((_chunk, at) => at > seen)
        subject.scroll(() => true)
        expect([...(subject.view.far ?? [])]).toEqual([])
        expect(subject.shown()).toBe(freshly(subject.text, format))
      }),
      { numRuns: runs(60) },
    )
  }, 120_000)
})

describe('blocks far from the view', () => {
  test('are not rendered, and are as soon as their chunk is near', () => {
    const subject = new Subject(LONG, 'markdown')
    subject.work()
    expect(subject.view.counters.rendered).toBeLessThan(100)
    expect(empty(subject)).toBeGreaterThan(900)
    expect(subject.view.complete).toBe(false)
    subject.scroll((_chunk, at) => at === 10)
    expect(subject.view.complete).toBe(true)
    expect(subject.view.counters.rendered).toBeLessThan(200)
    expect(subject.view.dom.root.children[10]?.textContent).toContain('Paragraph 410 by the harbour.')
  })

  test.each([
    ['markdown', LONG.repeat(4)],
    ['html', '<p>By the <em>harbour</em>.</p>\n'.repeat(4000)],
  ] as const)('get their places many at a time while an article is read: %s', (format, text) => {
    const subject = new Subject(text, format)
    const one = vi.spyOn(subject.view.dom, 'hold')
    subject.work()
    expect(empty(subject)).toBeGreaterThan(3900)
    expect(one.mock.calls.length).toBeLessThan(1000)
  })

  test('keep their place with a height that is likely', () => {
    const subject = new Subject(LONG, 'markdown')
    subject.work()
    const last = subject.view.dom.root.lastElementChild as HTMLElement
    expect(last.style.minHeight).toContain('var(--chunk-scale')
    subject.scroll(() => true)
    expect(last.style.minHeight).toBe('')
  })

  test('are rendered when they are edited', () => {
    const subject = new Subject(LONG, 'markdown')
    subject.work()
    const at = LONG.indexOf('Paragraph 700') + 'Paragraph 700'.length
    subject.edit(at, at, ' and more')
    subject.work()
    expect(subject.view.dom.root.textContent).toContain('Paragraph 700 and more by the harbour.')
    expect(empty(subject)).toBeGreaterThan(900)
  })

  test('are rendered when something goes to an anchor in them', () => {
    const text = `${LONG}\n\n<a id="the-end"></a> Last words[^n]\n\n${LONG}\n\n[^n]: A note.`
    const subject = new Subject(text, 'markdown')
    subject.work()
    expect(subject.view.dom.root.querySelector('#the-end')).toBeNull()
    seekAnchor(subject.view, 'the-end')
    expect(subject.view.dom.root.querySelector('#the-end')).not.toBeNull()
  })

  test('are rendered when something goes back to a later reference in them', () => {
    const text = `First[^n]\n\n${LONG}\n\nLast words[^n]\n\n${LONG}\n\n[^n]: A note.`
    const subject = new Subject(text, 'markdown')
    subject.work()
    seekAnchor(subject.view, 'fnref-n-2')
    expect(subject.view.dom.root.querySelector('#user-content-fnref-n-2')?.closest('p')?.textContent).toBe(
      'Last words1',
    )
  })

  test('are rendered with all others when the article is not long any more', () => {
    const subject = new Subject(LONG, 'markdown', 20_000)
    subject.work()
    expect(empty(subject)).toBeGreaterThan(900)
    subject.edit(0, LONG.length - 10_000, '')
    subject.work()
    expect([...(subject.view.far ?? [])]).toEqual([])
    expect(empty(subject)).toBe(0)
  })

  test('give their place back when many others have been near since', () => {
    const text = Array.from({ length: 600 }, (_, n) => (n % 50 === 0 ? `## Heading ${n}` : `Paragraph ${n}.`))
    const subject = new Subject(text.join('\n\n'), 'markdown', 0, 5)
    subject.work()
    subject.scroll(() => true)
    expect(empty(subject)).toBe(0)
    subject.scroll((_chunk, at) => at > 10)
    expect(empty(subject)).toBeGreaterThan(100)
    expect(subject.view.dom.root.querySelectorAll('h2')).toHaveLength(12)
    subject.scroll(() => true)
    expect(empty(subject)).toBe(0)
    expect(subject.shown()).toBe(freshly(subject.text, 'markdown'))
  })
})

/** How many remote images are told of that stand far from the view. */
function farAway(text: string, format: PreviewSource['format'] = 'markdown'): number {
  const long = format === 'markdown' ? LONG : `<p>${LONG.replaceAll('\n\n', '</p>\n<p>')}</p>\n`
  const subject = new Subject(`${long}\n\n${text}\n\n${long}`, format)
  subject.work()
  for (const piece of countFarImages(subject.view)) expect(piece).toBeUndefined()
  return farImages(subject.view)
}

describe('remote images far from the view', () => {
  test.each([
    ['with their address', '![a](https://example.org/a.png) and ![b](<//example.org/b.png>)', 2],
    ['as tags', '<p><img alt="a" src="https://example.org/a.png"></p>', 1],
    [
      'by a definition',
      '![码头][Quay One] ![quay  one][] ![quay one]\n\n[quay one]: https://example.org/q.png',
      3,
    ],
    [
      'with brackets in their words and labels',
      '![a [b] c][q] ![x][a\\]b] ![a \\] b](https://example.org/c.png)\n\n[q]: https://example.org/q.png\n[a\\]b]: //example.org/b.png',
      3,
    ],
    [
      "by a tag of Hexo's, and by tags of any form",
      '{% asset_img https://a.org/a.png t %} <IMG alt=">" SRC=//a.org/b.png>',
      2,
    ],
    ['by a definition that stands before them', '[q]: //example.org/q.png\n\n![x][q]', 1],
    [
      'but none beside the article',
      '![a](a.png) ![b][q] ![c][none] [no image][r]\n\n[q]: b.png\n[r]: https://a.org',
      0,
    ],
    ['but none in code', '```md\n![a](https://a.org/a.png)\n```\n\nSay `![a](https://a.org/a.png)`.', 0],
    [
      'but none that is no image',
      '\\![q] and `` ![q] ` ``\n\n<!-- ![q] <img src="https://a.org/a.png"> -->\n\n<div>\n![q]\n</div>\n\n[q]: https://a.org/q.png',
      0,
    ],
  ])('are counted %s', (_, text, count) => {
    expect(farAway(text)).toBe(count)
  })

  test('are no Markdown in HTML', () => {
    expect(farAway('<p>![a](https://a.org/a.png) <img src="https://a.org/a.png"></p>', 'html')).toBe(1)
  })

  test('are counted again when a definition changes', () => {
    const subject = new Subject(`[q]: b.png\n\n${LONG}\n\n![x][q]\n\n${LONG}`, 'markdown')
    subject.work()
    for (const piece of countFarImages(subject.view)) expect(piece).toBeUndefined()
    expect(farImages(subject.view)).toBe(0)
    subject.edit(5, 10, 'https://example.org/b.png')
    subject.work()
    for (const piece of countFarImages(subject.view)) expect(piece).toBeUndefined()
    expect(farImages(subject.view)).toBe(1)
  })

  test.each(['![', '<img ', '`', '![a][', '![a](//'])('%j many times over is read to the end', (piece) => {
    expect(farAway(piece.repeat(100_000 / piece.length))).toBeGreaterThanOrEqual(0)
  })
})
