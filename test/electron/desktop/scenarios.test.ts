import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bridge, Events, OpenedArticle } from '../../../core/contract.ts'
import { FakeClipboardItem } from '../../fakes/electron/clipboard.ts'
import type { FakeElectron } from '../../fakes/electron/fake-electron.ts'
import { FILE_MENU, launch, loaded, type Desktop, type LaunchOptions } from './launch.ts'

let desktop: Desktop
let electron: FakeElectron
let bridge: Bridge

async function start(options: LaunchOptions = {}): Promise<void> {
  desktop = await launch(options)
  electron = desktop.electron
  bridge = desktop.bridge()
}

beforeEach(() => start())
afterEach(() => desktop.dispose())

async function restart(options: LaunchOptions): Promise<void> {
  await desktop.dispose()
  await start(options)
}

/** The page as far as these scenarios need it: it asks to close, saves, and so on. */
function hear<E extends keyof Events>(event: E): Events[E][] {
  const heard: Events[E][] = []
  bridge.on(event, (payload) => heard.push(payload))
  return heard
}

async function opened(path: string): Promise<OpenedArticle> {
  const reply = await bridge.call('article.open', path)
  if (!reply.ok) throw new Error(reply.message)
  return reply.value
}

const STATE = { title: '', path: null, unsaved: [], open: [] }

const labels = (): readonly string[] => electron.menu.items.map((it) => it.label || (it.role ?? ''))

describe('the native menu', () => {
  it('works with its roles before the page has told its own', async () => {
    expect(labels()).toEqual(['File', 'Edit'])
    await restart({ platform: 'darwin' })
    expect(labels()).toEqual(['Galley', 'File', 'Edit', 'Window'])
  })

  it('shows what the page tells, with its shortcuts', async () => {
    expect(await bridge.call('menu.set', [FILE_MENU])).toEqual({ ok: true, value: null })
    expect(electron.menu.find('文件', '保存')).toMatchObject({ accelerator: 'CmdOrCtrl+S', enabled: true })
    expect(electron.menu.find('文件', 'Quit').role).toBe('quit')
  })

  it('tells the page which command was chosen, and which recent article', async () => {
    await bridge.call('window.state', STATE)
    const commands = hear('command.run')
    const files = hear('files.opened')
    await bridge.call('menu.set', [FILE_MENU])
    electron.menu.find('文件', '保存').click()
    electron.menu.find('文件', '最近', 'A && B').click()
    await expect.poll(() => files.length).toBe(1)
    expect(commands).toEqual([{ id: 'file.save' }])
    expect(files).toEqual([{ paths: ['/articles/a.md'] }])
  })

  it('does not take an ampersand in a title for a shortcut', async () => {
    await bridge.call('menu.set', [FILE_MENU])
    expect(electron.menu.find('文件', '最近').submenu?.items.map((it) => it.label)).toEqual(['A && B'])
  })

  it('runs no command that is not enabled, and shows the tick of one that is on', async () => {
    const commands = hear('command.run')
    await bridge.call('window.state', STATE)
    const item = { type: 'command', accelerator: null, checked: null, enabled: true } as const
    await bridge.call('menu.set', [
      {
        id: 'edit',
        label: 'Edit',
        items: [
          { ...item, id: 'edit.off', label: 'Off', enabled: false },
          { ...item, id: 'edit.on', label: 'On', checked: true },
          { type: 'role', role: 'copy', label: 'Copy' },
        ],
      },
    ])
    electron.menu.find('Edit', 'Off').click()
    expect(commands).toEqual([])
    expect(electron.menu.find('Edit', 'On')).toMatchObject({ type: 'checkbox', checked: true })
    expect(electron.menu.find('Edit', 'Copy').role).toBe('copy')
  })

  it('stands between the menus macOS expects, Help last', async () => {
    await restart({ platform: 'darwin' })
    const help = { id: 'help', label: 'Help', items: [] }
    await bridge.call('menu.set', [FILE_MENU, help, { id: 'view', label: 'View', items: [] }])
    expect(labels()).toEqual(['Galley', '文件', 'View', 'Window', 'Help'])
    expect(() => electron.menu.find('文件', 'Quit')).toThrow()
  })
})

