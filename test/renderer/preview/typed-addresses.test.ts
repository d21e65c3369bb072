import { ChangeSet, Text } from '@codemirror/state'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ArticleView } from '../../../renderer/preview/article-view.ts'
import { resolveImages } from '../../../renderer/preview/images.ts'
import type { PreviewSource } from '../../../renderer/preview/preview-api.ts'
import { createTypedAddresses } from '../../../renderer/preview/typed-addresses.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  document.body.replaceChildren()
  vi.useRealTimers()
})

/** An article on the page whose remote images are allowed; what they ask for is in `asked`, in order. */
class Subject {
  readonly asked: string[] = []
  /** All images there have been, on the page or beside it. */
  private readonly images: HTMLImageElement[] = []
  readonly typed = createTypedAddresses()
  private doc: Text
  private readonly view: ArticleView

  constructor(text: string) {
    this.doc = Text.of(text.split('\n'))
    const make = (html: string): HTMLElement => {
      const element = document.createElement('div')
      element.innerHTML = html.replaceAll(' src=', ' data-src=')
      this.images.push(...element.querySelectorAll('img'))
      resolveImages(element, this.source(), (key) => key, this.typed)
      return element
    }
    this.view = new ArticleView({ document, make: (html) => html.map(make) }, this.source(), [])
    this.view.work(Infinity)
    document.body.replaceChildren(this.view.dom.root)
    this.look()
  }

  private source(): PreviewSource {
    return {
      doc: this.doc,
      body: { from: 0, to: this.doc.length },
      format: 'markdown',
      fields: [],
      name: 'a.md',
      context: null,
      remoteImages: true,
    }
  }

  get text(): string {
    return this.doc.toString()
  }

  /** Addresses of the pictures that are shown. */
  shown(): readonly (string | null)[] {
    return [...document.querySelectorAll('img')].map((image) => image.getAttribute('src'))
  }

  replace(old: string, fresh: string): void {
    const from = this.text.indexOf(old)
    const changes = ChangeSet.of({ from, to: from + old.length, insert: fresh }, this.doc.length)
    this.doc = changes.apply(this.doc)
    this.typed.edited()
    this.view.change(changes, this.source())
    this.view.work(Infinity)
    this.look()
  }

  /** Types `keys` behind `mark`, one every `pause` milliseconds. */
  type(mark: string, keys: string, pause = 150): void {
    let behind = mark
    for (const key of keys) {
      this.replace(behind, behind + key)
      behind += key
      this.wait(pause)
    }
  }

  wait(milliseconds: number): void {
    vi.advanceTimersByTime(milliseconds)
    this.look()
  }

  /** Lets what is slow come, too. */
  arrive(): void {
    for (const image of this.images)
      if (image.getAttribute('src')?.includes('slow')) image.dispatchEvent(new Event('load'))
  }

  /** Notes what has been asked for, and lets it come unless it is slow. */
  private look(): void {
    for (const image of this.images) {
      const address = image.getAttribute('src')
      if (address === null || this.asked.includes(address)) continue
      this.asked.push(address)
      if (address.includes('slow')) continue
      image.dispatchEvent(new Event(address.includes('missing') ? 'error' : 'load'))
    }
  }
}

