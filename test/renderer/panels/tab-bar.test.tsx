import { describe, expect, test } from 'vitest'
import { TabBar } from '../../../renderer/panels/tab-bar.tsx'
import { tabHints } from '../../../renderer/panels/tab-hints.ts'
import { createFakeApp, makeTab, type FakeApp } from './fake-app.ts'
import { after, click, press, render } from './render.tsx'

const tabs = [
  makeTab({ id: 'a', name: 'a.md', path: '/x/a.md' }),
  makeTab({ id: 'b', name: 'b.md', path: '/x/b.md', dirty: true }),
  makeTab({ id: 'c', name: 'c.md', path: null, conflict: 'changed' }),
]

const open = (activeId = 'a'): FakeApp => createFakeApp({ tabs, activeId })
const all = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="tab"]')]
const names = (): readonly string[] => all().map((it) => it.textContent)

describe('the tab bar', () => {
  test('is named and has a tab for each article, one of them selected', async () => {
    await render(open('b').app, <TabBar />)
    expect(document.querySelector('[role="tablist"]')?.getAttribute('aria-label')).toBe('Open articles')
    expect(all().map((it) => it.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false'])
    expect(all().map((it) => it.tabIndex)).toEqual([-1, 0, -1])
  })
  test('says which article is unsaved and which was changed on disk', async () => {
    await render(open().app, <TabBar />)
    expect(names()).toEqual(['a.md', 'b.md, unsaved', 'c.md, changed on disk'])
  })
  test('goes to an article by a click', async () => {
    const fake = open()
    await render(fake.app, <TabBar />)
    await click(all()[1])
    expect(fake.calls).toContainEqual(['activate', 'b'])
  })
  test.each([
    ['ArrowRight', 'a', 'b'],
    ['ArrowRight', 'c', 'a'],
    ['ArrowLeft', 'a', 'c'],
    ['Home', 'c', 'a'],
    ['End', 'a', 'c'],
  ])('goes by %s from %s to %s, with the focus', async (key, from, to) => {
    const fake = open(from)
    await render(fake.app, <TabBar />)
    await press(document.querySelector('[aria-selected="true"]'), key)
    expect(fake.app.getState().activeId).toBe(to)
    expect(document.activeElement?.id).toBe(`tab-${to}`)
  })
  test('closes an article by Delete and keeps the focus among the tabs', async () => {
    const fake = open('b')
    await render(fake.app, <TabBar />)
    const tab = document.querySelector<HTMLElement>('[aria-selected="true"]')
    tab?.focus()
    await press(tab, 'Delete')
    expect(fake.calls).toContainEqual(['close', 'b'])
    expect(document.activeElement?.id).toBe('tab-a')
  })
  test('closes by a middle click and by its mark, without going to the article', async () => {
    const fake = open()
    await render(fake.app, <TabBar />)
    await after(() => all()[2]?.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true })))
    await click(all()[1]?.querySelector('.tab-close'))
    expect(fake.calls).toEqual([
      ['close', 'c'],
      ['close', 'b'],
    ])
  })
})

describe('articles of one name', () => {
  const hint = (...paths: readonly (string | null)[]): readonly (string | undefined)[] => {
    const hints = tabHints(
      paths.map((path, index) => ({ id: String(index), name: path?.split('/').at(-1) ?? 'a.md', path })),
    )
    return paths.map((_, index) => hints.get(String(index)))
  }
  test('are told apart by as much of their folders as it takes', () => {
    expect(hint('/x/a.md', '/y/a.md')).toEqual(['x', 'y'])
    expect(hint('/x/posts/a.md', '/y/posts/a.md')).toEqual(['x/posts', 'y/posts'])
  })
  test('need no hint beside others', () => {
    expect(hint('/x/a.md', '/x/b.md')).toEqual([undefined, undefined])
  })
  test('get one beside an article without a file', () => {
    expect(hint('/x/a.md', null)).toEqual(['x', undefined])
  })
})
