import { SearchQuery, setSearchQuery } from '@codemirror/search'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { CommandId } from '../../../core/commands.ts'
import type { HistoryVersion, RecentArticle } from '../../../core/contract.ts'
import { removeField, removeItem, setField } from '../../../core/front-matter/edit.ts'
import { replaceAll } from '../../../renderer/editor/search-commands.ts'
import { activeTab, type App } from '../../../renderer/state/app.ts'
import type { DialogState } from '../../../renderer/state/app-state.ts'
import { loadSourceCommands } from '../../../renderer/state/source-commands.ts'
import { appOnPage } from './app-on-page.ts'
import { memoryBridge } from './memory-bridge.ts'

const PATH = '/posts/quay.md'
const OTHERS = 'what another program wrote\n'
const ARTICLE = `---
title: Quay
cover: quay.png
tags: [salt, rope]
---

A quay, and a quay.

| boat | crew |
| ---- | ---- |
| Ada  | two  |
| Bee  | six  |
`

let open: App | null = null
afterEach(async () => {
  const app = open
  open = null
  for (const { id } of app?.getState().tabs ?? []) {
    void app?.close(id)
    await vi.waitFor(() => {
      if (app?.getState().dialog) app.answer('discard')
      expect(app?.getState().tabs.some((tab) => tab.id === id)).toBe(false)
    })
  }
})

async function start(answers: Parameters<typeof memoryBridge>[1] = {}) {
  const files = new Map([[PATH, ARTICLE]])
  const shell = memoryBridge(files, answers)
  const app = await appOnPage(shell.bridge)
  open = app
  await Promise.all([app.openPaths([PATH]), loadSourceCommands()])
  const { id } = activeTab(app.getState())!
  const view = app.editorOf(id)!
  const text = () => view.state.doc.toString()
  const type = (insert: string) => view.dispatch({ changes: { from: view.state.doc.length, insert } })
  /** Answers the dialog that comes up. */
  const answer = async (kind: DialogState['kind'], value: unknown): Promise<void> => {
    await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe(kind))
    app.answer(value)
  }
  return { app, id, view, text, type, answer, files, shell }
}
type Writer = Awaited<ReturnType<typeof start>>

const isDone = (): undefined => undefined
const caretAt = ({ view }: Writer, word: string): void =>
  view.dispatch({ selection: { anchor: view.state.doc.toString().indexOf(word) } })
const command = (id: CommandId, word: string) => (writer: Writer) => {
  caretAt(writer, word)
  writer.app.run(id)
}
const everything = { from: ARTICLE.indexOf('A quay'), to: ARTICLE.length, insert: 'Another body.' }
const convert = (id: CommandId, kind: 'convert' | 'doctor') => async (writer: Writer) => {
  writer.app.run(id)
  await writer.answer(kind, { edits: [everything] })
}
const version: HistoryVersion = { id: 'v', savedAt: 1, size: 1, sha256: 'a', encoding: 'utf-8' }
/** Another program writes the file while the writer has edits of their own. */
async function disagree(writer: Writer): Promise<void> {
  writer.files.set(PATH, OTHERS)
  writer.shell.emit('article.changedOnDisk', { path: PATH, kind: 'changed' })
  await vi.waitFor(() => expect(activeTab(writer.app.getState())?.conflict).toBe('changed'))
}

describe('one undo brings the text back after', () => {
  const acts: readonly (readonly [string, (writer: Writer) => unknown])[] = [
    [
      'replacing all',
      ({ view }) => {
        view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: 'quay', replace: 'pier' })) })
        return replaceAll(view, isDone)
      },
    ],
    ['removing a field', ({ app, id, text }) => app.edit(id, removeField(text(), 'title'), 'step')],
    ['removing a list entry', ({ app, id, text }) => app.edit(id, removeItem(text(), 'tags', 0), 'step')],
    ['removing a picture', ({ app, id, text }) => app.edit(id, setField(text(), 'cover', null), 'step')],
    ['deleting a row', command('table.deleteRow', 'Ada')],
    ['deleting a column', command('table.deleteColumn', 'Ada')],
    ['deleting a line', command('edit.deleteLine', 'A quay')],
    ['converting to HTML', convert('article.toHtml', 'convert')],
    ['formatting', convert('article.format', 'convert')],
    [
      'dropping styles',
      async (writer) => {
        writer.app.setBodyFormat(writer.id, 'html')
        await convert('article.doctor', 'doctor')(writer)
      },
    ],
    [
      'restoring a version',
      async (writer) => {
        writer.app.run('article.history')
        await writer.answer('history', { text: OTHERS, encoding: 'utf-8' })
      },
    ],
    [
      'the file of a clean article was written anew',
      ({ files, shell }) => {
        files.set(PATH, OTHERS)
        shell.emit('article.changedOnDisk', { path: PATH, kind: 'changed' })
      },
    ],
    [
      'reopening with another encoding',
      ({ app, id, files }) => {
        files.set(PATH, OTHERS)
        return app.reopenWithEncoding(id, 'gbk')
      },
    ],
  ]
  test.each(acts)('%s', async (_, act) => {
    const writer = await start({ 'history.list': () => Promise.resolve({ ok: true, value: [version] }) })
    await act(writer)
    await vi.waitFor(() => expect(writer.text()).not.toBe(ARTICLE))
    writer.app.run('edit.undo')
    expect(writer.text()).toBe(ARTICLE)
  })

  const overMine: readonly (readonly [string, (writer: Writer) => unknown])[] = [
    [
      'taking theirs',
      async (writer) => {
        await disagree(writer)
        await writer.app.resolveConflict(writer.id, 'theirs')
      },
    ],
    [
      'using a text made of both',
      async (writer) => {
        await disagree(writer)
        const resolving = writer.app.resolveConflict(writer.id, 'compare')
        await writer.answer('compare', { text: 'both\n' })
        await resolving
      },
    ],
    [
      'giving edits up to reopen with another encoding',
      async (writer) => {
        const reopening = writer.app.reopenWithEncoding(writer.id, 'gbk')
        await writer.answer('unsaved', 'discard')
        await reopening
      },
    ],
  ]
  test.each(overMine)('%s, edits included', async (_, act) => {
    const writer = await start()
    writer.type('Mine.')
    await act(writer)
    expect(writer.text()).not.toContain('Mine.')
    writer.app.run('edit.undo')
    expect(writer.text()).toBe(`${ARTICLE}Mine.`)
  })
})

