import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import type { FolderContext } from '../../../core/contract.ts'
import { click, focus, press, show, type, type Harness } from './form-harness.tsx'

const CONTEXT: FolderContext = {
  generator: 'hugo',
  siteRoot: '/site',
  config: null,
  suggestions: {},
  usualFormat: 'toml',
  assetBase: '/asset/a/',
  siteAssetBase: null,
}
const withConfig = (config: object): FolderContext => ({
  ...CONTEXT,
  config: { path: '/site/galley.json', text: JSON.stringify(config) },
})

let page: Harness
afterEach(() => page.unmount())

async function choose(name: string): Promise<void> {
  const button = page.form().querySelector<HTMLElement>('.fm-schema')!
  focus(button)
  press(button, 'Enter')
  const items = [...document.querySelectorAll<HTMLElement>('[role=menuitemradio]')]
  click(items.find((one) => one.textContent === name)!)
  await act(() => vi.waitFor(() => expect(document.querySelector('[role=menu]')).toBeNull()))
}

test('the folder’s generator chooses the known fields until the writer does, which counts at once', async () => {
  page = show('---\ntitle: T\ncover: a.png\n---\n', { context: CONTEXT })
  expect(page.button('Known fields: Automatic (Hugo)')).toBeTruthy()
  expect(page.form().querySelector('[data-path=draft]')).toBeNull()
  await choose('Hexo')
  expect(page.button('Known fields: Hexo')).toBeTruthy()
  type(page.control('Add field'), 'published')
  press(page.control('Add field'), 'Enter')
  expect(page.text()).toBe('---\ntitle: T\ncover: a.png\npublished: true\n---\n')
  await choose('Automatic (Hugo)')
  expect(page.button('Known fields: Automatic (Hugo)')).toBeTruthy()
})

test('the choice is made in the language of the form', () => {
  page = show('---\ntitle: T\n---\n', { context: CONTEXT, language: 'zh-CN' })
  expect(document.querySelector('.fm-schema')?.textContent).toBe('已知字段：自动（Hugo）')
})

test('a galley.json names the schema it builds on, and one that replaces all of them leaves no choice', () => {
  page = show('---\ntitle: T\n---\n', { context: withConfig({ 'x-base': 'astro' }) })
  expect(page.button('Known fields: Automatic (Astro)')).toBeTruthy()
  page.unmount()
  page = show('---\ntitle: T\n---\n', { context: withConfig({ 'x-base': 'none', properties: { a: {} } }) })
  expect(page.form().querySelector('.fm-schema')).toBeNull()
})

test.each([
  ['toml', /^\+\+\+\ntitle = ""\ndate = [^\n]+\n\+\+\+\n# Body\n$/],
  ['json', /^\{\n {2}"title": "",\n {2}"date": "[^"]+"\n\}\n# Body\n$/],
  [null, /^---\ntitle:\ndate: [^\n]+\n---\n# Body\n$/],
] as const)('front matter is added in the usual format of the folder: %s', (usualFormat, expected) => {
  page = show('# Body\n', { context: { ...CONTEXT, usualFormat } })
  click(page.button('Add front matter'))
  expect(page.text()).toMatch(expected)
})

test('known fields without a value yet can be added in TOML, which has no null', () => {
  const config = {
    required: ['mood', 'rating', 'when'],
    properties: { mood: { enum: ['calm'] }, rating: { type: 'number' } },
  }
  page = show('# Body\n', { context: withConfig(config) })
  click(page.button('Add front matter'))
  expect(page.text()).toMatch(/^\+\+\+\n(?:[^\n]+\n)*rating = 0\n/)
  expect(page.text()).toContain('mood = ""\n')
})
