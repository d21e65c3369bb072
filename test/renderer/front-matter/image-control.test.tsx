// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest'
import type { FolderContext } from '../../../core/contract.ts'
import { click, fire, show, type, type Harness } from './form-harness.tsx'

const context: FolderContext = {
  generator: 'hexo',
  siteRoot: '/site',
  config: null,
  suggestions: {},
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
})
