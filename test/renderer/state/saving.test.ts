import { afterEach, expect, test, vi } from 'vitest'
import type { Reply, SaveReceipt, SaveRequest } from '../../../core/contract.ts'
import type { App } from '../../../renderer/state/app.ts'
import { activeTab } from '../../../renderer/state/app.ts'
import { appOnPage } from './app-on-page.ts'
import { memoryBridge } from './memory-bridge.ts'

const PATH = '/posts/a.md'
let open: App | null = null

// happy-dom says `null` where a browser without locks says nothing.
Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })

afterEach(async () => {
  const app = open
  open = null
  if (!app) return
  for (const tab of app.getState().tabs) {
    void app.close(tab.id)
    await Promise.resolve()
  }
})

async function start(text: string, answers: Parameters<typeof memoryBridge>[1] = {}) {
  const files = new Map([[PATH, text]])
  const shell = memoryBridge(files, answers)
  const app = await appOnPage(shell.bridge)
  open = app
  await app.openPaths([PATH])
  const tab = () => activeTab(app.getState())!
  const view = () => app.editorOf(tab().id)!
  const type = (insert: string) => view().dispatch({ changes: { from: view().state.doc.length, insert } })
  return { app, shell, files, tab, view, type }
}

function receipt(request: SaveRequest): Reply<SaveReceipt> {
  const version = { mtimeNs: '9', size: request.text.length, inode: '1', sha256: `sha of ${request.text}` }
  return { ok: true, value: { path: request.path, realPath: request.path, version } }
}

test('a save while typing writes a consistent text and leaves the newer typing unsaved', async () => {
  const pending: { request: SaveRequest; answer: (reply: Reply<SaveReceipt>) => void }[] = []
  const { app, tab, type } = await start('one', {
    'article.save': (request) => new Promise((answer) => pending.push({ request, answer })),
  })
  type(' two')
  app.run('file.save')
  await vi.waitFor(() => expect(pending).toHaveLength(1))
  expect(tab().saveState.kind).toBe('saving')
  type(' three')
  pending[0]!.answer(receipt(pending[0]!.request))
  await vi.waitFor(() => expect(tab().saveState.kind).toBe('edited'))
  expect(pending[0]!.request.text).toBe('one two')
  expect(tab().dirty).toBe(true)
})

test('what a failed save has written all the same is not called saved, and the next save begins there', async () => {
  const requests: SaveRequest[] = []
  const { app, shell, tab, view, type, files } = await start('one', {
    'article.save': (request) => {
      requests.push(request)
      files.set(request.path, request.text)
      const failed = { ok: false, code: 'ioError', message: '', details: { name: 'a.md' } } as const
      return Promise.resolve(requests.length === 1 ? failed : receipt(request))
    },
  })
  type(' two')
  app.run('file.save')
  await vi.waitFor(() => expect(tab().saveState.kind).toBe('failed'))
  type(' three')
  const asked = shell.calls.length
  shell.emit('article.changedOnDisk', { path: PATH, kind: 'changed' })
  await vi.waitFor(() =>
    expect(shell.calls.slice(asked).map((call) => call.method)).toContain('article.open'),
  )
  expect(tab()).toMatchObject({ dirty: true, conflict: null, saveState: { kind: 'failed' } })
  // Taken back to what the disk holds, it is in doubt as well.
  view().dispatch({ changes: { from: 'one two'.length, to: view().state.doc.length } })
  expect(tab()).toMatchObject({ dirty: true, saveState: { kind: 'failed' } })
  app.run('file.save')
  await vi.waitFor(() => expect(tab()).toMatchObject({ dirty: false, saveState: { kind: 'saved' } }))
  expect(requests[1]).toMatchObject({ text: 'one two', base: { sha256: 'sha of one two' } })
})

