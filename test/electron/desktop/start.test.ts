import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { launch, type Desktop, type LaunchOptions } from './launch.ts'

let desktop: Desktop

async function start(options: LaunchOptions = {}): Promise<Desktop['electron']> {
  desktop = await launch(options)
  return desktop.electron
}

afterEach(() => desktop.dispose())

async function openAtStart(): Promise<readonly string[]> {
  const reply = await desktop.bridge().call('app.info')
  return reply.ok ? reply.value.openAtStart : []
}

describe('the desktop shell at its start', () => {
  it('shows one window with the page once it can be shown', async () => {
    const { app, window } = await start()
    expect(app.windows.size).toBe(1)
    expect(window.options.show).toBe(false)
    expect(window.isVisible()).toBe(true)
    expect(window.webContents.mainFrame.url).toBe('app://galley/')
  })

  it('says who it is', async () => {
    await start({ locale: 'zh-CN' })
    expect(await desktop.bridge().call('app.info')).toMatchObject({
      ok: true,
      value: { shell: 'desktop', version: '0.0.0-double', locale: 'zh-CN' },
    })
  })

  it('keeps its data where GALLEY_DATA_DIR says', async () => {
    const { app } = await start()
    expect(app.getPath('userData')).toBe(desktop.dataDir)
  })

  it('has what is compiled of its page kept for the next start', async () => {
    const { schemes } = await start()
    // Electron refuses it for a scheme that is no standard one.
    expect(schemes[0]?.privileges).toMatchObject({ codeCache: true, standard: true })
  })

  it('has a window background in the colour of the theme, before anything is painted', async () => {
    const light = await start()
    const bright = light.window.options.backgroundColor
    await desktop.dispose()
    const dark = await start({
      beforeReady: (electron) => electron.nativeTheme.systemBecomes(true),
    })
    expect(bright).toMatch(/^#f/)
    expect(dark.window.options.backgroundColor).toMatch(/^#1/)
  })

  it('opens what stands on its command line, and takes no switch for a file', async () => {
    await start({ args: ['--enable-logging', '/articles/a.md', 'b.md'] })
    expect(await openAtStart()).toEqual(['/articles/a.md', join(process.cwd(), 'b.md')])
  })

  it('reads the command line of a packaged application, which has no folder in it', async () => {
    await start({ isPackaged: true, args: ['/articles/a.md'] })
    expect(await openAtStart()).toEqual(['/articles/a.md'])
  })

  it('opens what macOS asked for before it was ready', async () => {
    await start({
      platform: 'darwin',
      beforeReady: ({ app }) => app.emit('open-file', { preventDefault: () => undefined }, '/articles/c.md'),
    })
    expect(await openAtStart()).toEqual(['/articles/c.md'])
  })

  it('hands its files over and ends when it already runs', async () => {
    const { app } = await start({ isSecondInstance: true, args: ['/articles/a.md'] })
    expect(app.handedOver).toEqual({ paths: ['/articles/a.md'], newWindow: false })
    expect(app.windows.size).toBe(0)
    expect(app.exitCode).toBe(0)
  })
})

describe('a desktop shell that cannot start', () => {
  it('says why, whatever fails', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const { app, dialog } = await start({
      beforeReady({ session }) {
        session.setPermissionCheckHandler = () => {
          throw new Error('no session')
        }
      },
    })
    await expect.poll(() => app.exitCode).toBe(1)
    said.mockRestore()
    expect(dialog.errors).toEqual([['Galley could not start', 'no session']])
  })

  it('says so when its data cannot be where GALLEY_DATA_DIR says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-no-data-'))
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { app, dialog } = await start({ dataDir: join(file, 'data') })
    expect(app).toMatchObject({ exitCode: 1, handedOver: null })
    expect(dialog.errors).toMatchObject([['Galley could not start', expect.stringContaining('ENOTDIR')]])
    rmSync(folder, { recursive: true })
  })
})

