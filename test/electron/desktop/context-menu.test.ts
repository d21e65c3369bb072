import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FakeElectron } from '../../fakes/electron/fake-electron.ts'
import { FakeMenu } from '../../fakes/electron/menu.ts'
import { launch, type Desktop } from './launch.ts'

let desktop: Desktop
let electron: FakeElectron

async function start(platform: NodeJS.Platform = 'linux'): Promise<void> {
  desktop = await launch({ platform })
  electron = desktop.electron
}

beforeEach(() => start())
afterEach(() => desktop.dispose())

const popup = (): FakeMenu => {
  if (!FakeMenu.popup) throw new Error('No menu is open')
  return FakeMenu.popup
}

const names = (): readonly string[] =>
  popup().items.map((it) => (it.type === 'separator' ? '—' : (it.role ?? it.label)))

describe('the menu over text that can be typed into', () => {
  it('has what the clipboard can do', () => {
    electron.window.webContents.askForMenu({ isEditable: true })
    expect(names()).toEqual(['cut', 'copy', 'paste', 'pasteAndMatchStyle', '—', 'selectAll'])
  })

  it('enables what can be done there', () => {
    const editFlags = { canCut: false, canCopy: false, canPaste: true, canSelectAll: true }
    electron.window.webContents.askForMenu({ isEditable: true, editFlags: editFlags as never })
    expect(popup().items.map((it) => it.enabled)).toEqual([false, false, true, true, true, true])
  })

  it('offers what a misspelled word may have meant, and to learn it', () => {
    const { webContents } = electron.window
    const misspelling = {
      isEditable: true,
      misspelledWord: 'harbur',
      dictionarySuggestions: ['harbour', 'R&D'],
    }
    webContents.askForMenu(misspelling)
    expect(names().slice(0, 4)).toEqual(['harbour', 'R&&D', 'Add to Dictionary', '—'])
    popup().choose('harbour')
    webContents.askForMenu(misspelling)
    popup().choose('Add to Dictionary')
    expect(webContents.replaced).toEqual(['harbour'])
    expect(electron.session.spelling.words).toEqual(['harbur'])
  })

  it('says when nothing is known to be meant', () => {
    electron.window.webContents.askForMenu({ isEditable: true, misspelledWord: 'qzx' })
    expect(popup().items[0]).toMatchObject({ label: 'No suggestions', enabled: false })
  })

  it('looks words up on macOS alone', async () => {
    electron.window.webContents.askForMenu({ isEditable: true, selectionText: 'quay' })
    expect(names()).not.toContain('Look Up “quay”')
    await desktop.dispose()
    await start('darwin')
    electron.window.webContents.askForMenu({ isEditable: true, selectionText: 'quay' })
    popup().choose('Look Up “quay”')
    expect(electron.window.webContents.lookedUp).toBe(1)
  })

  it('speaks the language of the writer', async () => {
    await desktop.bridge().call('settings.write', { language: 'zh-CN' })
    electron.window.webContents.askForMenu({ isEditable: true })
    expect(popup().items.map((it) => it.label)).toContain('粘贴为纯文本')
  })
})

describe('the menu elsewhere', () => {
  it('copies what is selected, and is not there when nothing is', () => {
    electron.window.webContents.askForMenu({})
    expect(FakeMenu.popup).toBeNull()
    electron.window.webContents.askForMenu({ selectionText: 'words' })
    expect(names()).toEqual(['copy'])
  })

  const ITEMS = [
    { type: 'item', id: 'close', label: 'Close', enabled: true },
    { type: 'separator' },
    { type: 'item', id: 'reveal', label: 'Show in Folder', enabled: false },
  ] as const

  it('is made of what the page asks for, and tells it what was chosen', async () => {
    const chosen = desktop.bridge().call('menu.popup', ITEMS)
    await expect.poll(() => FakeMenu.popup).not.toBeNull()
    expect(popup().items.map((it) => it.enabled)).toEqual([true, true, false])
    popup().choose('Close')
    expect(await chosen).toEqual({ ok: true, value: 'close' })
  })

  it('tells the page when nothing was chosen', async () => {
    const chosen = desktop.bridge().call('menu.popup', ITEMS)
    await expect.poll(() => FakeMenu.popup).not.toBeNull()
    popup().choose(null)
    expect(await chosen).toEqual({ ok: true, value: null })
  })

  it('shows a file in its folder', async () => {
    await desktop.bridge().call('file.reveal', '/articles/a.md')
    expect(electron.shownPaths).toEqual(['/articles/a.md'])
  })
})

describe('spelling', () => {
  const CHROMIUM = 'https://redirector.gvt1.com/edgedl/chrome/dict/'

  it('is checked in the language of the system, and nothing is fetched without leave', () => {
    const { spelling } = electron.session
    expect(spelling).toMatchObject({ enabled: true, languages: ['en-US'] })
    expect(new URL(spelling.from).hostname).toBe('127.0.0.1')
  })

  it('fetches nothing before the wishes of the writer are known', async () => {
    await desktop.dispose()
    let from = ''
    desktop = await launch({
      beforeReady({ app, session }) {
        // Behind the application's own start, before anything it waits for.
        void app.whenReady().then(() => (from = session.spelling.from))
      },
    })
    expect(new URL(from).hostname).toBe('127.0.0.1')
  })

  it('fetches dictionaries once the writer allows it', async () => {
    await desktop.bridge().call('settings.write', {
      spelling: { enabled: true, languages: ['fr', 'de-AT', 'tlh'], download: true },
    })
    expect(electron.session.spelling).toMatchObject({ from: CHROMIUM, languages: ['fr', 'de'] })
    await desktop.bridge().call('settings.write', {
      spelling: { enabled: true, languages: ['fr'], download: false },
    })
    expect(new URL(electron.session.spelling.from).hostname).toBe('127.0.0.1')
  })

  it('can be switched off', async () => {
    await desktop.bridge().call('settings.write', {
      spelling: { enabled: false, languages: ['fr'], download: false },
    })
    expect(electron.session.spelling).toMatchObject({ enabled: false, languages: [] })
  })

  it('lists the words the writer has added, takes them out, and puts them back', async () => {
    electron.session.addWordToSpellCheckerDictionary('Quaysider')
    electron.session.addWordToSpellCheckerDictionary('galley')
    expect(await desktop.bridge().call('spelling.state')).toEqual({
      ok: true,
      value: { available: ['de', 'en-GB', 'en-US', 'fr'], words: ['galley', 'Quaysider'] },
    })
    expect(await desktop.bridge().call('spelling.forget', 'galley')).toMatchObject({
      value: { words: ['Quaysider'] },
    })
    expect(await desktop.bridge().call('spelling.add', 'galley')).toMatchObject({
      value: { words: ['galley', 'Quaysider'] },
    })
  })
})