test('saves of one article follow one another, the last text wins and each builds on the one before', async () => {
  const requests: SaveRequest[] = []
  const { app, tab, type, files } = await start('one', {
    'article.save': async (request) => {
      requests.push(request)
      await Promise.resolve()
      files.set(request.path, request.text)
      return receipt(request)
    },
  })
  type(' two')
  app.run('file.save')
  type(' three')
  app.run('file.save')
  await vi.waitFor(() => expect(files.get(PATH)).toBe('one two three'))
  await vi.waitFor(() => expect(tab().saveState.kind).toBe('saved'))
  expect(requests.at(-1)?.base?.sha256 ?? '').toMatch(/^sha of one/)
})

test('a save that fails keeps the text, says why, and works when it is tried again', async () => {
  let full = true
  const { app, tab, view, type, files } = await start('one', {
    'article.save': (request) => {
      if (full)
        return Promise.resolve({ ok: false, code: 'diskFull', message: 'full', details: { name: 'a.md' } })
      files.set(request.path, request.text)
      return Promise.resolve(receipt(request))
    },
  })
  type(' two')
  app.run('file.save')
  await vi.waitFor(() =>
    expect(tab().saveState).toMatchObject({ kind: 'failed', failure: { code: 'diskFull' } }),
  )
  expect(view().state.doc.toString()).toBe('one two')
  expect(files.get(PATH)).toBe('one')
  full = false
  app.run('file.save')
  await vi.waitFor(() => expect(tab().saveState.kind).toBe('saved'))
  expect(files.get(PATH)).toBe('one two')
})

test('a save that finds its file deleted says so, and the next one puts it back', async () => {
  let there = false
  const { app, tab, type, shell } = await start('one', {
    'article.save': (request) =>
      Promise.resolve(
        there
          ? receipt(request)
          : { ok: false, code: 'deletedOnDisk', message: '', details: { name: 'a.md' } },
      ),
  })
  type(' two')
  app.run('file.save')
  await vi.waitFor(() => expect(tab().saveState.kind).toBe('failed'))
  expect(tab().conflict).toBe('deleted')
  there = true
  app.run('file.save')
  await vi.waitFor(() => expect(tab()).toMatchObject({ conflict: null, saveState: { kind: 'saved' } }))
  const saves = shell.calls.filter((one) => one.method === 'article.save')
  expect(saves[1]?.args[0]).toMatchObject({ base: null, overwrite: false, text: 'one two' })
})

test('a file that changes while an article is saved over it under another name is no conflict of the article', async () => {
  const { app, tab } = await start('one', {
    'article.save': () =>
      Promise.resolve({ ok: false, code: 'changedOnDisk', message: '', details: { name: 'b.md' } }),
  })
  app.run('file.saveAs')
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('saveFile'))
  app.answer('/posts/b.md')
  await vi.waitFor(() => expect(tab().saveState.kind).toBe('failed'))
  expect(tab()).toMatchObject({ path: PATH, conflict: null, dirty: false })
})

test('an article whose file became something else says so, and keeps its text', async () => {
  let binary = false
  const { app, tab, view, shell } = await start('one', {
    'article.open': (path) => {
      const version = { mtimeNs: '1', size: 3, inode: '1', sha256: 'sha of one' }
      return Promise.resolve(
        binary
          ? { ok: false, code: 'binaryFile', message: '', details: { name: 'a.md' } }
          : {
              ok: true,
              value: { path, realPath: path, text: 'one', encoding: 'utf-8', version, readOnly: null },
            },
      )
    },
  })
  binary = true
  shell.emit('article.changedOnDisk', { path: PATH, kind: 'changed' })
  await vi.waitFor(() => expect(tab().conflict).toBe('changed'))
  expect(app.getState().notices[0]?.text).toContain('is not a text file')
  expect(view().state.doc.toString()).toBe('one')
})

