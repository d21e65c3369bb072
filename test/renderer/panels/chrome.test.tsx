import { EditorView } from '@codemirror/view'
import { describe, expect, test } from 'vitest'
import { COMMANDS, MENU_NAMES } from '../../../core/commands.ts'
import type { FrontMatter, Field } from '../../../core/front-matter/model.ts'
import { FormPane } from '../../../renderer/panels/form-pane.tsx'
import { formSummary } from '../../../renderer/panels/form-summary.ts'
import { MenuBar } from '../../../renderer/panels/menu-bar.tsx'
import { menuGroups } from '../../../renderer/panels/menu-groups.ts'
import { SourcePane } from '../../../renderer/panels/source-pane.tsx'
import { TOOLBAR_COMMANDS } from '../../../renderer/panels/command-icons.ts'
import { Toolbar, fittingButtons } from '../../../renderer/panels/toolbar.tsx'
import { ViewSwitch } from '../../../renderer/panels/view-switch.tsx'
import { Welcome } from '../../../renderer/panels/welcome.tsx'
import { useAppState } from '../../../renderer/state/use-app.ts'
import { createFakeApp, makeTab, NO_FRONT_MATTER } from './fake-app.ts'
import { after, button, click, press, render } from './render.tsx'

const NOWHERE = { from: 0, to: 0 }

function field(key: string, value: Field['value'], items: readonly Field[] = []): Field {
  return {
    key,
    path: key,
    segments: [key],
    kind: Array.isArray(value) ? 'list' : value === null ? 'null' : 'text',
    style: 'plain',
    value,
    source: '',
    span: NOWHERE,
    keySpan: NOWHERE,
    valueSpan: NOWHERE,
    alias: false,
    items,
  }
}

const frontMatter: FrontMatter = {
  ...NO_FRONT_MATTER,
  block: {
    format: 'yaml',
    form: 'fenced',
    span: NOWHERE,
    content: NOWHERE,
    openFence: null,
    closeFence: null,
  },
  fields: [
    field('Title', 'A harbour'),
    field('date', '2021-12-14'),
    field('tags', ['sea', null, 'fog'], [field('', 'sea'), field('', null), field('', 'fog')]),
  ],
}

