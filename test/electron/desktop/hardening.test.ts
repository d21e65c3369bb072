import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CALL_CHANNEL } from '../../../electron/channels.ts'
import type { FakeElectron } from '../../fakes/electron/fake-electron.ts'
import type { Permission } from '../../fakes/electron/session.ts'
import { launch, type Desktop } from './launch.ts'

let desktop: Desktop
let electron: FakeElectron

beforeEach(async () => {
  desktop = await launch()
  electron = desktop.electron
})

afterEach(() => desktop.dispose())

describe('the hardened desktop shell', () => {
  it('sandboxes every page, isolates the preload script and keeps Node away', () => {
    expect(electron.app.sandboxed).toBe(true)
    expect(electron.window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    })
    expect(electron.window.options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
  })

  it('has no developer tools once packaged', async () => {
    expect(electron.window.options.webPreferences).toMatchObject({ devTools: true })
    await desktop.dispose()
    desktop = await launch({ isPackaged: true })
    expect(desktop.electron.window.options.webPreferences).toMatchObject({ devTools: false })
  })

  it('gives its scheme an origin, but no way around a policy and no service workers', () => {
    expect(electron.schemes.map((it) => it.scheme)).toEqual(['app'])
    const privileges = electron.schemes[0]?.privileges
    expect(privileges).toMatchObject({ standard: true, secure: true })
    expect(privileges?.bypassCSP ?? false).toBe(false)
    expect(privileges?.allowServiceWorkers ?? false).toBe(false)
    expect(privileges?.corsEnabled ?? false).toBe(false)
  })

  it.each<Permission>([
    'clipboard-read',
    'geolocation',
    'media',
    'notifications',
    'openExternal',
    'fullscreen',
  ])('refuses the permission %s, asked for or checked', async (permission) => {
    expect(await electron.session.request(electron.window.webContents, permission)).toBe(false)
    expect(electron.session.check(permission)).toBe(false)
  })

  it('asks other hosts for pictures without cookies, and takes none', async () => {
    const { sent, heeded } = await electron.session.exchange(
      { Accept: 'image/*', Cookie: 'who=me' },
      { 'content-type': ['image/png'], 'Set-Cookie': ['who=you'] },
    )
    expect(sent).toEqual({ Accept: 'image/*' })
    expect(heeded).toEqual({ 'content-type': ['image/png'] })
  })

  it('refuses devices and downloads', () => {
    expect(electron.session.useDevice()).toBe(false)
    expect(electron.session.download()).toBe(false)
  })

  it.each([
    'https://example.org/',
    'file:///etc/passwd',
    'app://other/',
    'app://galley/preview.html',
    'app://galley@evil.example/',
    'app://galley.evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
  ])('does not let the page become %s', (url) => {
    expect(electron.window.webContents.tryToNavigate(url)).toBe(false)
    expect(electron.window.webContents.tryToRedirect(url)).toBe(false)
  })

  it('lets the page be loaded again, and a frame in it show nothing but the preview', () => {
    const contents = electron.window.webContents
    expect(contents.tryToNavigate('app://galley/')).toBe(true)
    expect(contents.tryToNavigate('app://galley/preview.html?images=remote', false)).toBe(true)
    expect(contents.tryToNavigate('app://galley/diagrams.html', false)).toBe(true)
    for (const url of ['app://galley/', 'https://example.org/', 'data:text/html,x', 'about:blank']) {
      expect(contents.tryToNavigate(url, false)).toBe(false)
    }
  })

  it('opens no window and attaches no webview', () => {
    expect(electron.window.webContents.tryToOpen('app://galley/')).toBe('deny')
    expect(electron.window.webContents.tryToOpen('https://example.org/')).toBe('deny')
    expect(electron.window.webContents.tryToAttachWebview()).toBe(false)
  })

  it('shows the page three functions, and nothing of Electron', () => {
    const { mainWorld } = electron.window.webContents
    expect(Object.keys(mainWorld)).toEqual(['galley'])
    expect(Object.keys(desktop.bridge()).sort()).toEqual(['call', 'on', 'pathOf'])
  })

  it('hands listeners the payload alone, until they are taken away', () => {
    const heard: unknown[][] = []
    const off = desktop.bridge().on('command.run', (...args: unknown[]) => heard.push(args))
    electron.window.webContents.send('galley:event', 'command.run', { id: 'file.save' })
    electron.window.webContents.send('galley:event', 'files.opened', { paths: [] })
    off()
    electron.window.webContents.send('galley:event', 'command.run', { id: 'file.open' })
    expect(heard).toEqual([[{ id: 'file.save' }]])
  })
})

