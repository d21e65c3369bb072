import { afterEach, expect, test, vi } from 'vitest'
import type { Reply, SaveReceipt, SaveRequest } from '../../../core/contract.ts'
import type { App } from '../../../renderer/state/app.ts'
import { appOnPage } from './app-on-page.ts'
import { memoryBridge } from './memory-bridge.ts'

const A = '/posts/a.md'
const B = '/posts/b.md'
const started: App[] = []

afterEach(async () => {
  for (const app of started.splice(0)) {
    for (const tab of app.getState().tabs) {
      const closed = app.close(tab.id)
      await vi.waitFor(() => expect(!tab.dirty || app.getState().dialog !== null).toBe(true))
      if (app.getState().dialog) app.answer('discard')
      await closed
    }
  }
})

async function start(answers: Parameters<typeof memoryBridge>[1] = {}) {
  const files = new Map([
    [A, 'one'],
    [B, 'two'],
  ])
  const shell = memoryBridge(files, answers)
  const app = await appOnPage(shell.bridge)
  started.push(app)
  await app.openPaths([A, B])
  const tab = (path: string) => app.getState().tabs.find((one) => one.path === path)!
  const type = (path: string, insert: string) => {
    const view = app.editorOf(tab(path).id)!
    view.dispatch({ changes: { from: view.state.doc.length, insert } })
  }
  return { app, shell, files, tab, type }
}

/** A disk whose saves end when they are told to. */
function slowDisk() {
  const pending: (() => void)[] = []
  const save = ({ path, text }: SaveRequest): Promise<Reply<SaveReceipt>> => {
    const version = { mtimeNs: '9', size: text.length, inode: '1', sha256: `sha of ${text}` }
    return new Promise((answer) =>
      pending.push(() => answer({ ok: true, value: { path, realPath: path, version } })),
    )
  }
  return { pending, save }
}

test('what is typed while an article is saved to be closed keeps its tab open', async () => {
  const { pending, save } = slowDisk()
  const { app, tab, type } = await start({ 'article.save': save })
  type(A, ' more')
  const closed = app.close(tab(A).id)
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('unsaved'))
  app.answer('save')
  await vi.waitFor(() => expect(pending).toHaveLength(1))
  type(A, ' and more')
  pending[0]!()
  expect(await closed).toBe(false)
  expect(tab(A).dirty).toBe(true)
})

test('what is typed in another tab while all are being closed keeps them open', async () => {
  const { pending, save } = slowDisk()
  const { app, tab, type } = await start({ 'article.save': save })
  type(A, ' more')
  const closed = app.closeMany([tab(A).id, tab(B).id])
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('unsaved'))
  app.answer('save')
  await vi.waitFor(() => expect(pending).toHaveLength(1))
  type(B, ' late')
  pending[0]!()
  expect(await closed).toBe(false)
  expect(app.getState().tabs).toHaveLength(2)
  expect(tab(B).dirty).toBe(true)
})

test('a window in which something is typed while it saves does not close', async () => {
  const { pending, save } = slowDisk()
  const { app, shell, type } = await start({ 'article.save': save })
  type(A, ' more')
  shell.emit('window.closeRequested', { reason: 'close', others: [], how: null })
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('unsaved'))
  app.answer('save')
  await vi.waitFor(() => expect(pending).toHaveLength(1))
  type(B, ' late')
  pending[0]!()
  await vi.waitFor(() => expect(app.getState().tabs.find(({ path }) => path === A)?.dirty).toBe(false))
  expect(app.getState().tabs).toHaveLength(2)
  expect(shell.calls.map(({ method }) => method)).not.toContain('window.close')
})

test('a deleted file’s text is unsaved: it is kept for a crash, and closing asks', async () => {
  const { app, shell, files, tab } = await start()
  files.delete(A)
  shell.emit('article.changedOnDisk', { path: A, kind: 'deleted' })
  await vi.waitFor(() => expect(tab(A)).toMatchObject({ conflict: 'deleted', dirty: true }))
  expect(tab(A).saveState.kind).toBe('edited')
  await vi.waitFor(() =>
    expect(shell.calls.find(({ method }) => method === 'recovery.write')?.args).toMatchObject([
      { text: 'one' },
    ]),
  )
  const closed = app.close(tab(A).id)
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('unsaved'))
  app.answer('save')
  expect(await closed).toBe(true)
  expect(files.get(A)).toBe('one')
})

test('a deleted file that comes back is followed as before', async () => {
  const { app, shell, files, tab } = await start()
  for (const text of ['one', 'one, again']) {
    shell.emit('article.changedOnDisk', { path: A, kind: 'deleted' })
    await vi.waitFor(() => expect(tab(A).dirty).toBe(true))
    files.set(A, text)
    shell.emit('article.changedOnDisk', { path: A, kind: 'changed' })
    await vi.waitFor(() => expect(tab(A)).toMatchObject({ conflict: null, dirty: false }))
    expect(app.editorOf(tab(A).id)?.state.doc.toString()).toBe(text)
  }
})

test('a save that breaks off unexpectedly does not keep the next one from the disk', async () => {
  let broken = true
  const texts: string[] = []
  const { app, tab, type } = await start({
    'article.save': ({ path, text }) => {
      if (broken) return Promise.reject(new Error('the pipe broke'))
      texts.push(text)
      const version = { mtimeNs: '9', size: text.length, inode: '1', sha256: `sha of ${text}` }
      return Promise.resolve({ ok: true, value: { path, realPath: path, version } })
    },
  })
  app.activate(tab(A).id)
  type(A, ' more')
  await expect(app.retrySave(tab(A).id)).rejects.toThrow('the pipe broke')
  broken = false
  await app.retrySave(tab(A).id)
  expect(texts).toEqual(['one more'])
  expect(tab(A)).toMatchObject({ dirty: false, saveState: { kind: 'saved' } })
})
