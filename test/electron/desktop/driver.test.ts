import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bridge, Menu, MenuItem } from '../../../core/contract.ts'
import type { FakeBrowserWindow } from '../../fakes/electron/browser-window.ts'
import { FakeMenu } from '../../fakes/electron/menu.ts'
import type { Driver } from '../../journeys/drivers/driver.ts'
import { createDesktopDriver, sameKeys } from '../../journeys/drivers/desktop-driver.ts'
import { launch, type Desktop } from './launch.ts'

let desktop: Desktop
let driver: Driver
let bridge: Bridge
let ran: string[]
const popup = Object.getOwnPropertyDescriptor(FakeMenu.prototype, 'popup')!
const setApplicationMenu = Object.getOwnPropertyDescriptor(FakeMenu, 'setApplicationMenu')!

/** A page as far as the driver touches one; keys that `takes` names it does not leave to the menu bar. */
class FakePage {
  readonly typed: string[] = []
  readonly takes = new Set<string>()
  readonly window: FakeBrowserWindow
  /** Runs the menu's item at these keys by itself, as Chromium may on some platforms. */
  native: ((keys: string) => void) | null = null
  private pressed = ''

  constructor(window: FakeBrowserWindow) {
    this.window = window
  }

  readonly keyboard = {
    press: (keys: string): Promise<void> => {
      this.pressed = keys
      this.typed.push(keys)
      this.native?.(keys)
      return Promise.resolve()
    },
  }

  /** The driver asks whether the page took the last keys; before that it only listens. */
  evaluate(ask: () => unknown): Promise<boolean | undefined> {
    const asks = ask.toString().includes('defaultPrevented')
    return Promise.resolve(asks ? this.takes.has(this.pressed) : undefined)
  }
}

/** Playwright's side of the application, on the double: functions arrive in the main process as their text. */
class FakeApplication extends EventEmitter {
  readonly pages = new Map<FakeBrowserWindow, FakePage>()

  private page(window: FakeBrowserWindow): FakePage {
    const page = this.pages.get(window) ?? new FakePage(window)
    this.pages.set(window, page)
    return page
  }

  firstWindow(): Promise<FakePage> {
    return Promise.resolve(this.page(desktop.electron.window))
  }

  async evaluate(run: (...args: unknown[]) => unknown, arg?: unknown): Promise<unknown> {
    // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- as Playwright does
    const there = new Function(`return (${run.toString()})`)() as typeof run
    return structuredClone(await there(desktop.electron.mainModule(), structuredClone(arg)))
  }

  browserWindow(page: FakePage): Promise<{ evaluate(run: (window: FakeBrowserWindow) => unknown): unknown }> {
    return Promise.resolve({ evaluate: (run) => Promise.resolve(run(page.window)) })
  }

  async waitForEvent(): Promise<FakePage> {
    const before = desktop.electron.windows.length
    await expect.poll(() => desktop.electron.windows.length).toBe(before + 1)
    const window = desktop.electron.windows.at(-1)!
    await expect.poll(() => window.loads).toBe(1)
    return this.page(window)
  }
}

function command(id: string, label: string, accelerator: string | null = null, enabled = true): MenuItem {
  return { type: 'command', id, label, accelerator, enabled, checked: null }
}

/** As many items as the page's own menus have at the least. */
const FILLING = Array.from({ length: 20 }, (_, n) => command(`x.${n}`, `Filling ${n}`))

const MENUS: readonly Menu[] = [
  {
    id: 'file',
    label: 'File',
    items: [
      command('file.save', 'Save', 'CmdOrCtrl+S'),
      command('file.saveAs', 'Save As…', 'CmdOrCtrl+Shift+S'),
      command('file.close', 'Close', 'CmdOrCtrl+W', false),
      { type: 'submenu', label: 'Recent', items: [command('file.one', 'A & B')] },
      ...FILLING,
    ],
  },
]

const page = () => driver.page as unknown as FakePage

beforeEach(async () => {
  desktop = await launch()
  const app = new FakeApplication() as unknown as ElectronApplication
  driver = await createDesktopDriver(app, () => Promise.resolve())
  bridge = desktop.bridge()
  ran = []
  bridge.on('command.run', ({ id }) => ran.push(id))
  await bridge.call('window.state', { title: '', path: null, unsaved: [], open: [] })
})
afterEach(async () => {
  Object.defineProperty(FakeMenu.prototype, 'popup', popup)
  Object.defineProperty(FakeMenu, 'setApplicationMenu', setApplicationMenu)
  await desktop.dispose()
})

