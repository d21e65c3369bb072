import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CALL_CHANNEL } from '../../../electron/channels.ts'
import type { FakeElectron } from '../../fakes/electron/fake-electron.ts'
import { launch, type Desktop } from './launch.ts'

const PROJECT = join(import.meta.dirname, '../../..')
const PDF = {
  pageSize: 'A4',
  landscape: false,
  margins: 'normal',
  headerFooter: false,
  title: '',
  byline: '',
  remoteImages: false,
} as const

let desktop: Desktop
let electron: FakeElectron

/** Three kinds of windows: the first, a further one, and the hidden one that PDFs are made in. */
beforeEach(async () => {
  desktop = await launch({ isPackaged: true })
  electron = desktop.electron
  await desktop.bridge().call('window.new', [])
  await vi.waitFor(() => {
    for (const window of electron.windows) expect(window.loads).toBe(1)
  })
  await desktop.bridge().call('export.pdf', join(desktop.folder, 'a.pdf'), '<p>x</p>', PDF)
  expect(electron.app.created).toHaveLength(3)
})
afterEach(() => desktop.dispose())

const preferences = () => electron.app.created.map((it) => it.options.webPreferences ?? {})
const contents = () => electron.app.created.map((it) => it.webContents)

// The items of https://www.electronjs.org/docs/latest/tutorial/security, by their numbers.
describe("Electron's security checklist, in every window", () => {
  it('1. only loads secure content', () => {
    for (const { mainFrame } of contents()) expect(mainFrame.url).toMatch(/^app:\/\/galley\//)
    expect(electron.schemes[0]?.privileges).toMatchObject({ standard: true, secure: true })
  })

  it('2. has no Node.js integration', () => {
    for (const it of preferences()) {
      expect(it.nodeIntegration).toBe(false)
      expect(it.nodeIntegrationInWorker ?? false).toBe(false)
      expect(it.nodeIntegrationInSubFrames ?? false).toBe(false)
    }
  })

  it('3. isolates contexts', () => {
    for (const it of preferences()) expect(it.contextIsolation).toBe(true)
  })

  it('4. sandboxes every process', () => {
    expect(electron.app.sandboxed).toBe(true)
    for (const it of preferences()) expect(it.sandbox).toBe(true)
  })

  it('5. refuses permissions, asked for or checked, and devices', async () => {
    for (const page of contents()) {
      for (const permission of ['media', 'geolocation', 'hid', 'serial', 'usb', 'clipboard-read'] as const) {
        expect(await electron.session.request(page, permission as 'media')).toBe(false)
        expect(electron.session.check(permission as 'media')).toBe(false)
      }
    }
    expect(electron.session.useDevice()).toBe(false)
  })

  it('6. leaves webSecurity on', () => {
    for (const it of preferences()) expect(it.webSecurity).toBe(true)
  })

  it.each([
    'app://galley/',
    'app://galley/preview.html',
    'app://galley/preview.html?images=remote',
    'app://galley/diagrams.html',
    'app://galley/missing.js',
    'app://galley/%2e%2e/x',
    'app://galley/assets/0/x.png',
    'app://other/',
  ])('7. answers %s with a policy that begins by allowing nothing, and no inline scripts', async (url) => {
    const { headers } = await electron.fetch(url)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script-src[^;]*'unsafe/)
  })

  it('7. and an image beside an article with one that lets it do nothing', async () => {
    const article = join(desktop.folder, 'a.md')
    writeFileSync(article, '![x](x.svg)')
    writeFileSync(join(desktop.folder, 'x.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const context = await desktop.bridge(electron.windows[0]).call('article.context', article)
    const base = context.ok ? context.value.assetBase : ''
    const answer = await electron.fetch(new URL(`${base}x.svg`, 'app://galley/').href)
    expect(answer.status).toBe(200)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", 'sandbox']))
  })

  it('8. allows no insecure content', () => {
    for (const it of preferences()) expect(it.allowRunningInsecureContent ?? false).toBe(false)
  })

  it('9. has no experimental features', () => {
    for (const it of preferences()) expect(it.experimentalFeatures ?? false).toBe(false)
  })

  it('10. enables no features of Blink', () => {
    for (const it of preferences()) expect(it).not.toHaveProperty('enableBlinkFeatures')
  })

  it('11. has no <webview>, so that none can open windows', () => {
    for (const it of preferences()) expect(it.webviewTag).toBe(false)
  })

  it('12. attaches no <webview>', () => {
    for (const page of contents()) expect(page.tryToAttachWebview()).toBe(false)
  })

  it('13. does not navigate', () => {
    for (const page of contents()) {
      for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://galley/preview.html']) {
        expect(page.tryToNavigate(url)).toBe(false)
        expect(page.tryToRedirect(url)).toBe(false)
      }
    }
  })

  it('14. opens no windows from pages', () => {
    for (const page of contents()) expect(page.tryToOpen('https://example.org/')).toBe('deny')
  })

  it('15. gives the system parsed web and mail addresses only', async () => {
    const bad = [
      'file:///etc/passwd',
      'smb://host/x',
      'ms-msdt:/id',
      'javascript:alert(1)',
      'https:',
      '/bin/sh',
      '',
    ]
    for (const url of bad) {
      expect(await desktop.bridge(electron.windows[0]).call('link.open', url)).toMatchObject({ ok: false })
    }
    expect(electron.opened).toEqual([])
  })

  it('16. runs on a current version of Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
      devDependencies: { electron: string }
    }
    expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(45)
  })

  it('17. answers the top frame of its own windows at the exact origin, on every channel there is', async () => {
    expect(electron.channels).toEqual([CALL_CHANNEL])
    const call = ['app.info', []] as const
    const page = { url: 'app://galley/', parent: null }
    const [first, , hidden] = contents()
    expect(await electron.invoke(first!, CALL_CHANNEL, call)).toMatchObject({ ok: true })
    expect(await electron.invoke(hidden!, CALL_CHANNEL, call, { senderFrame: page })).toMatchObject({
      code: 'notAllowed',
    })
    for (const senderFrame of [null, { url: 'https://app/', parent: null }, { ...page, parent: page }]) {
      expect(await electron.invoke(first!, CALL_CHANNEL, call, { senderFrame })).toMatchObject({
        code: 'notAllowed',
      })
    }
  })

  it('18. shows no file: page, and serves nothing outside the renderer under its own scheme', async () => {
    for (const { mainFrame } of contents()) expect(mainFrame.url).not.toMatch(/^file:/)
    for (const path of [
      '..%2f..%2fpackage.json',
      '%252e%252e%252fpackage.json',
      '%2f%2fhost%2fx',
      'C:%5Cx',
    ]) {
      expect([400, 404]).toContain((await electron.fetch(`app://galley/${path}`)).status)
    }
  })

  it('19. has every fuse set by the packaging', () => {
    const { electronFuses } = load(readFileSync(join(PROJECT, 'electron-builder.yml'), 'utf8')) as {
      electronFuses: object
    }
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    // A fuse that a later electron-builder knows is to be decided on here too.
    const scheme = readFileSync(join(PROJECT, 'node_modules/app-builder-lib/scheme.json'), 'utf8')
    const { definitions } = JSON.parse(scheme) as {
      definitions: { FuseOptionsV1: { properties: object } }
    }
    const known = Object.keys(definitions.FuseOptionsV1.properties)
    expect(known.filter((name) => name !== 'resetAdHocDarwinSignature').sort()).toEqual(
      Object.keys(electronFuses).sort(),
    )
  })

  it('20. shows pages three functions of its own, and nothing of Electron', () => {
    for (const window of electron.windows) {
      expect(Object.keys(window.webContents.mainWorld)).toEqual(['galley'])
      expect(Object.keys(desktop.bridge(window)).sort()).toEqual(['call', 'on', 'pathOf'])
    }
    expect(preferences()[2]).toMatchObject({ javascript: false })
    expect(preferences()[2]).not.toHaveProperty('preload')
  })
})

describe('what is left in the session', () => {
  const TRACES = [
    'cache',
    'code',
    'cachestorage',
    'cookies',
    'filesystem',
    'indexdb',
    'serviceworkers',
    'shadercache',
  ]

  it('is cleared at the start, after a crash, and at the end', async () => {
    expect(electron.session.cleared).toEqual(TRACES)
    electron.app.quit()
    await expect.poll(() => electron.app.exitCode).toBe(0)
    expect(electron.session.cleared).toEqual([...TRACES, ...TRACES])
  })
})
