import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FolderContext, OpenedArticle, Reply } from '../../../core/contract.ts'
import { tokenProtocol } from '../../../core/socket-messages.ts'
import { startBrowserShell, type BrowserShell } from '../../../electron/server/browser-shell.ts'
import { ask, Client, temporaryFolder } from './helpers.ts'

let place: ReturnType<typeof temporaryFolder>
let shell: BrowserShell
let port: number
let token: string
const logged: string[] = []

beforeEach(async () => {
  place = temporaryFolder()
  shell = await startBrowserShell({
    port: 0,
    openAtStart: ['/articles/a.md'],
    dataDir: place.dataDir,
    rendererDir: place.rendererDir,
    version: '1.2.3',
    log: (text) => logged.push(text),
  })
  const url = new URL(shell.url)
  port = Number(url.port)
  token = url.hash.replace('#token=', '')
})

afterEach(async () => {
  await shell.close()
  place.remove()
  expect(logged).toEqual([])
})

function enter(): Promise<Client> {
  return Client.connect(port, ['galley', tokenProtocol(token)], { origin: `http://127.0.0.1:${port}` })
}

async function value<T>(reply: Promise<unknown>): Promise<T> {
  const settled = (await reply) as Reply<T>
  if (!settled.ok) throw new Error(settled.message)
  return settled.value
}

describe('the browser shell', () => {
  it('is reached at 127.0.0.1 with 256 bits of token in the fragment', () => {
    expect(shell.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
  })

  it('says who it is and what to open', async () => {
    const client = await enter()
    expect(await value(client.call('app.info'))).toMatchObject({
      shell: 'browser',
      version: '1.2.3',
      openAtStart: ['/articles/a.md'],
    })
  })

  it('allows the page its own socket by name, and no other connection', async () => {
    const { headers } = await ask(port, '/', {})
    expect(headers['content-security-policy']).toContain(`connect-src 'self' ws://127.0.0.1:${port};`)
  })

  it('opens and saves an article', async () => {
    const client = await enter()
    const path = join(place.folder, 'a.md')
    writeFileSync(path, '---\ntitle: a\n---\nx')
    const article = await value<OpenedArticle>(client.call('article.open', path))
    expect(article.text).toBe('---\ntitle: a\n---\nx')
    const { encoding, version } = article
    const request = { path, text: '---\ntitle: b\n---\nx', encoding, base: version, overwrite: false }
    expect(await client.call('article.save', request)).toMatchObject({ ok: true })
    expect(readFileSync(path, 'utf8')).toBe('---\ntitle: b\n---\nx')
  })

  it('serves the images beside an article that was opened, under a key', async () => {
    const client = await enter()
    const folder = join(place.folder, 'posts')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.md'), 'x')
    writeFileSync(join(folder, 'quay.gif'), 'GIF89a')
    const { assetBase } = await value<FolderContext>(client.call('article.context', join(folder, 'a.md')))
    const fromPage = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'image' }
    expect(await ask(port, `${assetBase}quay.gif`, fromPage)).toMatchObject({ status: 200, body: 'GIF89a' })
    expect((await ask(port, `${assetBase}a.md`, fromPage)).status).toBe(404)
    expect((await ask(port, `${assetBase}..%2fsecret.txt`, fromPage)).status).toBe(400)
  })

  it('leaves dialogs, links and the menu to the page', async () => {
    const client = await enter()
    expect(await client.call('link.open', 'https://example.org/')).toMatchObject({ code: 'unsupported' })
    expect(await client.call('dialog.open')).toMatchObject({ ok: false, code: 'unsupported' })
    expect(await client.call('menu.set', [])).toEqual({ ok: true, value: null })
    expect(await client.call('window.close', { reason: 'close', how: 'save' })).toEqual({
      ok: true,
      value: null,
    })
  })

  it('tells a setting that one page changes to the others', async () => {
    const [first, second] = await Promise.all([enter(), enter()])
    const heard = second.next('settings.changed')
    await first.call('settings.write', { theme: 'dark' })
    expect(await heard).toMatchObject({ theme: 'dark' })
  })

  it('tells the other pages, and not the one that asked, of what one of them saves', async () => {
    const [first, second] = await Promise.all([enter(), enter()])
    const path = join(place.folder, 'a.md')
    writeFileSync(path, 'one')
    const { encoding, version } = await value<OpenedArticle>(first.call('article.open', path))
    const heard = second.next('article.changedOnDisk')
    await first.call('article.save', { path, text: 'two', encoding, base: version, overwrite: false })
    expect(await heard).toEqual({ path, kind: 'changed' })
    await first.call('settings.write', { theme: 'dark' })
    expect(first.events.map((it) => 'event' in it && it.event)).not.toContain('article.changedOnDisk')
  })

  it('takes leave of its pages and frees its port', async () => {
    const client = await enter()
    await shell.close()
    expect(await client.closed).toBe(1001)
    await expect(ask(port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    shell = await startBrowserShell({
      port,
      openAtStart: [],
      dataDir: place.dataDir,
      rendererDir: place.rendererDir,
      version: '1.2.3',
      log: (text) => logged.push(text),
    })
    expect(new URL(shell.url).port).toBe(String(port))
    expect(shell.url).not.toContain(token)
  })
})