describe('native dialogs', () => {
  it('give the articles chosen, or none', async () => {
    electron.dialog.willChoose('/articles/a.md', '/articles/b.md')
    expect(await bridge.call('dialog.open')).toEqual({
      ok: true,
      value: ['/articles/a.md', '/articles/b.md'],
    })
    electron.dialog.willChoose()
    expect(await bridge.call('dialog.open')).toEqual({ ok: true, value: [] })
    expect(electron.dialog.shown[0]).toMatchObject({ properties: ['openFile', 'multiSelections'] })
  })

  it('give no path when saving is cancelled', async () => {
    electron.dialog.willChoose()
    expect(await bridge.call('dialog.save', '/articles/a.md')).toEqual({ ok: true, value: null })
    expect(electron.dialog.shown[0]).toMatchObject({ defaultPath: '/articles/a.md' })
  })

  it('lead from the menu by way of the save dialog to a file on the disk', async () => {
    const target = join(desktop.folder, 'new.md')
    await bridge.call('window.state', STATE)
    await bridge.call('menu.set', [FILE_MENU])
    const saved = new Promise<unknown>((resolve) => {
      bridge.on('command.run', () => {
        const save = async (): Promise<unknown> => {
          const chosen = await bridge.call('dialog.save', 'Untitled.md')
          const path = chosen.ok ? (chosen.value ?? '') : ''
          const text = '---\ntitle: 新\n---\nbody'
          return bridge.call('article.save', { path, text, encoding: 'utf-8', base: null, overwrite: false })
        }
        resolve(save())
      })
    })
    electron.dialog.willChoose(target)
    electron.menu.find('文件', '保存').click()
    expect(await saved).toMatchObject({ ok: true, value: { path: target } })
    expect(await readFile(target, 'utf8')).toBe('---\ntitle: 新\n---\nbody')
  })
})

describe('an article on the disk', () => {
  it('is read and saved through the desktop shell', async () => {
    const path = join(desktop.folder, 'a.md')
    await writeFile(path, 'one\r\n')
    const article = await opened(path)
    expect(article.text).toBe('one\r\n')
    const request = {
      path,
      text: 'two\r\n',
      encoding: article.encoding,
      base: article.version,
      overwrite: false,
    }
    expect(await bridge.call('article.save', request)).toMatchObject({ ok: true })
    expect(await readFile(path, 'utf8')).toBe('two\r\n')
  })

  it('that is missing is told in a failed reply', async () => {
    const reply = await bridge.call('article.open', join(desktop.folder, 'gone.md'))
    expect(reply).toMatchObject({ ok: false, code: 'notFound' })
  })

  it('gives the window its title, and on macOS its icon and its edited dot', async () => {
    await restart({ platform: 'darwin' })
    await bridge.call('window.state', { title: 'a.md', path: '/articles/a.md', unsaved: ['a.md'], open: [] })
    const edited = { title: 'a.md', representedFilename: '/articles/a.md', edited: true }
    expect(electron.window).toMatchObject(edited)
    await bridge.call('window.state', STATE)
    expect(electron.window).toMatchObject({ title: 'Galley', representedFilename: '', edited: false })
  })

  it('stands in the title of the window before the name of the application elsewhere', async () => {
    await bridge.call('window.state', { title: 'a.md', path: '/articles/a.md', unsaved: [], open: [] })
    expect(electron.window.title).toBe('a.md — Galley')
    await bridge.call('window.state', STATE)
    expect(electron.window.title).toBe('Galley')
  })

  it('does not lose its title to the one the page has for browsers', () => {
    let kept = false
    electron.window.emit('page-title-updated', { preventDefault: () => (kept = true) }, 'x', true)
    expect(kept).toBe(true)
  })
})

const CLOSE = { reason: 'close', others: [], how: null }
const QUIT = { reason: 'quit', others: [], how: null }

describe('the clipboard and the trash', () => {
  it('are those of the system', async () => {
    await electron.clipboard.write([new FakeClipboardItem({ 'text/plain': 'copied' })])
    expect(await bridge.call('clipboard.readText')).toEqual({ ok: true, value: 'copied' })
    const article = join(desktop.folder, 'a.md')
    await writeFile(article, 'a')
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await bridge.call('asset.part', 'one', 0, dot)
    const kept = await bridge.call('asset.keep', article, 'dot.png', 'one', dot.length)
    const path = kept.ok ? kept.value.path : ''
    expect(await bridge.call('asset.discard', [path])).toEqual({ ok: true, value: [path] })
    expect(electron.trashed).toEqual([path])
  })
})