describe('the menu bar', () => {
  test('has the menus of the table in their order', async () => {
    await render(createFakeApp().app, <MenuBar />)
    const names = [...document.querySelectorAll('.menu-bar-button')].map((it) => it.textContent)
    expect(names).toEqual(['File', 'Edit', 'Insert', 'Format', 'Table', 'View', 'Article', 'Help'])
  })
  test('opens a menu with titles and shortcuts, and runs what is chosen', async () => {
    const fake = createFakeApp()
    await render(fake.app, <MenuBar />)
    await click(button('File'))
    expect(button(/^New Article/).textContent).toBe('New ArticleCtrl+N')
    await click(button(/^Save As…/))
    expect(fake.calls).toEqual([['run', 'file.saveAs']])
    expect(document.querySelector('[role="menu"]')).toBeNull()
  })
  test('greys out what is not enabled', async () => {
    await render(createFakeApp({}, { disabled: ['file.save'] }).app, <MenuBar />)
    await click(button('File'))
    expect(button(/^SaveCtrl\+S/).getAttribute('aria-disabled')).toBe('true')
    expect(button(/^New Article/).getAttribute('aria-disabled')).toBeNull()
  })
  test('ticks the view that is shown', async () => {
    await render(createFakeApp().app, <MenuBar />)
    await click(button('View'))
    const ticked = [...document.querySelectorAll('[aria-checked="true"]')].map((it) => it.textContent)
    expect(ticked).toEqual(['Source and PreviewCtrl+Alt+1'])
  })
  test('goes to the next and the previous menu by the arrow keys, round the ends', async () => {
    await render(createFakeApp().app, <MenuBar />)
    await click(button('File'))
    const shown = (): string | null | undefined =>
      document.querySelector('[role="menu"]')?.getAttribute('aria-label')
    await press(document.querySelector('[role="menuitem"]'), 'ArrowRight')
    expect(shown()).toBe('Edit')
    await press(document.querySelector('[role="menuitem"]'), 'ArrowLeft')
    await press(document.querySelector('[role="menuitem"]'), 'ArrowLeft')
    expect(shown()).toBe('Help')
    await press(document.querySelector('[role="menuitem"]'), 'ArrowRight')
    expect(shown()).toBe('File')
  })
  test('gives the focus back to where it was before it runs a command', async () => {
    const fake = createFakeApp()
    const input = document.createElement('input')
    document.body.append(input)
    await render(fake.app, <MenuBar />)
    await after(() => input.focus())
    await click(button('Format'))
    await click(button(/^Bold/))
    expect(fake.calls).toEqual([['run', 'format.bold']])
    expect(document.activeElement).toBe(input)
    input.remove()
  })
  test('holds every command of the table', () => {
    const held = MENU_NAMES.flatMap((name) =>
      menuGroups(name).flatMap((it) => it.commands.map(({ id }) => id)),
    )
    // What only the desktop has is not in a menu that only a browser draws.
    const drawn = COMMANDS.filter((it) => !('shell' in it))
    expect([...held].sort()).toEqual(drawn.map(({ id }) => id).sort())
  })
  test('shows a choice of one as radio items and switches as checkboxes', () => {
    expect(menuGroups('view').map((it) => it.ticks)).toEqual([
      'single',
      'multiple',
      null,
      'multiple',
      null,
      'single',
      'multiple',
      null,
      null,
    ])
    expect(menuGroups('file').map((it) => it.ticks)).toEqual([null, null, 'single', null, null, null])
  })
})

describe('the toolbar', () => {
  test('has a button for each command that the table puts there', async () => {
    await render(createFakeApp().app, <Toolbar />)
    const ids = COMMANDS.filter((it) => 'toolbar' in it).map(({ id }) => id)
    expect(TOOLBAR_COMMANDS.map((it) => it.id).sort()).toEqual([...ids].sort())
  })
  test('gives the focus to the editor and runs', async () => {
    const view = new EditorView({ doc: 'x', parent: document.body })
    const fake = createFakeApp({ tabs: [makeTab()], activeId: 'one' }, { editors: { one: view } })
    await render(fake.app, <Toolbar />)
    await click(button('Bold'))
    expect(fake.calls).toEqual([['run', 'format.bold']])
    expect(view.hasFocus || document.activeElement === view.contentDOM).toBe(true)
    view.destroy()
  })
  test('keeps as many buttons as fit, with room for the rest in a menu', () => {
    const all = TOOLBAR_COMMANDS.length
    expect(fittingButtons(10_000)).toBe(all)
    expect(fittingButtons(0)).toBe(0)
    const widths = Array.from({ length: 60 }, (_, index) => fittingButtons(index * 10))
    expect(widths.every((it, index) => index === 0 || it >= widths[index - 1]!)).toBe(true)
    expect(widths).toContain(all)
  })
})

describe('the source pane', () => {
  test('shows the editor of its article and puts the other back aside', async () => {
    const views = { one: new EditorView({ doc: 'one' }), two: new EditorView({ doc: 'two' }) }
    const fake = createFakeApp({ activeId: 'one' }, { editors: views })
    function Switching() {
      const id = useAppState((state) => state.activeId) ?? ''
      return <SourcePane tab={makeTab({ id })} bare={false} />
    }
    const host = await render(fake.app, <Switching />)
    const shown = (): readonly string[] =>
      [...host.querySelectorAll('.cm-content')].map((it) => it.textContent)
    expect(shown()).toEqual(['one'])
    await after(() => fake.set({ activeId: 'two' }))
    expect(shown()).toEqual(['two'])
    await after(() => fake.set({ activeId: 'one' }))
    expect(shown()).toEqual(['one'])
    views.one.destroy()
    views.two.destroy()
  })
})

