import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bridge, EventName, Events, JournalEntry, WindowState } from '../../../core/contract.ts'
import type { FakeBrowserWindow } from '../../fakes/electron/browser-window.ts'
import { display } from '../../fakes/electron/screen.ts'
import { FILE_MENU, launch, type Desktop, type LaunchOptions } from './launch.ts'

/** A window whose page is up, and what it has heard. */
interface Shown {
  readonly window: FakeBrowserWindow
  readonly bridge: Bridge
  readonly heard: { [E in EventName]?: Events[E][] }
  tell(state?: Partial<WindowState>): Promise<void>
}

let desktop: Desktop

/** A user data folder that outlives the application. */
let kept: string

beforeEach(async () => {
  kept = await mkdtemp(join(tmpdir(), 'galley-data-'))
  desktop = await launch({ dataDir: kept })
})
afterEach(async () => {
  await desktop.dispose()
  await rm(kept, { recursive: true, force: true })
})

async function restart(options: LaunchOptions): Promise<void> {
  await desktop.dispose()
  desktop = await launch(options)
}

/** The page of the window at this place among the windows, once it is up. */
async function shown(at: number): Promise<Shown> {
  await expect.poll(() => desktop.electron.windows[at]?.loads ?? 0).toBeGreaterThan(0)
  const window = desktop.electron.windows[at]!
  const bridge = desktop.bridge(window)
  const heard: Shown['heard'] = {}
  for (const event of ['files.opened', 'command.run', 'window.closeRequested'] as const) {
    bridge.on(event, (payload) => ((heard[event] ??= []) as unknown[]).push(payload))
  }
  const tell: Shown['tell'] = async (state) => {
    await bridge.call('window.state', { title: '', path: null, unsaved: [], open: [], ...state })
  }
  await tell()
  return { window, bridge, heard, tell }
}

async function another(from: Shown, paths: readonly string[] = []): Promise<Shown> {
  const count = desktop.electron.windows.length
  expect(await from.bridge.call('window.new', paths)).toMatchObject({ ok: true })
  return shown(count)
}

const startOf = async (bridge: Bridge): Promise<readonly string[]> => {
  const info = await bridge.call('app.info')
  return info.ok ? info.value.openAtStart : []
}

const entry = (id: string, text: string): JournalEntry => ({
  id,
  path: null,
  name: 'Untitled 1',
  text,
  encoding: 'utf-8',
  base: null,
  caret: 0,
  top: 0,
  position: 0,
  shownAt: 0,
  writtenAt: 0,
})

async function journal(bridge: Bridge): Promise<readonly string[]> {
  const reply = await bridge.call('recovery.list')
  return reply.ok ? reply.value.map((it) => it.text) : []
}

describe('several windows', () => {
  it('open beside one another, each with its own articles', async () => {
    const first = await shown(0)
    const second = await another(first, ['/articles/b.md'])
    expect(second.window.bounds).not.toEqual(first.window.bounds)
    const third = await another(second)
    expect(await startOf(third.bridge)).toEqual([])
    expect(desktop.electron.windows).toHaveLength(3)
  })

  it('open what they are made for as they come up', async () => {
    const first = await shown(0)
    await first.bridge.call('window.new', ['/articles/b.md'])
    await expect.poll(() => desktop.electron.windows[1]?.loads).toBe(1)
    expect(await startOf(desktop.bridge(desktop.electron.windows[1]))).toEqual(['/articles/b.md'])
  })

  it('open for a second instance that asks for a new one, else not', async () => {
    await shown(0)
    const { app } = desktop.electron
    app.emit('second-instance', {}, [], '/', { paths: ['/articles/x.md'], newWindow: true })
    await expect.poll(() => desktop.electron.windows[1]?.loads).toBe(1)
    expect(await startOf(desktop.bridge(desktop.electron.windows[1]))).toEqual(['/articles/x.md'])
    app.emit('second-instance', {}, [], '/', { paths: [], newWindow: false })
    await expect.poll(() => desktop.electron.windows[1]?.focused).toBe(1)
    expect(desktop.electron.windows).toHaveLength(2)
  })

  it('answer only their own pages', async () => {
    const first = await shown(0)
    const second = await another(first)
    await second.tell({ title: 'b.md' })
    expect([first.window.title, second.window.title]).toEqual(['Galley', 'b.md — Galley'])
  })

  it('show a dialog on the one that asks', async () => {
    const first = await shown(0)
    await another(first)
    desktop.electron.dialog.willChoose('/articles/a.md')
    await first.bridge.call('dialog.open')
    expect(desktop.electron.dialog.parents).toEqual([first.window])
  })

  it('hear alike that a setting changed, and which articles are recent', async () => {
    const first = await shown(0)
    const second = await another(first)
    const told: unknown[] = []
    second.bridge.on('recents.changed', (list) => told.push(list.map((it) => it.path)))
    await first.bridge.call('recent.add', '/articles/a.md', 'A')
    expect(told).toEqual([['/articles/a.md']])
  })
})

