import { useRef } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AppView } from '../../../renderer/app-view.tsx'
import { ErrorBoundary } from '../../../renderer/panels/error-boundary.tsx'
import { useFrameShortcuts } from '../../../renderer/panels/use-frame-shortcuts.ts'
import { StartFailure } from '../../../renderer/start-failure.tsx'
import { DEFAULT_SETTINGS, type Layout } from '../../../core/settings.ts'
import { createFakeApp, makeState, makeTab, type FakeApp } from './fake-app.ts'
import { after, button, click, press, render } from './render.tsx'

vi.mock('../../../renderer/panels/article-preview.tsx', () => ({ ArticlePreview: () => <p>the preview</p> }))
vi.mock('../../../renderer/panels/article-form.tsx', () => ({ ArticleForm: () => <p>the form</p> }))

let wide = true
let low = false
beforeEach(() => {
  low = false
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (media) =>
      Object.assign(new EventTarget(), {
        media,
        matches: media.includes('height') ? !low : wide,
      }) as MediaQueryList,
  )
})
afterEach(() => vi.restoreAllMocks())

async function show(layout: Partial<Layout> = {}, isWide = true): Promise<FakeApp> {
  wide = isWide
  const fake = createFakeApp({
    tabs: [makeTab()],
    activeId: 'one',
    settings: { ...DEFAULT_SETTINGS, layout: { ...DEFAULT_SETTINGS.layout, ...layout } },
  })
  await render(fake.app, <AppView />)
  return fake
}
const panes = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-pane]')].map((it) => it.dataset.pane)
const dividers = (): readonly (string | null)[] =>
  [...document.querySelectorAll('[role="separator"].divider')].map((it) => it.getAttribute('aria-label'))

describe('the panes', () => {
  test('stand side by side in a wide window, with a divider between each two', async () => {
    await show()
    expect(panes()).toEqual(['form', 'source', 'preview'])
    expect(dividers()).toEqual(['Width of the front matter', 'Width of the preview'])
    expect(document.querySelector('.workspace[data-wide] > [data-pane="form"]')).not.toBeNull()
  })
  test('have the form above them in a narrow window', async () => {
    await show({}, false)
    expect(panes()).toEqual(['form', 'source', 'preview'])
    expect(dividers()).toEqual(['Width of the preview'])
    expect(document.querySelector('.workspace[data-wide]')).toBeNull()
  })
  test('have the form as one line over them in a low window, until it is asked for', async () => {
    low = true
    await show({}, false)
    expect(document.body.textContent).not.toContain('the form')
    await click(document.querySelector('.summary-button'))
    expect(document.body.textContent).toContain('the form')
    await click(document.querySelector('.summary-button'))
    expect(document.body.textContent).not.toContain('the form')
    expect(document.activeElement).toBe(document.querySelector('.summary-button'))
  })
  test.each([
    ['source', ['form', 'source'], ['Width of the front matter']],
    ['preview', ['form', 'preview'], ['Width of the front matter']],
  ] as const)('in the view “%s” are %j', async (view, shown, between) => {
    await show({ view })
    expect(panes()).toEqual(shown)
    expect(dividers()).toEqual(between)
  })
  test('collapse by Enter on their divider; the form leaves a button that has the focus', async () => {
    const fake = await show()
    const divider = document.querySelector<HTMLElement>('.divider')
    divider?.focus()
    await press(divider, 'Enter')
    expect(fake.calls).toEqual([['changeLayout', { formCollapsed: true }]])
    expect(document.activeElement).toBe(button('Show front matter'))
  })
  test('keep the view when the preview collapses and is brought back', async () => {
    const fake = await show()
    await press([...document.querySelectorAll('.divider')].at(-1) ?? null, 'Enter')
    expect(panes()).toEqual(['form', 'source'])
    await click(button('Both'))
    expect(panes()).toEqual(['form', 'source', 'preview'])
    expect(fake.calls.map(([name]) => name)).toEqual(['changeLayout', 'changeLayout'])
  })
})

describe('the page', () => {
  test('has its title, language and theme from the state', async () => {
    const fake = await show()
    expect(document.title).toBe('harbour.md — Galley')
    await after(() => fake.set({ tabs: [makeTab({ dirty: true })], dark: true, language: 'zh-CN' }))
    expect(document.title).toBe('• harbour.md — Galley')
    expect(document.documentElement.lang).toBe('zh-CN')
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect(document.querySelector('[role="tablist"]')?.getAttribute('aria-label')).toBe('打开的文章')
  })
  test('draws the menu bar only in the browser shell', async () => {
    await show()
    expect(document.querySelector('.menu-bar')).not.toBeNull()
    const state = makeState()
    const desktop = createFakeApp({ info: { ...state.info, shell: 'desktop' } })
    const host = await render(desktop.app, <AppView />)
    expect(host.querySelector('.menu-bar')).toBeNull()
  })
  test('welcomes the writer while no article is open', async () => {
    const host = await render(createFakeApp().app, <AppView />)
    expect(host.querySelector('h1')?.textContent).toBe('Galley')
    expect(host.querySelector('[role="tablist"]')).toBeNull()
  })
  test('labels the article’s panel by its tab', async () => {
    await show()
    const panel = document.querySelector('[role="tabpanel"]')
    expect(document.getElementById(panel?.getAttribute('aria-labelledby') ?? '')?.getAttribute('role')).toBe(
      'tab',
    )
  })
})

test('a pane that cannot be rendered says so and leaves the rest', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const Broken = (): never => {
    throw new Error('no such field')
  }
  const host = await render(
    createFakeApp().app,
    <>
      <ErrorBoundary instead={(reason) => <p>{reason}</p>}>
        <Broken />
      </ErrorBoundary>
      <p>the rest</p>
    </>,
  )
  expect(host.textContent).toBe('no such fieldthe rest')
})

test('a start that failed says why and what to do', async () => {
  const host = await render(createFakeApp().app, <StartFailure reason="The address lacks its token." />)
  expect(host.querySelector('[role="alert"]')?.textContent).toContain('cannot reach')
  expect(host.textContent).toContain('The address lacks its token.')
  expect(button('Reload')).toBeTruthy()
})

test('a shortcut pressed inside a frame runs its command, after each load of the frame', async () => {
  const fake = createFakeApp({ tabs: [makeTab()], activeId: 'one' })
  function Host() {
    const pane = useRef<HTMLElement>(null)
    useFrameShortcuts(pane)
    return (
      <section ref={pane}>
        <iframe title="Preview" />
      </section>
    )
  }
  const host = await render(fake.app, <Host />)
  const frame = host.querySelector('iframe')!
  for (const round of [1, 2]) {
    const inside = new EventTarget()
    Object.defineProperty(frame, 'contentWindow', { value: inside, configurable: true })
    await after(() => frame.dispatchEvent(new Event('load')))
    const event = new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true })
    await after(() => inside.dispatchEvent(event))
    expect(fake.calls).toHaveLength(round)
    expect(fake.calls.at(-1)).toEqual(['run', 'file.save'])
    expect(event.defaultPrevented).toBe(true)
  }
})
