import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export interface PageResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** The built renderer as an origin: the application's page, the preview's frame, scripts, styles and fonts. */
export interface Pages {
  /** `pathname` as it stands in the address, still percent-encoded; `/` is the application's page. */
  page(pathname: string, query: URLSearchParams): Promise<PageResponse>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

const NO_FORMS = ["base-uri 'none'", "form-action 'none'"]

function appPolicy(nonce: string, connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    ["connect-src 'self'", ...connect].join(' '),
    "frame-src 'self'",
    "worker-src 'self' blob:",
    ...NO_FORMS,
    "frame-ancestors 'none'",
  ].join('; ')
}

function previewPolicy(remoteImages: boolean): string {
  return [
    "default-src 'none'",
    `img-src 'self' data: blob:${remoteImages ? ' https: http:' : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    ...NO_FORMS,
    "frame-ancestors 'self'",
  ].join('; ')
}

/**
 * The hidden document that draws diagrams: its one script measures there; nothing can be loaded or sent. Its origin
 * is its own, so that it gets a process of its own.
 */
function diagramsPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    ...NO_FORMS,
    "frame-ancestors 'self'",
    'sandbox allow-scripts',
  ].join('; ')
}

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

function refuse(status: number, text: string): PageResponse {
  const headers = { ...COMMON, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return {
    status,
    headers: { ...headers, 'Content-Security-Policy': "default-src 'none'" },
    body: Buffer.from(text),
  }
}

/** The names of a file inside the renderer's folder, or null when the path is anything but plain names. */
function namesOf(pathname: string): readonly string[] | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (!path.startsWith('/')) return null
  if (path === '/') return ['index.html']
  // Built files have plain names; `%` here would be the second layer of a double encoding, `:` a drive.
  const names = path.slice(1).split('/')
  return names.every((name) => /^[\w\-.@~+]+$/.test(name) && !name.startsWith('.')) ? names : null
}

/** `connectSources` are further origins the page may connect to, such as the socket's `ws://127.0.0.1:1234`. */
export function createPages(rendererDir: string, connectSources: () => readonly string[] = () => []): Pages {
  async function page(pathname: string, query: URLSearchParams): Promise<PageResponse> {
    const names = namesOf(pathname)
    const name = names?.at(-1)
    if (names === null || name === undefined) return refuse(400, 'Bad address')
    const type = TYPES[extname(name).toLowerCase()]
    if (type === undefined) return refuse(404, 'Not found')
    let body: Buffer
    try {
      const root = await realpath(rendererDir)
      const file = await realpath(join(root, ...names))
      if (!file.startsWith(root + sep)) return refuse(404, 'Not found')
      body = await readFile(file)
    } catch {
      return refuse(404, 'Not found')
    }
    const headers: Record<string, string> = { ...COMMON, 'Content-Type': type }
    if (extname(name).toLowerCase() !== '.html') {
      // Names of built files carry a hash of their content, but a rebuild may reuse an unhashed one.
      return { status: 200, headers: { ...headers, 'Cache-Control': 'no-cache' }, body }
    }
    headers['Cache-Control'] = 'no-store'
    if (names.join('/') === 'preview.html') {
      headers['Content-Security-Policy'] = previewPolicy(query.get('images') === 'remote')
      return { status: 200, headers, body }
    }
    const nonce = randomBytes(16).toString('base64')
    headers['Content-Security-Policy'] =
      names.join('/') === 'diagrams.html' ? diagramsPolicy(nonce) : appPolicy(nonce, connectSources())
    return {
      status: 200,
      headers,
      body: Buffer.from(body.toString('utf8').replaceAll('__CSP_NONCE__', nonce)),
    }
  }
  return { page }
}