describe('the driver of the desktop application', () => {
  it('chooses from the menu bar once the page has told it', async () => {
    const chosen = driver.menu(driver.page, 'File', 'Recent', 'A & B')
    await bridge.call('menu.set', MENUS)
    await chosen
    expect(ran).toEqual(['file.one'])
  })

  it('waits for an item to be enabled', async () => {
    await bridge.call('menu.set', MENUS)
    const chosen = driver.menu(driver.page, 'File', 'Close')
    const [file] = MENUS
    const enabled = file!.items.map((it) => (it.type === 'command' ? { ...it, enabled: true } : it))
    await bridge.call('menu.set', [{ ...file!, items: enabled }])
    await chosen
    expect(ran).toEqual(['file.close'])
  })

  it('gives the page the keys first, and the menu bar those it leaves', async () => {
    await bridge.call('menu.set', MENUS)
    page().takes.add('Control+Shift+s')
    await driver.page.keyboard.press('Control+s')
    await driver.page.keyboard.press('Control+Shift+s')
    await driver.page.keyboard.press('Control+w')
    await driver.page.keyboard.press('s')
    expect(ran).toEqual(['file.save'])
    expect(page().typed).toEqual(['Control+s', 'Control+Shift+s', 'Control+w', 's'])
  })

  it('runs nothing twice where the keys reach the menu bar by themselves', async () => {
    await bridge.call('menu.set', MENUS)
    page().native = () => desktop.electron.menu.find('File', 'Save').click()
    await driver.page.keyboard.press('Control+s')
    expect(ran).toEqual(['file.save'])
  })

  it('answers the dialogs that open and save, and cancels those nobody answers', async () => {
    const path = join(desktop.folder, 'a.md')
    let opened: unknown
    let saved: unknown
    await driver.openFile(driver.page, path, async () => void (opened = await bridge.call('dialog.open')))
    await driver.saveAs(
      driver.page,
      path,
      async () => void (saved = await bridge.call('dialog.save', 'x.md')),
    )
    expect(opened).toEqual({ ok: true, value: [path] })
    expect(saved).toEqual({ ok: true, value: path })
    expect(await bridge.call('dialog.openFolder')).toEqual({ ok: true, value: null })
    expect(await bridge.call('dialog.save', 'x.md')).toEqual({ ok: true, value: null })
  })

  it('reads the menu at the pointer, and chooses from it or closes it', async () => {
    const items = [
      { type: 'item', id: 'a', label: 'Copy & Path', enabled: true },
      { type: 'separator' },
      { type: 'item', id: 'b', label: 'Off', enabled: false },
    ] as const
    for (const [label, value] of [
      ['Copy & Path', 'a'],
      [null, null],
    ] as const) {
      let chosen: Promise<unknown> = Promise.resolve()
      const labels = await driver.popup(driver.page, () => {
        chosen = bridge.call('menu.popup', items)
        return Promise.resolve()
      })
      expect(labels).toEqual(['Copy & Path', 'Off'])
      await driver.choose(driver.page, label)
      expect(await chosen).toEqual({ ok: true, value })
    }
  })

  it('finds windows that the application opens, and opens one itself', async () => {
    const second = await driver.windowAfter(() => bridge.call('window.new', []).then(() => undefined))
    const third = await driver.another()
    expect((second as unknown as FakePage).window).toBe(desktop.electron.windows[1])
    expect((third as unknown as FakePage).window).toBe(desktop.electron.windows[2])
    await desktop.bridge(desktop.electron.windows[2]).call('menu.set', MENUS)
    const heard: string[] = []
    desktop.bridge(desktop.electron.windows[2]).on('command.run', ({ id }) => heard.push(id))
    await desktop
      .bridge(desktop.electron.windows[2])
      .call('window.state', { title: '', path: null, unsaved: [], open: [] })
    await third.keyboard.press('Control+s')
    expect(heard).toEqual(['file.save'])
    expect(ran).toEqual([])
  })

  it('reads and fills the clipboard of the system', async () => {
    expect(await driver.clipboard(driver.page)).toBe('')
    await driver.copy(driver.page, 'bold', '<b>bold</b>')
    expect(await driver.clipboard(driver.page)).toBe('bold')
    expect(await driver.clipboard(driver.page, 'text/html')).toBe('<b>bold</b>')
    expect(await bridge.call('clipboard.readText')).toEqual({ ok: true, value: 'bold' })
  })
})

describe('keys', () => {
  it.each([
    ['Control+s', 'CmdOrCtrl+S'],
    ['Control+Shift+s', 'Shift+CmdOrCtrl+S'],
    ['Meta+s', 'CmdOrCtrl+S'],
    ['Control+,', 'CmdOrCtrl+,'],
    ['Control++', 'CmdOrCtrl+Plus'],
    ['Control+=', 'CmdOrCtrl+='],
    ['Control+Backslash', 'CmdOrCtrl+\\'],
    ['Alt+ArrowUp', 'Alt+Up'],
    ['F1', 'F1'],
  ])('%s of a journey are %s of the menu bar', (keys, accelerator) => {
    expect(sameKeys(keys)).toBe(sameKeys(accelerator))
  })

  it('are others when more is held', () => {
    expect(sameKeys('Control+s')).not.toBe(sameKeys('CmdOrCtrl+Shift+S'))
  })
})