test('a clean article follows the disk, an edited one is never touched', async () => {
  const { shell, files, tab, view, type } = await start('one')
  files.set(PATH, 'one, from elsewhere')
  shell.emit('article.changedOnDisk', { path: PATH, kind: 'changed' })
  await vi.waitFor(() => expect(view().state.doc.toString()).toBe('one, from elsewhere'))
  expect(tab().dirty).toBe(false)
  type('!')
  files.set(PATH, 'again from elsewhere')
  shell.emit('article.changedOnDisk', { path: PATH, kind: 'changed' })
  await vi.waitFor(() => expect(tab().conflict).toBe('changed'))
  expect(view().state.doc.toString()).toBe('one, from elsewhere!')
})

test('opening a file that is open goes to its tab', async () => {
  const { app, files } = await start('one')
  files.set('/posts/b.md', 'two')
  await app.openPaths(['/posts/b.md', PATH])
  expect(app.getState().tabs).toHaveLength(2)
  expect(activeTab(app.getState())?.path).toBe(PATH)
})

test('typing in one field joins into one undo step, the next field is another', async () => {
  const { app, tab, view } = await start('---\ntitle: a\nauthor: b\n---\n\nbody\n')
  const { id } = tab()
  const span = (key: string) => tab().frontMatter.fields.find((field) => field.key === key)!.valueSpan
  for (const insert of ['x', 'xy', 'xyz']) app.edit(id, [{ ...span('title'), insert }], 'form:title')
  app.edit(id, [{ ...span('author'), insert: 'z' }], 'form:author')
  expect(view().state.doc.toString()).toContain('title: xyz\nauthor: z')
  app.run('edit.undo')
  expect(view().state.doc.toString()).toContain('title: xyz\nauthor: b')
  app.run('edit.undo')
  expect(view().state.doc.toString()).toContain('title: a\nauthor: b')
})

test('an article that cannot be saved under another name stays saved under its own', async () => {
  const { app, shell, tab } = await start('one', {
    'article.save': ({ path }) =>
      Promise.resolve({ ok: false, code: 'alreadyExists', message: 'there', details: { name: path } }),
  })
  app.run('file.saveAs')
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('saveFile'))
  app.answer('/posts/b.md')
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('overwrite'))
  expect(tab().dirty).toBe(false)
  app.answer(null)
  await vi.waitFor(() => expect(app.getState().dialog).toBeNull())
  expect(tab()).toMatchObject({ path: PATH, dirty: false, saveState: { kind: 'saved' } })
  expect(shell.calls.map((call) => call.method)).not.toContain('recovery.write')
})

test('that it cannot is still said after another program has touched its own file', async () => {
  const { app, shell, tab } = await start('one', {
    'article.save': () =>
      Promise.resolve({ ok: false, code: 'folderMissing', message: '', details: { name: 'gone' } }),
  })
  app.run('file.saveAs')
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('saveFile'))
  app.answer('/posts/gone/a.md')
  await vi.waitFor(() => expect(tab().saveState.kind).toBe('failed'))
  const readAgain = (): number => shell.calls.filter(({ method }) => method === 'article.open').length
  const before = readAgain()
  shell.emit('article.changedOnDisk', { path: PATH, kind: 'changed' })
  expect(readAgain()).toBe(before + 1)
  // What the shell in memory answers is there before the next task.
  await new Promise((resolve) => setTimeout(resolve))
  expect(tab()).toMatchObject({ saveState: { kind: 'failed' }, dirty: false, conflict: null })
})

test('a recent article that is gone can be taken off the list', async () => {
  const recent = { path: '/posts/gone.md', title: 'Gone', openedAt: 0 }
  const removed: string[] = []
  const { app } = await start('one', {
    'recent.add': () => Promise.resolve({ ok: true, value: [recent] }),
    'recent.remove': (path) => {
      removed.push(path)
      return Promise.resolve({ ok: true, value: [] })
    },
    'history.list': () => Promise.resolve({ ok: true, value: [] }),
  })
  await app.openPaths([recent.path])
  const notice = app.getState().notices.at(-1)
  expect(notice?.text).toContain('gone.md')
  notice?.action?.run()
  await vi.waitFor(() => expect(app.getState().recents).toEqual([]))
  expect(removed).toEqual([recent.path])
})