describe('the close guard', () => {
  const state = { title: 'a.md', path: null, open: [] }

  it('lets a window without unsaved articles close', async () => {
    const asked = hear('window.closeRequested')
    await bridge.call('window.state', { ...state, unsaved: [] })
    electron.window.close()
    expect(asked).toEqual([])
    expect(electron.app.windows.size).toBe(0)
  })

  it('asks the page first, and keeps the window when the writer cancels', async () => {
    const asked = hear('window.closeRequested')
    await bridge.call('window.state', { ...state, unsaved: ['a.md', 'b.md'] })
    electron.window.close()
    expect(asked).toEqual([CLOSE])
    expect(electron.app.windows.size).toBe(1)
  })

  it('closes without asking again once the page has asked, whatever is left unsaved', async () => {
    const asked = hear('window.closeRequested')
    await bridge.call('window.state', { ...state, unsaved: ['a.md', 'b.md'] })
    electron.window.close()
    await bridge.call('window.close', { reason: 'close', how: 'discard' })
    expect(asked).toHaveLength(1)
    expect(electron.app.windows.size).toBe(0)
  })

  it('closes when the page has saved everything meanwhile', async () => {
    await bridge.call('window.state', { ...state, unsaved: ['a.md'] })
    electron.window.close()
    await bridge.call('window.state', { ...state, unsaved: [] })
    electron.window.close()
    expect(electron.app.windows.size).toBe(0)
  })

  it('goes on quitting after the question that quitting raised', async () => {
    await restart({ platform: 'darwin' })
    const asked = hear('window.closeRequested')
    await bridge.call('window.state', { ...state, unsaved: ['a.md'] })
    electron.app.quit()
    expect(asked).toEqual([QUIT])
    expect(electron.app.exitCode).toBeNull()
    await bridge.call('window.close', { reason: 'quit', how: 'discard' })
    await expect.poll(() => electron.app.exitCode).toBe(0)
  })

  it('forgets that all was to be quit when the writer cancelled that', async () => {
    await restart({ platform: 'darwin' })
    const asked = hear('window.closeRequested')
    await bridge.call('window.state', { ...state, unsaved: ['a.md'] })
    electron.app.quit()
    electron.window.close()
    await bridge.call('window.close', { reason: 'close', how: 'discard' })
    expect(asked).toEqual([QUIT, CLOSE])
    expect(electron.app.windows.size).toBe(0)
    expect(electron.app.exitCode).toBeNull()
  })

  it('asks again in the window that follows a closed one', async () => {
    await restart({ platform: 'darwin' })
    await bridge.call('window.state', { ...state, unsaved: ['a.md'] })
    electron.window.close()
    await bridge.call('window.close', { reason: 'close', how: 'discard' })
    electron.app.emit('activate')
    await expect.poll(() => electron.windows[0]?.loads).toBe(1)
    bridge = desktop.bridge()
    await bridge.call('window.state', { ...state, unsaved: ['a.md'] })
    electron.window.close()
    expect(electron.app.windows.size).toBe(1)
  })

  it("does not let a page's own question keep the window open in silence", () => {
    let allowed = false
    electron.window.webContents.emit('will-prevent-unload', { preventDefault: () => (allowed = true) })
    expect(allowed).toBe(true)
  })
})

describe('the log', () => {
  it('holds what a page reports, and is shown in the file manager', async () => {
    await bridge.call('log.write', { message: 'TypeError: x', stack: 'at y' })
    expect(await bridge.call('log.show')).toEqual({ ok: true, value: null })
    const [path = ''] = electron.shownPaths
    expect(path).toBe(join(desktop.dataDir, 'galley.log'))
    expect(await readFile(path, 'utf8')).toContain('page TypeError: x')
  })

  it('says which process is gone', async () => {
    electron.dialog.willPress('Close')
    electron.window.webContents.crash('oom')
    electron.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' })
    const log = await readFile(join(desktop.dataDir, 'galley.log'), 'utf8')
    expect(log).toContain('The process of a page is gone: oom')
    expect(log).toContain('A GPU process is gone: crashed')
  })
})

describe('a page that fails', () => {
  it('is loaded again on the word of the writer after a crash', async () => {
    electron.dialog.willPress('Load again')
    electron.window.webContents.crash('crashed')
    await expect.poll(() => electron.window.loads).toBe(2)
    expect(await desktop.bridge().call('app.info')).toMatchObject({ ok: true })
  })

  it('can be closed after a crash, though it had unsaved articles', async () => {
    await bridge.call('window.state', { title: 'a.md', path: null, unsaved: ['a.md'], open: [] })
    electron.dialog.willPress('Close')
    electron.window.webContents.crash('oom')
    await expect.poll(() => electron.app.windows.size).toBe(0)
  })

  it('is left alone when its process ended as it should', () => {
    electron.window.webContents.crash('clean-exit')
    expect(electron.dialog.shown).toEqual([])
  })

  it('is waited for when it hangs and the writer says so', async () => {
    electron.dialog.willPress('Wait')
    electron.window.emit('unresponsive')
    await expect.poll(() => electron.dialog.shown.length).toBe(1)
    expect(electron.window.webContents.crashed).toBe(false)
  })

  it('is ended and loaded again, with one question, when it hangs and the writer says so', async () => {
    electron.dialog.willPress('Load again')
    electron.window.emit('unresponsive')
    await expect.poll(() => loaded(electron, 2)).toBeUndefined()
    expect(electron.dialog.shown).toHaveLength(1)
  })
})
