import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterEach, describe, expect, it } from 'vitest'
import type { Bridge, Menu, MenuItem } from '../../../core/contract.ts'
import type { FakeElectron } from '../../fakes/electron/fake-electron.ts'
import { FakeMenu } from '../../fakes/electron/menu.ts'
import { FILE_MENU, launch, type Desktop } from './launch.ts'

let desktop: Desktop
let electron: FakeElectron
let bridge: Bridge

async function start(platform: NodeJS.Platform): Promise<void> {
  desktop = await launch({ platform })
  electron = desktop.electron
  bridge = desktop.bridge()
}

afterEach(() => desktop.dispose())

const STATE = { title: '', path: null, unsaved: [], open: [] }

function command(id: string, more: Partial<Extract<MenuItem, { type: 'command' }>> = {}): MenuItem {
  return { type: 'command', id, label: id, accelerator: null, enabled: true, checked: null, ...more }
}

const view = (...items: readonly MenuItem[]): readonly Menu[] => [{ id: 'view', label: 'View', items }]

/** What the page is told to run. */
function runs(): string[] {
  const heard: string[] = []
  bridge.on('command.run', ({ id }) => heard.push(id))
  return heard
}

describe('an item of a native menu', () => {
  it('follows what the page tells: enabled, ticked, named anew', async () => {
    await start('linux')
    await bridge.call('menu.set', view(command('a', { enabled: false, checked: false })))
    expect(electron.menu.find('View', 'a')).toMatchObject({ enabled: false, checked: false })
    await bridge.call('menu.set', view(command('a', { label: 'b', checked: true, accelerator: 'F7' })))
    expect(electron.menu.find('View', 'b')).toMatchObject({ enabled: true, checked: true, accelerator: 'F7' })
    expect(() => electron.menu.find('View', 'a')).toThrow()
  })

  it('keeps its tick when choosing it again changes nothing', async () => {
    await start('linux')
    await bridge.call('window.state', STATE)
    const run = runs()
    await bridge.call(
      'menu.set',
      view(command('view.both', { checked: true }), command('view.form', { checked: false })),
    )
    electron.menu.find('View', 'view.both').click()
    electron.menu.find('View', 'view.form').click()
    expect(run).toEqual(['view.both', 'view.form'])
    expect(electron.menu.find('View', 'view.both').checked).toBe(true)
    expect(electron.menu.find('View', 'view.form').checked).toBe(false)
  })

  it('has the keys that paste plain text on macOS too', async () => {
    await start('darwin')
    const item = { type: 'role', role: 'pasteAndMatchStyle', label: 'Plain' } as const
    await bridge.call('menu.set', [{ id: 'edit', label: 'Edit', items: [item] }])
    expect(electron.menu.find('Edit', 'Plain')).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+V' })
  })
})

describe('menus in the language of the writer', () => {
  it('become another at once on Linux', async () => {
    await start('linux')
    await bridge.call('menu.set', [FILE_MENU])
    expect(electron.menu.find('文件', 'Quit').role).toBe('quit')
    await bridge.call('settings.write', { language: 'zh-CN' })
    expect(electron.menu.find('文件', '退出').role).toBe('quit')
  })

  it('become another at once on macOS, in the dock too', async () => {
    await start('darwin')
    await bridge.call('menu.set', [FILE_MENU])
    expect(electron.app.dockMenu?.find('New Window')).toBeDefined()
    await bridge.call('settings.write', { language: 'zh-CN' })
    expect(electron.menu.find('Galley', '退出 Galley').role).toBe('quit')
    expect(electron.menu.find('窗口', '最小化').role).toBe('minimize')
    electron.app.dockMenu?.find('新建窗口').click()
    expect(electron.windows).toHaveLength(2)
  })

  it('become another at once in the jump list on Windows', async () => {
    await start('win32')
    expect(electron.app.userTasks).toMatchObject([{ title: 'New Window', arguments: '--new-window' }])
    await bridge.call('settings.write', { language: 'zh-CN' })
    expect(electron.app.userTasks).toMatchObject([{ title: '新建窗口' }])
  })

  it('are so before a page has told its own', async () => {
    await start('linux')
    await bridge.call('settings.write', { language: 'zh-CN' })
    expect(electron.menu.items.map((it) => it.label)).toEqual(['文件', '编辑'])
  })
})

