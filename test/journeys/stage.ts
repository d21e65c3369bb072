import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { build } from 'vite'
import { createPages } from '../../electron/services/pages.ts'

const ROOT = join(import.meta.dirname, '../..')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
}
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; base-uri 'none'; form-action 'none'"

/** What is known of an article's folder that belongs to no site. */
export const NO_SITE = {
  generator: null,
  siteRoot: null,
  config: null,
  suggestions: {},
  usualFormat: null,
  assetBase: '/assets/key/',
  siteAssetBase: null,
}

/** Serves the stage; what untrusted content asks of another origin arrives at `hits`. */
export interface StageServer {
  readonly url: string
  /** Address of another origin that counts what it is asked for. */
  readonly elsewhere: string
  readonly hits: { readonly path: string; readonly referrer: string | null }[]
  /** Paths asked of the stage's own origin. */
  readonly asked: string[]
  /** False: the preview's document comes without its policy, to test the other walls alone. */
  policy: boolean
  close(): Promise<void>
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`)
    })
  })
}

async function startStage(): Promise<StageServer> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-stage-'))
  const input = {
    index: join(ROOT, 'test/journeys/stage/index.html'),
    preview: join(ROOT, 'renderer/preview.html'),
  }
  await build({
    configFile: false,
    root: ROOT,
    base: '/',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome140',
      minify: false,
      rolldownOptions: { input },
    },
  })
  // The page that draws diagrams is the application's.
  const built = createPages(join(ROOT, 'dist/renderer'))
  const pages: Readonly<Record<string, string>> = {
    '/': 'test/journeys/stage/index.html',
    '/preview.html': 'renderer/preview.html',
  }
  const hits: StageServer['hits'] = []
  const asked: string[] = []
  const elsewhere = createServer((request, response) => {
    hits.push({ path: request.url ?? '', referrer: request.headers.referer ?? null })
    response.writeHead(200, { 'Content-Type': 'image/png', 'Access-Control-Allow-Origin': '*' }).end()
  })
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stage')
    asked.push(url.pathname)
    if (url.pathname === '/diagrams.html') {
      void built
        .page(url.pathname, url.searchParams)
        .then(({ status, headers, body }) => response.writeHead(status, { ...headers }).end(body))
      return
    }
    const file = join(folder, pages[url.pathname] ?? url.pathname)
    if (!existsSync(file) || !extname(file)) {
      response.writeHead(404).end()
      return
    }
    const headers: Record<string, string> = {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    }
    const images = `img-src 'self' data: blob:${url.searchParams.get('images') === 'remote' ? ' https: http:' : ''}`
    if (url.pathname === '/preview.html' && stage.policy)
      headers['Content-Security-Policy'] = `${POLICY}; ${images}`
    response.writeHead(200, headers)
    createReadStream(file).pipe(response)
  })
  const stage: StageServer = {
    url: await listen(server),
    elsewhere: await listen(elsewhere),
    hits,
    asked,
    policy: true,
    async close() {
      for (const one of [server, elsewhere]) {
        one.closeAllConnections()
        await new Promise((resolve) => one.close(resolve))
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return stage
}

/** Playwright's `test` with the preview alone on a page, and a second origin that counts requests. */
export const test = base.extend<{ stage: Page }, { server: StageServer }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const server = await startStage()
      await use(server)
      await server.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  stage: async ({ page, server }, use, testInfo) => {
    testInfo.skip(process.env.GALLEY_SHELL === 'desktop', 'The preview alone on a page, without a shell')
    await page.goto(server.url)
    await page.waitForFunction(() => 'stage' in window)
    await use(page)
  },
})

export { expect } from '@playwright/test'
