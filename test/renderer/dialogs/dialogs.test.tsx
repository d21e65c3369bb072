import { beforeAll, describe, expect, test } from 'vitest'
import type { FolderListing } from '../../../core/contract.ts'
import { DialogHost, prepareDialogs } from '../../../renderer/dialogs/dialog-host.tsx'
import type { AppState, DialogState } from '../../../renderer/state/app-state.ts'
import { createFakeApp, makeTab, type FakeApp, type FakeOptions } from '../panels/fake-app.ts'
import { after, button, click, press, render, type } from '../panels/render.tsx'

beforeAll(async () => {
  await prepareDialogs()
  // Which the comparison loads when it is shown: no test ends before it is there.
  await import('../../../renderer/dialogs/merge-view.ts')
})

function listing(
  path: string,
  parent: string | null,
  names: readonly string[],
  writable = true,
): FolderListing {
  const entries = names.map((it) => ({
    name: it.replace('/', ''),
    path: `${path}/${it.replace('/', '')}`,
    kind: it.endsWith('/') ? ('folder' as const) : ('file' as const),
    size: 10,
    modified: 1_639_440_000_000,
  }))
  return { path, parent, entries, writable }
}
const folders: Readonly<Record<string, FolderListing>> = {
  '/home/ann': listing('/home/ann', null, ['posts/']),
  '/home/ann/posts': listing('/home/ann/posts', '/home/ann', [
    'drafts/',
    '.git/',
    'a.md',
    'b.txt',
    'photo.png',
  ]),
  '/home/ann/posts/drafts': listing('/home/ann/posts/drafts', '/home/ann/posts', [], false),
}

async function show(
  dialog: DialogState,
  state: Partial<AppState> = {},
  options: FakeOptions = {},
): Promise<FakeApp> {
  const fake = createFakeApp({ dialog, ...state }, { folders, ...options })
  await render(fake.app, <DialogHost />)
  await after(() => undefined)
  return fake
}
const dialog = (): HTMLElement =>
  document.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"]')!
const named = (): string | null | undefined =>
  document.getElementById(dialog().getAttribute('aria-labelledby') ?? '')?.textContent
const field = (): HTMLInputElement =>
  dialog().querySelector<HTMLInputElement>('input:not([type="checkbox"])')!
const options = (): readonly (string | undefined)[] =>
  [...dialog().querySelectorAll('[role="option"]')].map(
    (it) => it.querySelector('.file-name, .pick-text')?.textContent,
  )

describe('the question about unsaved work', () => {
  test('names the article and saves, discards or cancels', async () => {
    for (const [name, answer] of [
      ['Save', 'save'],
      ['Don’t Save', 'discard'],
      ['Cancel', null],
    ] as const) {
      const fake = await show({ kind: 'unsaved', names: ['a.md'] })
      expect(dialog().getAttribute('role')).toBe('alertdialog')
      expect(dialog().textContent).toContain('“a.md” has changes')
      await click(button(name))
      expect(fake.calls).toEqual([['answer', answer]])
      expect(document.querySelector('[role="alertdialog"]')).toBeNull()
    }
  })
  test('lists several articles', async () => {
    await show({ kind: 'unsaved', names: ['a.md', 'b.md'] })
    expect(named()).toBe('Save changes to 2 articles?')
    expect([...dialog().querySelectorAll('li')].map((it) => it.textContent)).toEqual(['a.md', 'b.md'])
    expect(button('Save All').className).toContain('primary')
  })
  test('is cancelled by Escape', async () => {
    const fake = await show({ kind: 'unsaved', names: ['a.md'] })
    await press(document.activeElement, 'Escape')
    expect(fake.calls).toEqual([['answer', null]])
  })
})

test('a file is replaced only by its own button', async () => {
  const fake = await show({ kind: 'overwrite', path: '/home/ann/a.md' })
  expect(dialog().textContent).toContain('“a.md” already exists in /home/ann')
  await click(button('Replace'))
  expect(fake.calls).toEqual([['answer', true]])
})