describe('recent articles', () => {
  it('stand in the list of the system until the page clears it, and again once it takes that back', async () => {
    await start('win32')
    await bridge.call('recent.add', '/articles/a.md', 'A')
    await bridge.call('recent.add', '/articles/b.md', 'B')
    expect(electron.app.recentDocuments).toEqual(['/articles/b.md', '/articles/a.md'])
    const listed = await bridge.call('recent.list')
    await bridge.call('recent.clear')
    expect(electron.app.recentDocuments).toEqual([])
    expect(await bridge.call('recent.restore', listed.ok ? listed.value : [])).toEqual(listed)
    expect(electron.app.recentDocuments).toEqual(['/articles/b.md', '/articles/a.md'])
  })

  it('are cleared by the page when the menu asks for it, which can undo it', async () => {
    await start('win32')
    let asked = 0
    bridge.on('recents.clear', () => (asked += 1))
    const clear = { type: 'clearRecents', label: 'Clear' } as const
    await bridge.call('menu.set', [{ id: 'file', label: 'File', items: [clear] }])
    electron.menu.find('File', 'Clear').click()
    expect(asked).toBe(1)
  })

  it('belong to the application that was installed: Windows knows both by one name', async () => {
    await start('win32')
    const config = readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8')
    expect(electron.app.userModelId).toBe((load(config) as { appId: string }).appId)
  })
})

describe('the menu bar of macOS', () => {
  it('works for the windows there are when none of them is in front', async () => {
    await start('darwin')
    await bridge.call('window.state', STATE)
    const run = runs()
    const first = electron.window
    await bridge.call('window.new', [])
    await expect.poll(() => electron.windows[1]?.loads).toBe(1)
    const second = electron.windows[1]!
    await desktop.bridge(second).call('menu.set', [{ ...FILE_MENU, label: 'Second' }])
    first.minimized = true
    second.close()
    expect(electron.menu.items.map((it) => it.label)).toEqual(['Galley', 'File', 'Edit', 'Window'])
    electron.menu.find('File', 'Open…').click()
    expect(run).toEqual(['file.open'])
    expect(electron.windows).toEqual([first])
    expect(first.minimized).toBe(false)
  })
})

describe('sharing', () => {
  const shared = () => electron.menu.items.find((it) => it.label === '文件')?.submenu?.items ?? []
  const share = () => shared().find((it) => it.role === 'shareMenu')

  it('is offered on macOS for the file of the article in front', async () => {
    await start('darwin')
    await bridge.call('menu.set', [FILE_MENU])
    expect(share()).toBeUndefined()
    await bridge.call('window.state', { ...STATE, path: '/articles/a.md' })
    expect(share()).toMatchObject({ label: 'Share', sharingItem: { filePaths: ['/articles/a.md'] } })
    await bridge.call('window.state', { ...STATE, path: '/articles/b.md' })
    expect(share()?.sharingItem).toEqual({ filePaths: ['/articles/b.md'] })
    await bridge.call('window.state', STATE)
    expect(share()).toBeUndefined()
  })

  it('follows the window in front', async () => {
    await start('darwin')
    await bridge.call('menu.set', [FILE_MENU])
    await bridge.call('window.state', { ...STATE, path: '/articles/a.md' })
    const first = electron.window
    await bridge.call('window.new', [])
    await expect.poll(() => electron.windows[1]?.loads).toBe(1)
    const second = desktop.bridge(electron.windows[1])
    await second.call('menu.set', [FILE_MENU])
    await second.call('window.state', { ...STATE, path: '/articles/b.md' })
    await bridge.call('window.state', { ...STATE, path: '/articles/c.md' })
    expect(share()?.sharingItem).toEqual({ filePaths: ['/articles/b.md'] })
    first.focus()
    expect(share()?.sharingItem).toEqual({ filePaths: ['/articles/c.md'] })
  })

  it('is offered on macOS for selected text', async () => {
    await start('darwin')
    electron.window.webContents.askForMenu({ selectionText: ' a few words ' })
    expect(FakeMenu.popup?.find('Share').sharingItem).toEqual({ texts: ['a few words'] })
    electron.window.webContents.askForMenu({ isEditable: true })
    expect(() => FakeMenu.popup?.find('Share')).toThrow()
  })

  it.each(['linux', 'win32'] as const)('is not on %s, which has nothing to share with', async (platform) => {
    await start(platform)
    await bridge.call('menu.set', [FILE_MENU])
    await bridge.call('window.state', { ...STATE, path: '/articles/a.md' })
    expect(share()).toBeUndefined()
    electron.window.webContents.askForMenu({ selectionText: 'words' })
    expect(() => FakeMenu.popup?.find('Share')).toThrow()
  })
})