describe('an article that one window has open', () => {
  it('is shown there when another window, or the system, wants to open it', async () => {
    const path = join(desktop.folder, 'a.md')
    const link = join(desktop.folder, 'link.md')
    await writeFile(path, 'a')
    await symlink(path, link)
    const first = await shown(0)
    await first.tell({ open: [path] })
    const second = await another(first)
    expect(await second.bridge.call('window.reveal', link)).toEqual({ ok: true, value: true })
    expect(first.heard['files.opened']).toEqual([{ paths: [link] }])
    expect(first.window.focused).toBe(1)
    desktop.electron.app.emit('open-file', { preventDefault: () => undefined }, path)
    await expect.poll(() => first.heard['files.opened']).toHaveLength(2)
    expect(second.heard['files.opened']).toBeUndefined()
  })

  it('is opened where it is asked for when no other window has it', async () => {
    const first = await shown(0)
    await first.tell({ open: ['/articles/a.md'] })
    expect(await first.bridge.call('window.reveal', '/articles/a.md')).toEqual({ ok: true, value: false })
    const second = await another(first)
    expect(await second.bridge.call('window.reveal', '/articles/b.md')).toEqual({ ok: true, value: false })
  })

  it('moves: the window it leaves does not call it back', async () => {
    const first = await shown(0)
    await first.tell({ open: ['/articles/a.md'] })
    const second = await another(first, ['/articles/a.md'])
    expect(await second.bridge.call('window.reveal', '/articles/a.md')).toEqual({ ok: true, value: false })
  })
})

describe('the recovery journal of several windows', () => {
  it('offers an entry to one window only', async () => {
    const first = await shown(0)
    await first.bridge.call('recovery.write', entry('one', 'typed here'))
    const second = await another(first)
    expect(await journal(second.bridge)).toEqual([])
    expect(await journal(first.bridge)).toEqual(['typed here'])
  })

  it('hands what a window has released to the next one, unsaved text and all', async () => {
    const first = await shown(0)
    await first.bridge.call('recovery.write', entry('one', 'moves along'))
    await first.bridge.call('recovery.release', 'one')
    const second = await another(first)
    expect(await journal(second.bridge)).toEqual(['moves along'])
    expect(await journal(first.bridge)).toEqual([])
  })

  it('offers what a window had to itself again once it is loaded again', async () => {
    const first = await shown(0)
    await first.bridge.call('recovery.write', entry('one', 'before the crash'))
    await another(first)
    desktop.electron.dialog.willPress('Load again')
    first.window.webContents.crash('crashed')
    await expect.poll(() => first.window.loads).toBe(2)
    expect(await journal(desktop.bridge(first.window))).toEqual(['before the crash'])
  })

  it('opens after a crash what was open, the article in front last', async () => {
    const first = await shown(0)
    await first.tell({ open: ['/articles/a.md', '/articles/b.md'], path: '/articles/a.md' })
    desktop.electron.dialog.willPress('Load again')
    first.window.webContents.crash('crashed')
    await expect.poll(() => first.window.loads).toBe(2)
    const start = await startOf(desktop.bridge(first.window))
    expect(start).toEqual(['/articles/a.md', '/articles/b.md', '/articles/a.md'])
  })
})

describe('quitting with several windows', () => {
  const CLOSE = { reason: 'close', others: [], how: null }

  it('asks once, in the window in front, for all of them', async () => {
    const first = await shown(0)
    const second = await another(first)
    await first.tell({ unsaved: ['a.md'] })
    await second.tell({ unsaved: ['b.md', 'c.md'] })
    desktop.electron.app.quit()
    expect(first.heard['window.closeRequested']).toBeUndefined()
    expect(second.heard['window.closeRequested']).toEqual([{ reason: 'quit', others: ['a.md'], how: null }])
    expect(desktop.electron.windows).toHaveLength(2)
  })

  it('lets the others act on the same answer, and then quits', async () => {
    const first = await shown(0)
    const second = await another(first)
    await first.tell({ unsaved: ['a.md'] })
    await second.tell({ unsaved: ['b.md'] })
    desktop.electron.app.quit()
    await second.bridge.call('window.close', { reason: 'quit', how: 'save' })
    expect(first.heard['window.closeRequested']).toEqual([{ reason: 'quit', others: [], how: 'save' }])
    expect(desktop.electron.windows).toEqual([first.window])
    expect(desktop.electron.app.exitCode).toBeNull()
    await first.bridge.call('window.close', { reason: 'quit', how: 'save' })
    await expect.poll(() => desktop.electron.app.exitCode).toBe(0)
  })

  it('stays where an article could not be saved, and keeps every window when the writer cancels', async () => {
    const first = await shown(0)
    const second = await another(first)
    await first.tell({ unsaved: ['a.md'] })
    await second.tell({ unsaved: ['b.md'] })
    desktop.electron.app.quit()
    expect(desktop.electron.windows).toHaveLength(2)
    first.window.close()
    expect(first.heard['window.closeRequested']).toEqual([CLOSE])
    expect(desktop.electron.app.exitCode).toBeNull()
  })

  it('closes one of several windows with a question about its own articles alone', async () => {
    const first = await shown(0)
    const second = await another(first)
    await first.tell({ unsaved: ['a.md'] })
    await second.tell({ unsaved: ['b.md'] })
    second.window.close()
    expect(second.heard['window.closeRequested']).toEqual([CLOSE])
    await second.bridge.call('window.close', { reason: 'close', how: 'discard' })
    expect(desktop.electron.windows).toEqual([first.window])
  })

  it.each([
    ['the machine shuts down', () => desktop.electron.powerMonitor.emit('shutdown')],
    [
      'the writer logs off (Windows)',
      () => desktop.electron.windows[0]?.emit('session-end', { reasons: [] }),
    ],
  ])('asks nothing when %s: the journal has it all', async (_, happens) => {
    const first = await shown(0)
    const second = await another(first)
    await first.bridge.call('recovery.write', entry('one', 'typed'))
    await first.tell({ unsaved: ['a.md'] })
    happens()
    desktop.electron.app.quit()
    expect(second.heard['window.closeRequested']).toBeUndefined()
    expect(first.heard['window.closeRequested']).toBeUndefined()
    await expect.poll(() => desktop.electron.app.exitCode).toBe(0)
    await restart({ dataDir: kept })
    expect(await journal(desktop.bridge())).toEqual(['typed'])
  })
})