describe('the command palette', () => {
  test('lists only commands that can run, with their shortcuts', async () => {
    await show({ kind: 'palette' }, {}, { disabled: ['file.save'] })
    expect(options()).toContain('New Article')
    expect(options()).not.toContain('Save')
    expect(dialog().querySelector('[role="option"]')?.textContent).toContain('Ctrl+N')
  })
  test('finds a command in the other language, and Enter runs it', async () => {
    const fake = await show({ kind: 'palette' })
    await type(field(), '加粗')
    expect(options()).toEqual(['Bold'])
    await press(field(), 'Enter')
    expect(fake.calls).toEqual([
      ['changeSettings', { recentCommands: ['format.bold'] }],
      ['answer', 'format.bold'],
    ])
  })
  test.each(['insert table', '插入表格', 'crbg'])('finds what is inserted as “%s”', async (query) => {
    await show({ kind: 'palette' })
    await type(field(), query)
    expect(options()[0]).toBe('Table')
  })
  test('puts what was picked before first', async () => {
    const fake = await show({ kind: 'palette' })
    await type(field(), 'Italic')
    await press(field(), 'Enter')
    await after(() => fake.set({ dialog: { kind: 'palette' } }))
    expect(options()[0]).toBe('Italic')
  })
  test('moves by arrow keys round the ends, and tells which is chosen', async () => {
    await show({ kind: 'palette' })
    await type(field(), 'theme')
    const chosen = (): string | null | undefined =>
      document
        .getElementById(field().getAttribute('aria-activedescendant') ?? '')
        ?.querySelector('.pick-text')?.textContent
    const first = chosen()
    await press(field(), 'ArrowUp')
    expect(chosen()).not.toBe(first)
    await press(field(), 'ArrowDown')
    expect(chosen()).toBe(first)
  })
  test('does not pick while an input method composes', async () => {
    const fake = await show({ kind: 'palette' })
    await press(field(), 'Enter', { isComposing: true })
    expect(fake.calls).toEqual([])
  })
  test('says when nothing fits', async () => {
    await show({ kind: 'palette' })
    await type(field(), 'qqqq')
    expect(dialog().querySelector('[role="status"]')?.textContent).toBe('No command matches.')
  })
})

test('quick open offers open articles, then recent ones that are not open', async () => {
  const fake = await show(
    { kind: 'quickOpen' },
    {
      tabs: [makeTab({ id: 'one' }), makeTab({ id: 'two', name: 'other.md', path: '/p/other.md' })],
      activeId: 'one',
      recents: [
        { path: '/p/other.md', title: 'Other', openedAt: 1 },
        { path: '/p/new.md', title: '', openedAt: 1 },
      ],
    },
  )
  expect(options()).toEqual(['other.md', 'harbour.md', 'new.md'])
  await type(field(), '/p/new')
  await press(field(), 'Enter')
  expect(fake.calls).toEqual([['answer', '/p/new.md']])
})

describe('the open dialog', () => {
  const openFile = (): Promise<FakeApp> => show({ kind: 'openFile', startFolder: '/home/ann/posts' })
  test('lists folders and articles, and with All files everything', async () => {
    await openFile()
    expect(named()).toBe('Open articles')
    expect(options()).toEqual(['drafts', 'a.md', 'b.txt'])
    await click(dialog().querySelector('input[type="checkbox"]'))
    expect(options()).toEqual(['drafts', '.git', 'a.md', 'b.txt', 'photo.png'])
  })
  test('opens the article whose path is typed', async () => {
    const fake = await openFile()
    await type(field(), 'b.txt')
    await after(() => dialog().querySelector('form')?.requestSubmit())
    await after(() => undefined)
    expect(fake.calls).toEqual([['answer', ['/home/ann/posts/b.txt']]])
  })
  test('goes to the folder whose path is typed', async () => {
    const fake = await openFile()
    await type(field(), '~')
    await after(() => dialog().querySelector('form')?.requestSubmit())
    expect(options()).toEqual(['posts'])
    expect(fake.calls).toEqual([])
  })
  test('says in place when a typed path is not there', async () => {
    const fake = await openFile()
    await type(field(), '/nowhere/x.md')
    await after(() => dialog().querySelector('form')?.requestSubmit())
    await after(() => undefined)
    expect(dialog().querySelector('[role="alert"]')?.textContent).toMatch(/not there/)
    expect(options()).toEqual(['drafts', 'a.md', 'b.txt'])
    expect(fake.calls).toEqual([])
  })
  test('goes up by its button and by a step of the way', async () => {
    await openFile()
    await click(button('Parent folder'))
    expect(options()).toEqual(['posts'])
    expect(button('Parent folder').hasAttribute('disabled')).toBe(true)
  })
  test('starts in the home folder when the wanted one is gone', async () => {
    await show({ kind: 'openFile', startFolder: '/gone' })
    await after(() => undefined)
    expect(options()).toEqual(['posts'])
  })
  test('opens what is selected in the list', async () => {
    const fake = await openFile()
    await click(dialog().querySelectorAll('[role="option"]')[1])
    expect(field().value).toBe('/home/ann/posts/a.md')
    await click(button('Open'))
    expect(fake.calls).toEqual([['answer', ['/home/ann/posts/a.md']]])
  })
})

