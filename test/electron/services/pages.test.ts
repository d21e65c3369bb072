import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPages } from '../../../electron/services/pages.ts'
import { tempFolder } from './temp-folder.ts'

async function renderer(connect: readonly string[] = []) {
  const folder = await tempFolder()
  const root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.html'), 'secret')
  await writeFile(join(root, 'index.html'), '<meta nonce="__CSP_NONCE__" content="__CSP_NONCE__">')
  await writeFile(join(root, 'preview.html'), '<body></body>')
  await writeFile(join(root, 'diagrams.html'), '<script nonce="__CSP_NONCE__">draw()</script>')
  await writeFile(join(root, 'assets/main-a1b2.js'), 'run()')
  await writeFile(join(root, 'assets/font.woff2'), 'font')
  await writeFile(join(root, '.built'), 'x')
  await symlink(join(folder, 'secret.html'), join(root, 'link.html'))
  const pages = createPages(root, () => connect)
  const get = (path: string) => {
    const [pathname = '', query = ''] = path.split('?')
    return pages.page(pathname, new URLSearchParams(query))
  }
  return { get }
}

/** The directives of a policy by name. */
const policy = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (headers['Content-Security-Policy'] ?? '').split('; ').map((it) => {
      const [name = '', ...values] = it.split(' ')
      return [name, values.join(' ')]
    }),
  )

describe('the application’s page', () => {
  it('runs only its own scripts, and styles with the nonce of this response', async () => {
    const { get } = await renderer(['ws://127.0.0.1:4321'])
    const { status, headers, body } = await get('/')
    const nonce = /nonce="([A-Za-z0-9+/=]{24})"/.exec(body.toString())?.[1] ?? 'none'
    expect(status).toBe(200)
    expect(body.toString()).toBe(`<meta nonce="${nonce}" content="${nonce}">`)
    expect(policy(headers)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': `'self' 'nonce-${nonce}'`,
      'img-src': "'self' data: blob:",
      'font-src': "'self' data:",
      'connect-src': "'self' ws://127.0.0.1:4321",
      'frame-src': "'self'",
      'worker-src': "'self' blob:",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    })
    expect(headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'X-DNS-Prefetch-Control': 'off',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
  })

  it('has another nonce each time', async () => {
    const { get } = await renderer()
    expect((await get('/index.html')).body).not.toEqual((await get('/index.html')).body)
  })
})

describe('the preview’s page', () => {
  it('can run nothing and load nothing from elsewhere', async () => {
    const { get } = await renderer()
    expect(policy((await get('/preview.html')).headers)).toEqual({
      'default-src': "'none'",
      'img-src': "'self' data: blob:",
      'style-src': "'self' 'unsafe-inline'",
      'font-src': "'self' data:",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'self'",
    })
  })

  it('loads remote images only in its wider variant', async () => {
    const { get } = await renderer()
    const wide = policy((await get('/preview.html?images=remote')).headers)
    expect(wide['img-src']).toBe("'self' data: blob: https: http:")
    expect(wide['default-src']).toBe("'none'")
    expect(policy((await get('/preview.html?images=other')).headers)['img-src']).toBe("'self' data: blob:")
  })
})

describe('other files of the renderer', () => {
  it.each([
    ['/assets/main-a1b2.js', 'text/javascript; charset=utf-8'],
    ['/assets/font.woff2', 'font/woff2'],
  ])('%s', async (path, type) => {
    const { get } = await renderer()
    expect(await get(path)).toMatchObject({
      status: 200,
      headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
    })
  })
})

describe('nothing else is served', () => {
  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/%252e%252e%252fsecret.html',
    '/..\\secret.html',
    '/..%5csecret.html',
    '/C:/secret.html',
    '/C%3A/secret.html',
    '//server/secret.html',
    '/%5c%5cserver/secret.html',
    '/index.html%00.js',
    '/index.html\0',
    '/link.html',
    '/.built',
    '/assets',
    '/assets/',
    '/missing.js',
    '/main.tsx',
    '/%',
    'index.html',
    '',
  ])('%j', async (path) => {
    const { get } = await renderer()
    const { status, body, headers } = await get(path)
    expect([400, 404]).toContain(status)
    expect(body.toString()).not.toContain('secret')
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
  })
})

describe('the document that draws diagrams', () => {
  it('has an origin of its own, runs the script inside it and can load and send nothing', async () => {
    const { get } = await renderer(['ws://127.0.0.1:4321'])
    const { headers, body } = await get('/diagrams.html')
    const nonce = /^<script nonce="([A-Za-z0-9+/=]{24})">draw\(\)<\/script>$/.exec(body.toString())?.[1]
    expect(policy(headers)).toEqual({
      'default-src': "'none'",
      'script-src': `'nonce-${nonce}'`,
      'style-src': "'unsafe-inline'",
      'font-src': 'data:',
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'self'",
      sandbox: 'allow-scripts',
    })
  })
})