describe('the front matter pane', () => {
  const pane = (place: 'column' | 'above', collapsed: boolean, changes = {}) => {
    const tab = makeTab({ frontMatter, ...changes })
    const fake = createFakeApp({ tabs: [tab], activeId: tab.id })
    const part = (
      <FormPane tab={tab} place={place} collapsed={collapsed}>
        <p>the form</p>
      </FormPane>
    )
    return { fake, part }
  }
  test('above the panes collapses to title, date and tags', async () => {
    const { fake, part } = pane('above', true)
    const host = await render(fake.app, part)
    const summary = host.querySelector('.summary-button')
    expect(summary?.textContent).toBe('Front matterA harbour2021-12-14sea, fog')
    expect(summary?.getAttribute('aria-expanded')).toBe('false')
    expect(host.textContent).not.toContain('the form')
    await click(summary)
    expect(fake.calls).toEqual([['changeLayout', { formCollapsed: false }]])
  })
  test('beside the source collapses to a button that brings it back', async () => {
    const { fake, part } = pane('column', true)
    await render(fake.app, part)
    await click(button('Show front matter'))
    expect(fake.calls).toEqual([['changeLayout', { formCollapsed: false }]])
  })
  test('says what is wrong while the front matter is text, and goes there', async () => {
    const view = new EditorView({ doc: '---\ntitle: a: b\n---\n' })
    const problem = {
      code: 'notInTheCatalogue',
      severity: 'error',
      span: { from: 4, to: 15 },
      line: 2,
      message: 'A colon inside a plain value.',
    } as const
    const tab = makeTab({ rawFrontMatter: true, problems: [problem] })
    const fake = createFakeApp({ tabs: [tab], activeId: tab.id }, { editors: { one: view } })
    const host = await render(
      fake.app,
      <FormPane tab={tab} place="column" collapsed={false}>
        <p>the form</p>
      </FormPane>,
    )
    expect(host.textContent).not.toContain('the form')
    await click(button('Line 2A colon inside a plain value.'))
    expect(view.state.selection.main.head).toBe(4)
    await click(button('Show form'))
    expect(fake.calls).toEqual([['setRawFrontMatter', 'one', false]])
    view.destroy()
  })
})

test('a summary skips what is empty and finds keys in any case', () => {
  expect(formSummary(frontMatter)).toEqual({ title: 'A harbour', date: '2021-12-14', tags: ['sea', 'fog'] })
  expect(formSummary(NO_FRONT_MATTER)).toEqual({ title: null, date: null, tags: [] })
})

test('the view is chosen by one of the buttons', async () => {
  const fake = createFakeApp()
  await render(fake.app, <ViewSwitch />)
  await click(button('Source'))
  expect(fake.calls).toEqual([['changeLayout', { view: 'source', zen: false }]])
})

describe('the welcome view', () => {
  const recents = [
    { path: '/posts/lanterns.txt', title: '纸灯笼', openedAt: 2 },
    { path: '/posts/notes.md', title: '', openedAt: 1 },
  ]
  test('starts a new article or opens one', async () => {
    const fake = createFakeApp()
    const host = await render(fake.app, <Welcome />)
    await click(button(/^New article/))
    await click(button(/^Open an article/))
    expect(fake.calls).toEqual([
      ['run', 'file.new'],
      ['run', 'file.open'],
    ])
    expect(host.textContent).toContain('Articles you open are listed here.')
  })
  test('opens and forgets recent articles, named by title or file', async () => {
    const fake = createFakeApp({ recents })
    await render(fake.app, <Welcome />)
    await click(button(/^纸灯笼/))
    await click(button('Remove notes.md from the list'))
    await click(button('Clear the list'))
    expect(fake.calls).toEqual([
      ['openPaths', ['/posts/lanterns.txt']],
      ['removeRecent', '/posts/notes.md'],
      ['clearRecents'],
    ])
  })
})
