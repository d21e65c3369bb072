import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import type { OpenedArticle, Reply } from '../../../core/contract.ts'
import type { Preview } from '../../../renderer/preview/preview-api.ts'
import type { App } from '../../../renderer/state/app.ts'
import { activeTab } from '../../../renderer/state/app.ts'
import { appOnPage } from './app-on-page.ts'
import { memoryBridge } from './memory-bridge.ts'

let open: App | null = null

// happy-dom says `null` where a browser without locks says nothing.
Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })

afterEach(async () => {
  for (const tab of open?.getState().tabs ?? []) await open?.close(tab.id)
  open = null
})

/** An application whose disk gives an article only when it is told to. */
async function start() {
  const waiting = new Map<string, () => void>()
  const shell = memoryBridge(new Map(), {
    'article.open': (path): Promise<Reply<OpenedArticle>> => {
      const version = { mtimeNs: '1', size: 4, inode: path, sha256: `sha of ${path}` }
      const value = {
        path,
        realPath: path,
        text: 'text',
        encoding: 'utf-8',
        version,
        readOnly: null,
      } as const
      return new Promise((resolve) => waiting.set(path, () => resolve({ ok: true, value })))
    },
  })
  const app = await appOnPage(shell.bridge)
  open = app
  const give = async (path: string): Promise<void> => {
    await vi.waitFor(() => expect(waiting.has(path)).toBe(true))
    waiting.get(path)?.()
    await vi.waitFor(() => expect(app.getState().tabs.map((tab) => tab.path)).toContain(path))
  }
  const front = (): string | null => activeTab(app.getState())?.path ?? null
  const begin = (path: string): void =>
    shell.emit('article.beginning', { path, realPath: path, text: `beginning of ${path}\n` })
  return { app, give, front, begin, waiting }
}

/** A preview that only notes which text it shows. */
function notingPreview() {
  const shown: string[] = []
  const nothing = (): void => undefined
  const preview: Preview = {
    show: (_key, { doc }) => void shown.push(doc.toString()),
    change: (_key, _changes, { doc }) => void shown.push(`grown: ${doc.toString()}`),
    followScroll: () => nothing,
    forget: nothing,
    setAppearance: nothing,
    scrollTo: nothing,
    showCaret: nothing,
    markCaret: nothing,
    find: nothing,
    markSelection: nothing,
    dispose: nothing,
  }
  return { preview, shown }
}

/** An application that shows `/a.md` and was asked for `/b.md`, whose beginning is there. */
async function startWithBeginning() {
  const started = await start()
  const { app, give, begin, waiting } = started
  const first = app.openPaths(['/a.md'])
  await give('/a.md')
  await first
  const { preview, shown } = notingPreview()
  app.preview.attach(preview)
  app.preview.events.onLoad()
  const done = app.openPaths(['/b.md'])
  await vi.waitFor(() => expect(waiting.has('/b.md')).toBe(true))
  shown.length = 0
  begin('/b.md')
  return { ...started, done, shown }
}

test('the beginning of an article is shown before it has a tab, and gives way to what the article is by then', async () => {
  const { app, give, front, done, shown } = await startWithBeginning()
  expect(shown).toEqual(['beginning of /b.md\n'])
  expect(app.getState().tabs).toHaveLength(1)
  expect(front()).toBe('/a.md')
  await give('/b.md')
  await done
  expect(front()).toBe('/b.md')
  // Its text does not begin like that any more.
  expect(new Set(shown.splice(1))).toEqual(new Set(['text']))
})

test('what is done in the beginning of an article concerns no other one', async () => {
  const { app, done, give, waiting } = await startWithBeginning()
  app.preview.events.onCaret(3)
  app.preview.events.onSelect({ from: 1, to: 3 })
  app.preview.events.onLink('next.md')
  const { main } = app.editorOf(app.getState().activeId!)!.state.selection
  expect([main.from, main.to]).toEqual([0, 0])
  expect(waiting.has('/next.md')).toBe(false)
  await give('/b.md')
  await done
  app.preview.events.onCaret(3)
  expect(app.editorOf(app.getState().activeId!)!.state.selection.main.head).toBe(3)
})

test('a writer who has gone to another article is not shown the beginning of one, nor is it told of twice', async () => {
  const { app, give, begin, done, shown } = await startWithBeginning()
  begin('/b.md')
  begin('/c.md')
  expect(shown).toHaveLength(1)
  app.run('file.new')
  const fresh = app.getState().activeId
  expect(shown.at(-1)).toBe('')
  shown.length = 0
  await give('/b.md')
  await done
  expect(app.getState().activeId).toBe(fresh)
  expect(shown.every((text) => text === '')).toBe(true)
})

test('of several articles the last one comes to the front, and the first while there is none', async () => {
  const { app, give, front } = await start()
  const done = app.openPaths(['/a.md', '/b.md', '/c.md'])
  await give('/a.md')
  await vi.waitFor(() => expect(front()).toBe('/a.md'))
  await give('/b.md')
  expect(front()).toBe('/a.md')
  await give('/c.md')
  await done
  expect(front()).toBe('/c.md')
})

test('a writer who goes to another article meanwhile stays there', async () => {
  const { app, give, front } = await start()
  const done = app.openPaths(['/a.md', '/b.md', '/c.md'])
  await give('/a.md')
  await give('/b.md')
  app.activate(app.getState().tabs.find((tab) => tab.path === '/b.md')!.id)
  await give('/c.md')
  await done
  expect(front()).toBe('/b.md')
})

test('of two articles asked for in a row the later one is in front, whichever comes first', async () => {
  for (const order of [
    ['/b.md', '/c.md'],
    ['/c.md', '/b.md'],
  ]) {
    const { app, give, front } = await start()
    const first = app.openPaths(['/a.md'])
    await give('/a.md')
    await first
    const both = [app.openPaths(['/b.md']), app.openPaths(['/c.md'])]
    for (const path of order) await give(path)
    await Promise.all(both)
    expect(front()).toBe('/c.md')
  }
})

/** Has time pass only by `pass`, in milliseconds. */
function stopTime() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  return { pass: (time: number) => vi.advanceTimersByTimeAsync(time) }
}

test('the editor of a long article is made when its beginning can be seen, or when that takes long', async () => {
  for (const loads of [true, false]) {
    const { app, begin, waiting } = await start()
    const { preview, shown } = notingPreview()
    const { pass } = stopTime()
    const done = app.openPaths(['/b.md'])
    await pass(0)
    begin('/b.md')
    app.preview.attach(preview)
    expect(shown).toEqual(['beginning of /b.md\n'])
    waiting.get('/b.md')?.()
    await pass(200)
    expect(app.getState().tabs).toEqual([])
    if (loads) app.preview.events.onLoad()
    await pass(loads ? 100 : 1000)
    expect(app.getState().tabs).toHaveLength(1)
    await done
    vi.useRealTimers()
    await app.close(app.getState().activeId!)
  }
})

test('a long article that is there before the preview is shown whole once the preview is there', async () => {
  const { app, begin, waiting, front } = await start()
  const { preview, shown } = notingPreview()
  const { pass } = stopTime()
  const done = app.openPaths(['/b.md'])
  await pass(0)
  begin('/b.md')
  waiting.get('/b.md')?.()
  await pass(100)
  expect(app.getState().tabs).toEqual([])
  app.preview.attach(preview)
  expect(shown).toEqual(['text'])
  app.preview.events.onLoad()
  await pass(100)
  await done
  expect(front()).toBe('/b.md')
})
