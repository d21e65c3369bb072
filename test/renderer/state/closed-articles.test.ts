import { afterEach, expect, test, vi } from 'vitest'
import type { OpenedArticle, Reply } from '../../../core/contract.ts'
import { activeTab, type App } from '../../../renderer/state/app.ts'
import { appOnPage } from './app-on-page.ts'
import { memoryBridge } from './memory-bridge.ts'

const PATH = '/posts/a.md'
let open: App | null = null

afterEach(async () => {
  const app = open
  open = null
  for (const tab of app?.getState().tabs ?? []) {
    void app?.close(tab.id)
    await Promise.resolve()
  }
})

async function start(files: Map<string, string>, answers: Parameters<typeof memoryBridge>[1] = {}) {
  const shell = memoryBridge(files, answers)
  const app = await appOnPage(shell.bridge)
  open = app
  const text = () => app.editorOf(activeTab(app.getState())!.id)!.state.doc.toString()
  const type = (insert: string) => {
    const view = app.editorOf(activeTab(app.getState())!.id)!
    view.dispatch({ changes: { from: view.state.doc.length, insert } })
  }
  /** Closes the article in front, giving up what is not saved. */
  const giveUp = async (): Promise<void> => {
    const closing = app.close(activeTab(app.getState())!.id)
    await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('unsaved'))
    app.answer('discard')
    await closing
  }
  return { app, text, type, giveUp, shell }
}

test('there is nothing to reopen before something was closed', async () => {
  const { app } = await start(new Map([[PATH, 'one']]))
  expect(app.isEnabled('file.reopenClosed')).toBe(false)
  await app.openPaths([PATH])
  await app.close(activeTab(app.getState())!.id)
  expect(app.isEnabled('file.reopenClosed')).toBe(true)
  app.run('file.reopenClosed')
  await vi.waitFor(() => expect(activeTab(app.getState())?.path).toBe(PATH))
  expect(activeTab(app.getState())?.dirty).toBe(false)
})

test('what was given up with an article comes back with it, as one step to undo', async () => {
  const { app, text, type, giveUp } = await start(new Map([[PATH, 'one']]))
  await app.openPaths([PATH])
  type(' two')
  await giveUp()
  app.run('file.reopenClosed')
  await vi.waitFor(() => expect(activeTab(app.getState())?.dirty).toBe(true))
  expect(text()).toBe('one two')
  app.run('edit.undo')
  expect(text()).toBe('one')
})

test('it comes back as a new article when the file is another by now', async () => {
  const files = new Map([[PATH, 'one']])
  const { app, text, type, giveUp } = await start(files)
  await app.openPaths([PATH])
  type(' two')
  await giveUp()
  files.set(PATH, 'by somebody else')
  app.run('file.reopenClosed')
  await vi.waitFor(() => expect(app.getState().tabs).toHaveLength(2))
  expect(activeTab(app.getState())?.path).toBeNull()
  expect(text()).toBe('one two')
})

test('opening that takes long can be cancelled, with what was to follow', async () => {
  let answer: (reply: Reply<OpenedArticle>) => void = () => undefined
  const asked: string[] = []
  const { app } = await start(new Map(), {
    'article.open': (path) => {
      asked.push(path)
      return new Promise((resolve) => (answer = resolve))
    },
  })
  const opening = app.openPaths(['/posts/big.md', '/posts/next.md'])
  await vi.waitFor(() => expect(app.getState().opening).toMatchObject({ name: 'big.md', at: 1, of: 2 }))
  app.getState().opening?.cancel()
  expect(app.getState().opening).toBeNull()
  answer({ ok: false, code: 'ioError', message: 'late', details: {} })
  await opening
  expect(asked).toEqual(['/posts/big.md'])
  expect(app.getState().tabs).toEqual([])
  expect(app.getState().notices).toEqual([])
})

test('how far the reading of an article is follows what the shell tells of it, and of no other', async () => {
  let answer: (reply: Reply<OpenedArticle>) => void = () => undefined
  const { app, shell } = await start(new Map(), {
    'article.open': () => new Promise((resolve) => (answer = resolve)),
  })
  const opening = app.openPaths(['/posts/big.md'])
  await vi.waitFor(() => expect(app.getState().opening).toMatchObject({ name: 'big.md', read: null }))
  shell.emit('article.reading', { path: '/posts/big.md', done: 3, total: 9 })
  expect(app.getState().opening?.read).toMatchObject({ done: 3, total: 9 })
  shell.emit('article.reading', { path: '/posts/other.md', done: 5, total: 6 })
  expect(app.getState().opening?.read).toMatchObject({ done: 3, total: 9 })
  answer({ ok: false, code: 'ioError', message: 'late', details: {} })
  await opening
  expect(app.getState().opening).toBeNull()
  shell.emit('article.reading', { path: '/posts/big.md', done: 9, total: 9 })
  expect(app.getState().opening).toBeNull()
})
