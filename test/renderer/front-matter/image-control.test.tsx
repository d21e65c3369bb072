import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { FolderContext } from '../../../core/contract.ts'
import { click, fire, show, type, type Harness } from './form-harness.tsx'

const context: FolderContext = {
  generator: 'hexo',
  siteRoot: '/site',
  config: null,
  suggestions: {},
  usualFormat: null,
  assetBase: '/asset/a1/',
  siteAssetBase: '/asset/s1/',
}

describe('an image field', () => {
  let page: Harness
  afterEach(() => page.unmount())

  test('writes the address and shows the picture beside the article', () => {
    page = show("---\ncover: 'a.png'\n---\n", { context })
    expect(page.row('cover').querySelector('img')?.getAttribute('src')).toBe('/asset/a1/a.png')
    type(page.control('cover'), 'b.png')
    expect(page.text()).toBe("---\ncover: 'b.png'\n---\n")
    expect(page.row('cover').querySelector('img')?.getAttribute('src')).toBe('/asset/a1/b.png')
  })

  test('says when there is no such picture', () => {
    page = show('---\ncover: a.png\n---\n', { context })
    const picture = () => page.row('cover').querySelector('img')
    while (picture()) fire(picture()!, new Event('error'))
    expect(page.row('cover').textContent).toContain('No picture is found at this path.')
  })

  test('says why a picture cannot be found', () => {
    page = show('---\ncover: /a.png\nthumb: javascript:alert(1)\n---\n', {
      context: { ...context, siteAssetBase: null },
    })
    expect(page.row('cover').textContent).toContain('the root of a site')
    expect(page.row('thumb').textContent).toContain('not shown')
    expect(page.form().querySelector('img')).toBeNull()
  })

  test('loads nothing from the network until the writer asks, and then in a frame without scripts', () => {
    page = show('---\ncover: https://x.test/a.png\n---\n', { context })
    expect(page.form().querySelector('img, iframe')).toBeNull()
    click(page.button('Show picture'))
    const frame = page.row('cover').querySelector('iframe')
    expect(frame?.getAttribute('src')).toBe('preview.html?images=remote')
    expect(frame?.getAttribute('sandbox')).toBe('allow-same-origin')
    expect(page.form().querySelector('img')).toBeNull()
    expect(page.remoteAsked).toEqual(['https://x.test/a.png'])
  })

  test('shows the frame at once where remote images are allowed', () => {
    page = show('---\ncover: https://x.test/a.png\n---\n', { context, remoteImages: true })
    expect(page.row('cover').querySelector('iframe')).not.toBeNull()
  })

  test('asks for an address that is typed once it has stood for a second', () => {
    vi.useFakeTimers()
    try {
      page = show('---\ncover: a.png\n---\n', { context, remoteImages: true })
      const wait = (milliseconds: number): void => act(() => void vi.advanceTimersByTime(milliseconds))
      const shown = (): string => page.row('cover').querySelector('img, iframe')?.localName ?? 'nothing'
      for (const typed of ['https://x', 'https://x.t', 'https://x.test/b.png']) {
        type(page.control('cover'), typed)
        wait(900)
        expect(shown()).toBe('img')
      }
      expect(page.row('cover').querySelector('img')?.getAttribute('src')).toBe('/asset/a1/a.png')
      wait(100)
      expect(shown()).toBe('iframe')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a picture from this computer', () => {
  let page: Harness
  afterEach(() => page.unmount())
  const picture = new File(['x'], 'new.png', { type: 'image/png' })

  async function choose(file: File): Promise<void> {
    const chooser = page.row('cover').querySelector<HTMLInputElement>('input[type=file]')!
    Object.defineProperty(chooser, 'files', { value: [file], configurable: true })
    await act(async () => {
      chooser.dispatchEvent(new Event('change', { bubbles: true }))
      await Promise.resolve()
    })
  }

  test('is kept by the site, and its address written as the value, in one undo step', async () => {
    const asked: string[] = []
    page = show("---\ncover: 'a.png' # lead\n---\n", {
      context,
      addImage: (file) => {
        asked.push(file.name)
        return Promise.resolve({ ok: true, reference: '/images/new.png' })
      },
    })
    await choose(picture)
    expect(asked).toEqual(['new.png'])
    expect(page.text()).toBe("---\ncover: '/images/new.png' # lead\n---\n")
    expect(page.edits).toHaveLength(1)
    expect(page.control('cover').value).toBe('/images/new.png')
  })

  test('that cannot be kept leaves the file alone and says why', async () => {
    page = show('---\ncover: a.png\n---\n', {
      context,
      addImage: () => Promise.resolve({ ok: false, reason: 'Save the article first.' }),
    })
    await choose(picture)
    expect(page.row('cover').querySelector('[role=alert]')?.textContent).toBe('Save the article first.')
    expect(page.edits).toEqual([])
  })

  test('dropped on the field is taken; other files are refused in a sentence', async () => {
    page = show('---\ncover: a.png\n---\n', {
      context,
      addImage: () => Promise.resolve({ ok: true, reference: 'new.png' }),
    })
    const drop = async (file: File): Promise<void> => {
      const event = new Event('drop', { bubbles: true, cancelable: true })
      Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [file] } })
      await act(async () => {
        page.row('cover').querySelector('.fm-image')!.dispatchEvent(event)
        await Promise.resolve()
      })
      expect(event.defaultPrevented).toBe(true)
    }
    await drop(new File(['x'], 'a.txt', { type: 'text/plain' }))
    expect(page.row('cover').querySelector('[role=alert]')?.textContent).toContain('No picture was dropped')
    await drop(picture)
    expect(page.text()).toBe('---\ncover: new.png\n---\n')
  })

  test('cannot be chosen in a read-only article', () => {
    page = show('---\ncover: a.png\n---\n', { context, readOnly: true })
    expect(page.row('cover').querySelector('input[type=file]')).toBeNull()
  })
})
