import type { Server } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createContent } from '../../../electron/content.ts'
import { createHttpServer, hostOf, listen } from '../../../electron/server/http.ts'
import { createAssets } from '../../../electron/services/assets.ts'
import { createPages } from '../../../electron/services/pages.ts'
import { ask, temporaryFolder } from './helpers.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const PAGE = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
const FROM_PAGE = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'script' }
const FRAMED = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' }

let server: Server
let port: number
let place: ReturnType<typeof temporaryFolder>
let imageAddress: string
const failures: unknown[] = []

beforeEach(async () => {
  place = temporaryFolder()
  const articles = join(place.folder, 'articles')
  mkdirSync(articles)
  writeFileSync(join(articles, 'quay.png'), PNG)
  const assets = createAssets()
  imageAddress = `/assets/${await assets.grant(articles)}/quay.png`
  server = createHttpServer(createContent(createPages(place.rendererDir), assets), (error) =>
    failures.push(error),
  )
  await listen(server, 0)
  port = Number(hostOf(server).split(':')[1])
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  place.remove()
  expect(failures).toEqual([])
})

describe('the browser shell over HTTP', () => {
  it('listens on 127.0.0.1 and nowhere else', () => {
    expect(server.address()).toMatchObject({ address: '127.0.0.1', family: 'IPv4' })
  })

  it('serves its page to the address bar, with everything that hardens it', async () => {
    const { status, headers, body } = await ask(port, '/', PAGE)
    expect(status).toBe(200)
    expect(body).toContain('<title>Galley</title>')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-dns-prefetch-control': 'off',
    })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  it('serves scripts, the framed preview and images of granted folders to that page', async () => {
    expect((await ask(port, '/assets/index.js', FROM_PAGE)).body).toBe('export {}')
    expect((await ask(port, '/preview.html', FRAMED)).status).toBe(200)
    const image = await ask(port, imageAddress, { ...FROM_PAGE, 'Sec-Fetch-Dest': 'image' })
    expect(image).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
    expect(image.headers['x-dns-prefetch-control']).toBe('off')
  })

  it('answers HEAD with the headers alone', async () => {
    const image = await ask(port, imageAddress, FROM_PAGE, 'HEAD')
    expect(image).toMatchObject({ status: 200, body: '', headers: { 'content-length': String(PNG.length) } })
    expect(await ask(port, '/', PAGE, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it.each([
    ['a foreign name that leads here', { Host: 'rebound.example' }],
    ['a foreign name with our port', { Host: 'rebound.example:PORT' }],
    ['localhost', { Host: 'localhost:PORT' }],
    ['our address without the port', { Host: '127.0.0.1' }],
    ['another port', { Host: '127.0.0.1:1' }],
  ])('does not answer under %s', async (_, { Host }) => {
    const answer = await ask(port, '/', { ...PAGE, Host: Host.replace('PORT', String(port)) })
    expect(answer.status).toBe(403)
    expect(answer.body).not.toContain('Galley</title>')
  })

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
    'http://localhost:PORT',
  ])('does not answer a page of %s', async (origin) => {
    const headers = { ...FROM_PAGE, Origin: origin.replace('PORT', String(port)) }
    expect((await ask(port, '/assets/index.js', headers)).status).toBe(403)
    expect((await ask(port, '/', { ...PAGE, Origin: headers.Origin })).status).toBe(403)
  })

  it.each(['cross-site', 'same-site', 'none', undefined])(
    'gives nothing but its page to a request from %s',
    async (site) => {
      const headers = site === undefined ? {} : { 'Sec-Fetch-Site': site }
      expect((await ask(port, '/assets/index.js', headers)).status).toBe(403)
      expect((await ask(port, '/preview.html', headers)).status).toBe(403)
      expect((await ask(port, imageAddress, headers)).status).toBe(403)
    },
  )

  it.each(['cross-site', 'same-site'])('does not let a %s page load or link to its page', async (site) => {
    expect((await ask(port, '/', { ...PAGE, 'Sec-Fetch-Site': site })).status).toBe(403)
  })

  it('lets nothing but its page be opened as a document', async () => {
    const top = { ...PAGE, 'Sec-Fetch-Site': 'same-origin' }
    expect((await ask(port, '/', top)).status).toBe(200)
    expect((await ask(port, '/preview.html', top)).status).toBe(403)
    expect((await ask(port, imageAddress, top)).status).toBe(403)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('answers %s with 405', async (method) => {
    const answer = await ask(port, '/', PAGE, method)
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
  })

  it('reads no body', async () => {
    expect((await ask(port, '/', { ...PAGE, 'Content-Length': '5' }, 'GET', 'hello')).status).toBe(400)
    expect((await ask(port, '/', { ...PAGE, 'Transfer-Encoding': 'chunked' }, 'GET', 'hello')).status).toBe(
      400,
    )
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/..%5csecret.txt',
    '/assets/../../../../../../etc/passwd',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/%00',
    '/%',
    'http://127.0.0.1/secret.txt',
    '*',
  ])('finds nothing at %s', async (path) => {
    const answer = await ask(port, path, FROM_PAGE)
    expect([400, 403, 404]).toContain(answer.status)
    expect(answer.body).not.toContain('secret')
  })

  it('leaves the granted folder for no address under its key', async () => {
    const key = imageAddress.split('/')[2] ?? ''
    for (const way of ['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', '%252e%252e/secret.txt']) {
      const answer = await ask(port, `/assets/${key}/${way}`, FROM_PAGE)
      expect([400, 404]).toContain(answer.status)
    }
    expect((await ask(port, `/assets/${'0'.repeat(32)}/quay.png`, FROM_PAGE)).status).toBe(404)
  })

  it('is reached without a port where browsers leave it out', () => {
    const at = (port: number) => ({ address: () => ({ port, address: '127.0.0.1', family: 'IPv4' }) })
    expect(hostOf(at(80))).toBe('127.0.0.1')
    expect(hostOf(at(8080))).toBe('127.0.0.1:8080')
  })

  it('says that a port is taken', async () => {
    const second = createHttpServer(
      createContent(createPages(place.rendererDir), createAssets()),
      () => undefined,
    )
    await expect(listen(second, port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