describe('windows that come and go', () => {
  it('leave nobody listening', async () => {
    const { app, nativeTheme, powerMonitor, session } = desktop.electron
    const all = [app, nativeTheme, powerMonitor, session, process]
    const listeners = () => all.map((it) => it.eventNames().map((name) => [name, it.listenerCount(name)]))
    const first = await shown(0)
    const before = listeners()
    for (let count = 0; count < 3; count += 1) (await another(first)).window.close()
    expect(desktop.electron.windows).toEqual([first.window])
    expect(listeners()).toEqual(before)
  })
})

describe('menus of several windows', () => {
  const menuOf = (label: string) => [{ ...FILE_MENU, label }]

  it('belong to their windows', async () => {
    const first = await shown(0)
    const second = await another(first)
    await first.bridge.call('menu.set', menuOf('First'))
    await second.bridge.call('menu.set', menuOf('Second'))
    first.window.menu?.find('First', '保存').click()
    expect(first.heard['command.run']).toEqual([{ id: 'file.save' }])
    expect(second.heard['command.run']).toBeUndefined()
  })

  it('follow the window in front on macOS, and work without one', async () => {
    await restart({ platform: 'darwin' })
    const first = await shown(0)
    const second = await another(first)
    await second.bridge.call('menu.set', menuOf('Second'))
    await first.bridge.call('menu.set', menuOf('First'))
    const labels = () => desktop.electron.menu.items.map((it) => it.label)
    expect(labels()[1]).toBe('Second')
    first.window.focus()
    expect(labels()[1]).toBe('First')
    first.window.close()
    second.window.close()
    expect(labels()).toEqual(['Galley', 'File', 'Edit', 'Window'])
    desktop.electron.menu.find('File', 'Open…').click()
    const third = await shown(0)
    expect(third.heard['command.run']).toEqual([{ id: 'file.open' }])
  })
})

describe('where windows stand', () => {
  const bounds = { x: 150, y: 90, width: 1100, height: 800 }

  it('is remembered in the user data folder, display by display', async () => {
    const { window } = await shown(0)
    window.place(bounds)
    window.maximize()
    window.close()
    await expect.poll(() => desktop.electron.app.exitCode).toBe(0)
    const saved: unknown = JSON.parse(await readFile(join(kept, 'windows.json'), 'utf8'))
    expect(saved).toMatchObject([{ display: { id: 1 }, bounds, maximised: true, fullScreen: false }])
    await restart({ dataDir: kept })
    expect(desktop.electron.window.options).toMatchObject(bounds)
    expect(desktop.electron.window.maximized).toBe(true)
  })

  it('is corrected when the display is gone', async () => {
    const { window } = await shown(0)
    desktop.electron.screen.displays = [display(1, 0, 0, 1920, 1080), display(2, 1920, 0, 1920, 1080)]
    window.place({ ...bounds, x: 2200 })
    window.close()
    await expect.poll(() => desktop.electron.app.exitCode).toBe(0)
    await restart({ dataDir: kept })
    const { x = -1 } = desktop.electron.window.options
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + bounds.width).toBeLessThanOrEqual(1920)
  })

  it('is written though the caches could not be cleared', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const { window } = await shown(0)
    desktop.electron.session.clearCache = () => Promise.reject(new Error('busy'))
    window.place(bounds)
    let saved = ''
    desktop.electron.app.on('quit', () => (saved = readFileSync(join(kept, 'windows.json'), 'utf8')))
    window.close()
    await expect.poll(() => desktop.electron.app.exitCode).toBe(0)
    said.mockRestore()
    expect(JSON.parse(saved)).toMatchObject([{ bounds }])
  })

  it('is forgotten, not fatal, when the file is damaged', async () => {
    await writeFile(join(kept, 'windows.json'), '[{"display":')
    await restart({ dataDir: kept })
    expect(desktop.electron.window.options).toMatchObject({ width: 1280, height: 860 })
  })
})
