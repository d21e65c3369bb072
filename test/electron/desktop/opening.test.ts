import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Bridge } from '../../../core/contract.ts'
import { USAGE } from '../../../electron/command-line.ts'
import { askedFor } from '../../../electron/desktop/arguments.ts'
import { launch, type Desktop, type LaunchOptions } from './launch.ts'

let desktop: Desktop
const STATE = { title: '', path: null, unsaved: [], open: [] }

async function start(options: LaunchOptions = {}): Promise<Desktop['electron']> {
  desktop = await launch(options)
  return desktop.electron
}

afterEach(async () => {
  vi.restoreAllMocks()
  await desktop.dispose()
})

const startOf = async (bridge: Bridge = desktop.bridge()): Promise<readonly string[]> => {
  const info = await bridge.call('app.info')
  return info.ok ? info.value.openAtStart : []
}

/** What the page is told to open. */
function openings(): unknown[] {
  const heard: unknown[] = []
  desktop.bridge().on('files.opened', ({ paths }) => heard.push(paths))
  return heard
}

describe('galley folder', () => {
  it('opens the folder, whose articles the page can list', async () => {
    await start({ args: ['articles/', 'b.md'] })
    expect(await startOf()).toEqual([join(process.cwd(), 'articles'), join(process.cwd(), 'b.md')])
    const folder = join(desktop.folder, 'site')
    await mkdir(folder)
    expect(await desktop.bridge().call('folder.list', folder)).toMatchObject({
      ok: true,
      value: { path: folder },
    })
  })

  it('given to a second instance, opens in the window there is', async () => {
    const { app, window } = await start()
    const heard = openings()
    await desktop.bridge().call('window.state', STATE)
    app.emit('second-instance', {}, [], '/elsewhere', { paths: ['/articles/site'], newWindow: false })
    await expect.poll(() => heard).toEqual([['/articles/site']])
    expect(window.focused).toBe(1)
  })

  it('is handed over as it is called where it was typed, whatever folder the first instance is in', async () => {
    vi.spyOn(process, 'cwd').mockReturnValue('/home/ada/site')
    const { app } = await start({ isSecondInstance: true, args: ['.', '../b.md'] })
    expect(app.handedOver).toEqual({ paths: ['/home/ada/site', '/home/ada/b.md'], newWindow: false })
  })

  it('with --new-window is handed over to a window of its own', async () => {
    const { app } = await start({ isSecondInstance: true, args: ['--new-window', '/articles/site'] })
    expect(app.handedOver).toEqual({ paths: ['/articles/site'], newWindow: true })
  })

  it('opens in the first window when it is the first instance, with --new-window too', async () => {
    const { windows } = await start({ args: ['--new-window', '/articles/site'] })
    expect(windows).toHaveLength(1)
    expect(await startOf()).toEqual(['/articles/site'])
  })
})

describe('names on the command line', () => {
  it('begin with a hyphen after --', async () => {
    await start({ args: ['--', '-draft.md', '--new-window'] })
    expect(await startOf()).toEqual([join(process.cwd(), '-draft.md'), join(process.cwd(), '--new-window')])
  })

  it('are files when the desktop hands over their addresses', async () => {
    const path = '/articles/春 天.md'
    await start({ args: [pathToFileURL(path).href, 'file://host/share.md'] })
    expect(await startOf()).toEqual([path, join(process.cwd(), 'file:/host/share.md')])
  })

  it('are the same for a packaged application, which has no folder of its own among them', () => {
    expect(askedFor(['/galley', '--no-sandbox', 'a.md', '', '--', '-b.md'], '/x', true)).toEqual({
      kind: 'open',
      paths: ['/x/a.md', '/x/-b.md'],
      newWindow: false,
    })
  })
})

describe('what needs no window', () => {
  it.each([
    ['--help', USAGE],
    ['-h', USAGE],
    ['--version', '0.0.0-double\n'],
    ['-v', '0.0.0-double\n'],
  ])('%s is answered on the terminal, and nothing else begins', async (arg, answer) => {
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const { app } = await start({ args: ['a.md', arg] })
    expect(said.mock.calls.flat()).toEqual([answer])
    expect(app).toMatchObject({ exitCode: 0, handedOver: null, sandboxed: false })
  })

  it('a mistake is said with the usage, and told by the exit code', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { app } = await start({ args: ['--port', 'x'] })
    expect(said.mock.calls.flat().join('')).toContain('--port needs a number')
    expect(app).toMatchObject({ exitCode: 2, handedOver: null })
  })
})

describe('what macOS asks to open', () => {
  it('before the application is ready opens in the order it came, beside what was asked for', async () => {
    const prevented: string[] = []
    const ask = (path: string) => [{ preventDefault: () => prevented.push(path) }, path]
    await start({
      platform: 'darwin',
      args: ['/articles/a.md'],
      beforeReady({ app }) {
        app.emit('open-file', ...ask('/articles/b.md'))
        app.emit('open-file', ...ask('/articles/site'))
      },
    })
    expect(await startOf()).toEqual(['/articles/a.md', '/articles/b.md', '/articles/site'])
    expect(prevented).toEqual(['/articles/b.md', '/articles/site'])
  })

  it('by an address opens nothing', async () => {
    const prevent = vi.fn()
    const { app, opened } = await start({ platform: 'darwin' })
    const heard = openings()
    await desktop.bridge().call('window.state', STATE)
    app.emit('open-url', { preventDefault: prevent }, 'galley://open?path=/etc/passwd')
    app.emit('open-file', { preventDefault: () => undefined }, '/articles/a.md')
    await expect.poll(() => heard).toEqual([['/articles/a.md']])
    expect(prevent).toHaveBeenCalledOnce()
    expect(opened).toEqual([])
  })

  it('by its icon brings a window back only when none can be seen', async () => {
    const { app, window } = await start({ platform: 'darwin' })
    window.minimized = true
    app.emit('activate', {}, true)
    app.emit('activate', {}, false)
    await expect.poll(() => window.minimized).toBe(false)
    expect(window.focused).toBe(1)
  })
})

describe('a file dropped on the page', () => {
  it('is opened by its path; one the page has made has none', async () => {
    await start()
    const { pathOf } = desktop.bridge()
    expect(pathOf?.({ path: '/articles/a.md' })).toBe('/articles/a.md')
    expect(pathOf?.({})).toBeNull()
  })
})