describe('the desktop shell while it runs', () => {
  const state = { title: '', path: null, unsaved: [], open: [] }

  it('opens what a second instance hands over, in the window it brings to the front', async () => {
    const { app, window } = await start()
    const opened: unknown[] = []
    desktop.bridge().on('files.opened', (payload) => opened.push(payload))
    await desktop.bridge().call('window.state', state)
    window.minimized = true
    app.emit('second-instance', {}, ['/electron'], '/', { paths: ['/articles/b.md'] })
    await expect.poll(() => opened).toEqual([{ paths: ['/articles/b.md'] }])
    expect(window.minimized).toBe(false)
    expect(window.focused).toBe(1)
  })

  it.each([null, 'x', {}, { paths: 'a' }, { paths: [7, ''] }])(
    'only comes to the front when a second instance hands over %j',
    async (data) => {
      const { app, window } = await start()
      const opened: unknown[] = []
      desktop.bridge().on('files.opened', (payload) => opened.push(payload))
      await desktop.bridge().call('window.state', state)
      app.emit('second-instance', {}, ['/electron', '/articles/b.md'], '/', data)
      await expect.poll(() => window.focused).toBe(1)
      expect(opened).toEqual([])
    },
  )

  it('keeps files that arrive before the page has asked for them', async () => {
    const { app } = await start({ args: ['/articles/a.md'] })
    app.emit('open-file', { preventDefault: () => undefined }, '/articles/b.md')
    await expect.poll(openAtStart).toEqual(['/articles/a.md', '/articles/b.md'])
  })

  it('keeps files that arrive between that and the time the page listens', async () => {
    const { app } = await start({ args: ['/articles/a.md'] })
    expect(await openAtStart()).toEqual(['/articles/a.md'])
    app.emit('open-file', { preventDefault: () => undefined }, '/articles/b.md')
    const opened: unknown[] = []
    desktop.bridge().on('files.opened', (payload) => opened.push(payload))
    await desktop.bridge().call('window.state', state)
    await desktop.bridge().call('window.state', state)
    await expect.poll(() => opened).toEqual([{ paths: ['/articles/b.md'] }])
  })

  it('follows the theme and the language the writer sets', async () => {
    const { nativeTheme, dialog } = await start()
    expect(nativeTheme.themeSource).toBe('system')
    await desktop.bridge().call('settings.write', { theme: 'dark', language: 'zh-CN' })
    expect(nativeTheme.themeSource).toBe('dark')
    dialog.willChoose()
    await desktop.bridge().call('dialog.open')
    expect(dialog.shown).toMatchObject([{ filters: [{ name: '文章' }, { name: '所有文件' }] }])
  })

  it('gives every window the background of the theme when that becomes another, by the system or the writer', async () => {
    const electron = await start()
    await desktop.bridge().call('window.new', [])
    await expect.poll(() => electron.windows[1]?.loads).toBe(1)
    const backgrounds = () => electron.windows.map((it) => it.background)
    const bright = backgrounds()
    electron.nativeTheme.systemBecomes(true)
    const [dark] = backgrounds()
    expect(dark).toMatch(/^#1/)
    expect(backgrounds()).toEqual([dark, dark])
    await desktop.bridge(electron.windows[0]).call('settings.write', { theme: 'light' })
    expect(backgrounds()).toEqual(bright)
  })

  it('gives web and mail addresses to the system, and nothing else', async () => {
    const { opened } = await start()
    const open = (url: string) => desktop.bridge().call('link.open', url)
    expect(await open('https://example.org/a?b#c')).toEqual({ ok: true, value: null })
    expect(await open('mailto:someone@example.org')).toEqual({ ok: true, value: null })
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'app://galley/',
      'smb://host/x',
      'x',
      '',
    ]) {
      expect(await open(url)).toMatchObject({ ok: false, code: 'notAllowed' })
    }
    expect(opened).toEqual(['https://example.org/a?b#c', 'mailto:someone@example.org'])
  })

  it('stays without a window on macOS, and makes one when it is wanted again', async () => {
    const { app, window } = await start({ platform: 'darwin' })
    window.close()
    expect(app.exitCode).toBeNull()
    app.emit('activate')
    await expect.poll(() => app.windows.size).toBe(1)
  })

  it('ends with its last window elsewhere', async () => {
    const { app, window } = await start({ platform: 'linux' })
    window.close()
    await expect.poll(() => app.exitCode).toBe(0)
  })
})