describe('the save dialog', () => {
  const saveFile = (suggestedPath = '/home/ann/posts/a.md'): Promise<FakeApp> =>
    show({ kind: 'saveFile', suggestedPath })
  test('suggests the name with all but its ending selected', async () => {
    await saveFile()
    expect(field().value).toBe('a.md')
    expect([field().selectionStart, field().selectionEnd]).toEqual([0, 1])
  })
  test('saves under a name in the folder that is shown', async () => {
    const fake = await saveFile()
    await type(field(), 'new.md')
    await click(button('Save'))
    expect(fake.calls).toEqual([['answer', '/home/ann/posts/new.md']])
  })
  test('takes the name of a file that is clicked on', async () => {
    await saveFile()
    await click(dialog().querySelectorAll('[role="option"]')[2])
    expect(field().value).toBe('b.txt')
  })
  test('asks for a name when there is none', async () => {
    const fake = await saveFile()
    await type(field(), '  ')
    await click(button('Save'))
    expect(fake.calls).toEqual([])
    expect(dialog().textContent).toContain('Type a name for the file.')
  })
  test('warns of a folder that cannot be written to', async () => {
    await saveFile('/home/ann/posts/drafts/a.md')
    expect(dialog().textContent).toContain('This folder cannot be written to.')
  })
})

describe('going to a line', () => {
  const goToLine = (): Promise<FakeApp> => show({ kind: 'goToLine', lines: 120, current: 7 })
  const submit = (): Promise<void> => after(() => dialog().querySelector('form')?.requestSubmit())
  test('starts from the caret’s line and answers a number', async () => {
    const fake = await goToLine()
    expect(field().value).toBe('7')
    await type(field(), ' 99 ')
    await submit()
    expect(fake.calls).toEqual([['answer', 99]])
  })
  test.each(['0', '121', 'x', '', '1.5'])('refuses “%s”', async (text) => {
    const fake = await goToLine()
    await type(field(), text)
    await submit()
    expect(fake.calls).toEqual([])
    expect(dialog().textContent).toContain('Type a number from 1 to 120.')
  })
})

describe('the comparison', () => {
  test('takes either text', async () => {
    for (const [name, answer] of [
      ['Keep Mine', 'mine'],
      ['Take Theirs', 'theirs'],
      ['Cancel', null],
    ] as const) {
      const texts = { mine: 'one\ntwo\n', theirs: 'one\n2\n' }
      const fake = await show({ kind: 'compare', name: 'a.md', ...texts, conflicts: null })
      expect(named()).toBe('Compare “a.md”')
      await click(button(name))
      expect(fake.calls).toEqual([['answer', answer]])
    }
  })
  test('after a merge asks only about the places that are open', async () => {
    await show({ kind: 'compare', name: 'a.md', mine: 'one\n', theirs: '1\n', conflicts: 2 })
    expect(dialog().textContent).toContain('2 places were edited on both sides')
    expect(button('Use This Text')).toBeDefined()
    expect([...dialog().querySelectorAll('button')].some((it) => it.textContent === 'Keep Mine')).toBe(false)
  })
  test('of a repair shows what it changes before it does', async () => {
    const fake = await show({ kind: 'repair', before: 'a: b: c\n', after: 'a: "b: c"\n', count: 1 })
    expect(dialog().textContent).toContain('1 correction keeps what you meant')
    await click(button('Apply'))
    expect(fake.calls).toEqual([['answer', true]])
  })
})

test('the list of shortcuts has the keys of this platform', async () => {
  await show({ kind: 'shortcuts' })
  const row = [...dialog().querySelectorAll('tr')].find((it) => it.textContent.startsWith('Bold'))
  expect(row?.textContent).toBe('BoldCtrl+B')
})

test('about tells the version and the licence', async () => {
  await show({ kind: 'about' })
  expect(dialog().textContent).toContain('Version 0.1.0')
  expect(dialog().textContent).toContain('MIT licence')
})