describe('the address of a remote image', () => {
  test('is asked for at once when the article is opened', () => {
    expect(new Subject('![a](https://a.test/a.png)').asked).toEqual(['https://a.test/a.png'])
  })

  test('is asked for once it has not been typed in for a second; the picture before it stays meanwhile', () => {
    const subject = new Subject('![a](https://a.test/a.png) text')
    subject.type('https://a.test/a', 'bcdef')
    expect(subject.shown()).toEqual(['https://a.test/a.png'])
    subject.wait(800)
    expect(subject.asked).toEqual(['https://a.test/a.png'])
    subject.wait(200)
    expect(subject.asked).toEqual(['https://a.test/a.png', 'https://a.test/abcdef.png'])
    expect(subject.shown()).toEqual(['https://a.test/abcdef.png'])
  })

  test('leaves the picture before it in its place until it has come, whatever else is typed in its block', () => {
    const subject = new Subject('![a](https://a.test/a.png) text')
    subject.replace('a.png', 'slow.png')
    subject.wait(1000)
    expect(subject.asked).toEqual(['https://a.test/a.png', 'https://a.test/slow.png'])
    subject.type('text', ' and')
    subject.replace('![a]', '![b]')
    expect(subject.shown()).toEqual(['https://a.test/a.png'])
    subject.arrive()
    expect(subject.shown()).toEqual(['https://a.test/slow.png'])
    expect(document.querySelector('img')?.alt).toBe('b')
  })

  test('leaves the other images of its block as they are, like ones included', () => {
    const subject = new Subject('![a](https://a.test/a.png) ![a](https://a.test/a.png)')
    subject.replace('a.png', 'b.png')
    expect(subject.shown()).toEqual(['https://a.test/a.png', 'https://a.test/a.png'])
    subject.wait(1000)
    expect(subject.shown()).toEqual(['https://a.test/b.png', 'https://a.test/a.png'])
  })

  test('that leads to nothing is said in its place', () => {
    const subject = new Subject('![a](https://a.test/a.png)')
    subject.replace('a.png', 'missing.png')
    expect(subject.shown()).toEqual(['https://a.test/a.png'])
    subject.wait(1000)
    expect(subject.shown()).toEqual([])
    expect(document.body.textContent).toContain('https://a.test/missing.png — preview.image.unreachable')
  })

  test('of an image that is new waits, while what is typed beside it counts for nothing', () => {
    const subject = new Subject('One.\n\nTwo.')
    subject.replace('Two.', '![](h)')
    subject.type('![](h', 'ttps://b.test/b.png')
    subject.type('b.png)', ' goes on', 100)
    expect(subject.asked).toEqual([])
    expect(subject.shown()).toEqual([])
    expect(document.querySelector('.galley-remote')?.textContent).toContain('b.test')
    subject.type(' goes on', ' and on and on', 50)
    expect(subject.asked).toEqual(['https://b.test/b.png'])
  })

  test('waits as well where a definition gives it', () => {
    const subject = new Subject('![a][q]\n\nText.\n\n[q]: https://a.test/a.png')
    subject.type('https://a.test/a', 'bc')
    expect(subject.asked).toEqual(['https://a.test/a.png'])
    subject.wait(1000)
    expect(subject.asked).toEqual(['https://a.test/a.png', 'https://a.test/abc.png'])
  })

  test('that was there before needs no second, as after an undo', () => {
    const subject = new Subject('![a](https://a.test/a.png)')
    subject.replace('a.png', 'b.png')
    subject.wait(1000)
    subject.replace('b.png', 'a.png')
    expect(subject.shown()).toEqual(['https://a.test/a.png'])
  })

  test('that comes with another article waits for nothing that was typed here', () => {
    const subject = new Subject('![a](https://a.test/a.png)')
    subject.replace('a.png', 'b.png')
    const image = document.createElement('img')
    subject.typed.opened()
    const place = (): Element => document.createElement('i')
    subject.typed.give(image, 'https://c.test/c.png', { waiting: place, missing: place })
    expect(image.getAttribute('src')).toBe('https://c.test/c.png')
  })

  test('is given when its article is shown again, if it was out of sight when it was time', () => {
    const subject = new Subject('![a](https://a.test/a.png)')
    subject.replace('a.png', 'b.png')
    const body = document.body.firstElementChild!
    body.remove()
    subject.wait(5000)
    document.body.append(body)
    expect(subject.shown()).toEqual(['https://a.test/a.png'])
    subject.typed.giveAll(body)
    subject.wait(0)
    expect(subject.shown()).toEqual(['https://a.test/b.png'])
  })
})