describe('the channel for requests', () => {
  const info = ['app.info', []] as const
  const page = { url: 'app://galley/', parent: null }

  it('answers the top frame of the page', async () => {
    const reply = await electron.invoke(electron.window.webContents, CALL_CHANNEL, info)
    expect(reply).toMatchObject({ ok: true })
  })

  it.each([
    ['a frame inside the page', { url: 'app://galley/preview.html', parent: page }],
    ['a frame that shows the page again', { url: 'app://galley/', parent: page }],
    ['another site', { url: 'https://example.org/', parent: null }],
    ['another host of the scheme', { url: 'app://other/', parent: null }],
    ['a host that begins alike', { url: 'app://galley.evil.example/', parent: null }],
    ['a user name that looks like the host', { url: 'app://galley@evil.example/', parent: null }],
    ['a password for the host', { url: 'app://a:b@galley/', parent: null }],
    ['a port', { url: 'app://galley:1/', parent: null }],
    ['the preview on top', { url: 'app://galley/preview.html', parent: null }],
    ['a file', { url: 'file:///app/index.html', parent: null }],
    ['no address', { url: '', parent: null }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_, senderFrame) => {
    const reply = await electron.invoke(electron.window.webContents, CALL_CHANNEL, info, { senderFrame })
    expect(reply).toMatchObject({ ok: false, code: 'notAllowed' })
  })

  it('refuses another page at the right address', async () => {
    const reply = await electron.invoke(electron.window.webContents, CALL_CHANNEL, info, { sender: {} })
    expect(reply).toMatchObject({ ok: false, code: 'notAllowed' })
  })

  it.each([
    ['app.erase', []],
    [null, null],
    [{}, []],
  ])('answers %j with a failure, never with an exception', async (...request) => {
    const reply = await electron.invoke(electron.window.webContents, CALL_CHANNEL, request)
    expect(reply).toMatchObject({ ok: false, code: 'unknownMethod' })
  })
})

describe('the scheme app:', () => {
  it('serves the page with its policy', async () => {
    const response = await electron.fetch('app://galley/')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toContain('<title>Galley</title>')
  })

  it('serves the preview under a policy of its own', async () => {
    const policy = (await electron.fetch('app://galley/preview.html')).headers.get('content-security-policy')
    expect(policy).not.toContain('https:')
    expect(policy).not.toContain('script-src')
  })

  it('answers HEAD without a body, and no other method', async () => {
    expect(await (await electron.fetch('app://galley/', { method: 'HEAD' })).text()).toBe('')
    expect((await electron.fetch('app://galley/', { method: 'POST', body: 'x' })).status).toBe(405)
  })

  it.each([
    'app://galley/../package.json',
    'app://galley/%2e%2e/package.json',
    'app://galley/..%2fpackage.json',
    'app://galley/%252e%252e%252fpackage.json',
    'app://galley/..%5cpackage.json',
    'app://galley//etc/passwd',
    'app://galley/%2f%2fhost/share/x.html',
    'app://galley/C:/Windows/win.ini',
    'app://galley/C%3A%5CWindows%5Cwin.ini',
    'app://galley/%00',
    'app://galley/%',
    'app://other/index.html',
    'app:///index.html',
  ])('finds nothing at %s', async (url) => {
    const response = await electron.fetch(url)
    expect([400, 404]).toContain(response.status)
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'")
  })
})
