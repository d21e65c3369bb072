import { undo } from '@codemirror/commands'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import type { JournalEntry, Reply } from '../../../core/contract.ts'
import { activeTab, type App } from '../../../renderer/state/app.ts'
import { appOnPage } from './app-on-page.ts'
import { memoryBridge } from './memory-bridge.ts'

const PATH = '/posts/a.md'
const started: App[] = []

afterEach(async () => {
  for (const app of started.splice(0)) {
    for (const tab of app.getState().tabs) {
      const closed = app.close(tab.id)
      await Promise.resolve()
      if (app.getState().dialog) app.answer('discard')
      await closed
    }
  }
})

async function start(text: string, answers: Parameters<typeof memoryBridge>[1] = {}) {
  const shell = memoryBridge(new Map([[PATH, text]]), answers)
  const app = await appOnPage(shell.bridge)
  started.push(app)
  await app.openPaths([PATH])
  const tab = () => activeTab(app.getState())!
  const view = () => app.editorOf(tab().id)!
  const type = (insert: string) => view().dispatch({ changes: { from: view().state.doc.length, insert } })
  const called = (method: string) => shell.calls.filter((one) => one.method === method)
  return { app, tab, view, type, called }
}

const gone: Reply<null> = { ok: true, value: null }

test('a tab whose text is given up goes once nothing of it would come back', async () => {
  const removals: ((reply: Reply<null>) => void)[] = []
  const { app, tab, type, called } = await start('one', {
    'recovery.remove': () => new Promise((answer) => removals.push(answer)),
  })
  type(' two')
  await vi.waitFor(() => expect(called('recovery.write')).toHaveLength(1))
  const closed = app.close(tab().id)
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('unsaved'))
  app.answer('discard')
  await vi.waitFor(() => expect(removals).toHaveLength(1))
  expect(app.getState().tabs).toHaveLength(1)
  removals[0]!(gone)
  expect(await closed).toBe(true)
  expect(app.getState().tabs).toEqual([])
})

test('closing twice at once asks once', async () => {
  const removals: ((reply: Reply<null>) => void)[] = []
  const { app, tab, type, called } = await start('one', {
    'recovery.remove': () => new Promise((answer) => removals.push(answer)),
  })
  type(' two')
  await vi.waitFor(() => expect(called('recovery.write')).toHaveLength(1))
  const { id } = tab()
  const first = app.close(id)
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('unsaved'))
  app.answer('discard')
  await vi.waitFor(() => expect(removals).toHaveLength(1))
  expect(await app.close(id)).toBe(false)
  expect(app.getState().dialog).toBeNull()
  removals[0]!(gone)
  expect(await first).toBe(true)
})

test('typing that is undone leaves nothing behind that a crash would bring back', async () => {
  const { view, tab, type, called } = await start('one')
  type(' two')
  await vi.waitFor(() => expect(called('recovery.write')).toHaveLength(1))
  undo(view())
  expect(tab().dirty).toBe(false)
  await vi.waitFor(() => expect(called('recovery.remove')).toHaveLength(1))
})

test('what could not be written is written once it can be, though nothing more is typed', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let isFull = true
  const full = { ok: false, code: 'dataFolder', message: '', details: { reason: 'ENOSPC' } } as const
  const { app, type, called } = await start('one', {
    'recovery.write': () => Promise.resolve(isFull ? full : gone),
  })
  type(' two')
  await vi.advanceTimersByTimeAsync(30_000)
  const tries = called('recovery.write').length
  expect(tries).toBeGreaterThan(1)
  expect(app.getState().notices).toHaveLength(1)
  isFull = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(called('recovery.write')).toHaveLength(tries + 1)
})

const entry: JournalEntry = {
  id: 'tab-1',
  path: PATH,
  name: 'a.md',
  text: 'mine',
  encoding: 'utf-8',
  base: { mtimeNs: '1', size: 3, inode: '1', sha256: 'of a version nobody has' },
  caret: 0,
  top: 0,
  position: 0,
  shownAt: 1,
  writtenAt: 1,
}

test('an article whose file can no longer be read comes back as changed on disk, with the reason', async () => {
  const binary = { ok: false, code: 'binaryFile', message: '', details: { name: 'a.md' } } as const
  const { app, tab, view, called } = await start('', {
    'recovery.list': () => Promise.resolve({ ok: true, value: [entry] }),
    'article.open': () => Promise.resolve(binary),
  })
  expect(view().state.doc.toString()).toBe('mine')
  expect(tab()).toMatchObject({ conflict: 'changed', dirty: true })
  expect(app.getState().notices[0]?.text).toContain('is not a text file')
  await app.resolveConflict('tab-1', 'mine')
  expect(called('article.save')[0]?.args[0]).toMatchObject({ path: PATH, text: 'mine', overwrite: true })
})

test('an article whose common ancestor nobody knows is compared, not merged by guess', async () => {
  const { app, tab, view, called } = await start('theirs', {
    'recovery.list': () => Promise.resolve({ ok: true, value: [entry] }),
    'history.list': () => Promise.resolve({ ok: true, value: [] }),
  })
  expect(tab().conflict).toBe('changed')
  const merging = app.resolveConflict('tab-1', 'merge')
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('compare'))
  expect(app.getState().dialog).toMatchObject({ mine: 'mine', theirs: 'theirs', conflicts: null })
  expect(app.getState().notices[0]?.text).toContain('cannot be merged')
  app.answer(null)
  await merging
  expect(view().state.doc.toString()).toBe('mine')
  expect(tab().conflict).toBe('changed')
  expect(called('article.save')).toEqual([])
})