test('an article closed without saving comes back, what was typed included', async () => {
  const { app, id, type, answer } = await start()
  type('Mine.')
  const closing = app.close(id)
  await answer('unsaved', 'discard')
  await closing
  app.run('file.reopenClosed')
  await vi.waitFor(() => expect(activeTab(app.getState())?.dirty).toBe(true))
  const back = app.editorOf(activeTab(app.getState())!.id)
  expect(back?.state.doc.toString()).toBe(`${ARTICLE}Mine.`)
})

describe('the notice takes back', () => {
  const former: readonly RecentArticle[] = [
    { path: '/posts/b.md', title: 'Bollard', openedAt: 2 },
    { path: '/posts/a.md', title: '', openedAt: 1 },
  ]
  /** A list of recent articles as a shell keeps it. */
  function recents(): Parameters<typeof memoryBridge>[1] {
    let list = former
    const say = (next: readonly RecentArticle[]) =>
      Promise.resolve({ ok: true as const, value: (list = next) })
    return {
      'recent.list': () => say(list),
      'recent.add': () => say(list),
      'recent.remove': (path) => say(list.filter((it) => it.path !== path)),
      'recent.clear': () => say([]),
      'recent.restore': (gone) => say([...list, ...gone].sort((a, b) => b.openedAt - a.openedAt)),
    }
  }
  const said = (app: App): readonly string[] => app.getState().notices.map(({ text }) => text)
  const undo = (app: App): void => app.getState().notices.at(-1)?.action?.run()

  test.each([
    ['clearing the recent articles', (writer: Writer) => writer.app.clearRecents()],
    ['clearing them in the native menu', (writer: Writer) => writer.shell.emit('recents.clear', null)],
  ])('%s', async (_, act) => {
    const writer = await start(recents())
    act(writer)
    await vi.waitFor(() =>
      expect(said(writer.app)).toEqual(['2 articles are off the list of recent articles.']),
    )
    expect(writer.app.getState().recents).toEqual([])
    undo(writer.app)
    await vi.waitFor(() => expect(writer.app.getState().recents).toEqual(former))
  })

  test('removing recent articles one after the other, all of them in one notice', async () => {
    const { app } = await start(recents())
    app.removeRecent('/posts/a.md')
    await vi.waitFor(() => expect(said(app)).toEqual(['“a.md” is off the list of recent articles.']))
    app.removeRecent('/posts/b.md')
    await vi.waitFor(() => expect(said(app)).toEqual(['2 articles are off the list of recent articles.']))
    undo(app)
    await vi.waitFor(() => expect(app.getState().recents).toEqual(former))
  })

  test('only the last removal once the notice before is dismissed', async () => {
    const { app } = await start(recents())
    app.removeRecent('/posts/a.md')
    await vi.waitFor(() => expect(said(app)).toHaveLength(1))
    app.dismissNotice(app.getState().notices[0]!.id)
    app.removeRecent('/posts/b.md')
    await vi.waitFor(() => expect(said(app)).toEqual(['“Bollard” is off the list of recent articles.']))
    undo(app)
    await vi.waitFor(() => expect(app.getState().recents).toEqual([former[0]]))
  })

  test('closing the folder', async () => {
    const { app } = await start()
    app.changeSettings({ workspace: '/posts' })
    app.run('file.closeFolder')
    expect(app.getState().settings.workspace).toBe('')
    expect(said(app)).toEqual(['The folder “posts” is closed.'])
    undo(app)
    expect(app.getState().settings.workspace).toBe('/posts')
  })
})

test('an import of settings is taken back where the settings are shown', async () => {
  const { app, answer } = await start({
    'settings.readFile': () => Promise.resolve({ ok: true, value: '{"theme": "dark", "tabWidth": 8}' }),
  })
  const { settings } = app.getState()
  app.run('file.settings')
  await answer('settings', { then: 'import', section: 'files' })
  await answer('openFile', ['/home/mine.json'])
  await answer('importSettings', true)
  await vi.waitFor(() => expect(app.getState().settingsUndo?.label).toContain('mine.json'))
  expect(app.getState().settings).toMatchObject({ theme: 'dark', tabWidth: 8 })
  app.undoSettings()
  expect(app.getState().settings).toEqual(settings)
  expect(app.getState().settingsUndo).toBeNull()
  await answer('settings', null)
})

test('what was changed again since is not taken back', async () => {
  const { app } = await start()
  app.offerSettingsUndo({
    label: 'Theme',
    keys: ['theme'],
    run: () => app.changeSettings({ theme: 'light' }),
  })
  app.changeSettings({ tabWidth: 8 })
  expect(app.getState().settingsUndo).not.toBeNull()
  app.changeSettings({ theme: 'dark' })
  app.undoSettings()
  expect(app.getState().settings.theme).toBe('dark')
})
