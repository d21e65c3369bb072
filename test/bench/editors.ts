import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, existsSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, Page } from '@playwright/test'
import { build } from 'vite'
import { MARK } from './long-article.ts'

/** The text to be opened, as Markdown or HTML. */
export interface Article {
  readonly text: string
  readonly format: 'markdown' | 'html'
  /** A word that only the article's last block has. */
  readonly last: string
}

/** Milliseconds until the first content and until all of it was shown. */
interface Opening {
  readonly first: number
  readonly complete: number
}

/** An editor with an article, the caret at the mark and the preview scrolled there. */
export interface OpenEditor extends Opening {
  readonly page: Page
  readonly close: () => Promise<void>
}

/** How long an article may take to open, in milliseconds. */
const PATIENCE = 60_000

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** Builds the peers' page and serves it on the loopback address. */
export async function servePeers(root: string, out: string): Promise<Server> {
  const peers = join(root, 'test/bench/peers')
  await build({
    root: peers,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome140',
      rolldownOptions: { input: join(peers, 'page.html') },
    },
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = path.startsWith('/vditor/')
      ? join(peers, 'node_modules', path)
      : join(out, path === '/' ? 'page.html' : path)
    if (!existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
    createReadStream(file).pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** Opens one of the peers' editors on an article. */
export async function openPeer(
  browser: Browser,
  server: Server,
  name: string,
  article: Article,
): Promise<OpenEditor> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const close = (): Promise<void> => page.close()
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction(() => 'ready' in globalThis)
    const opened = page.evaluate(
      (options) =>
        (
          globalThis as unknown as {
            openEditor: (it: typeof options) => Promise<{ first: number; complete: number }>
          }
        ).openEditor(options),
      { name, ...article, mark: MARK },
    )
    const { first, complete } = await inTime(opened, PATIENCE)
    await inTime(
      page.evaluate(() => (globalThis as unknown as { toCaret: () => void }).toCaret()),
      PATIENCE,
    )
    await page.waitForTimeout(1000)
    await page.evaluate((mark) => {
      const { previewRoot } = globalThis as unknown as { previewRoot: HTMLElement | null }
      const found = [...(previewRoot?.querySelectorAll('p') ?? [])].find((it) =>
        it.textContent.includes(mark),
      )
      found?.scrollIntoView({ block: 'center' })
    }, MARK)
    await page.waitForTimeout(500)
    return { page, first, complete, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function inTime<T>(promise: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/**
 * Opens an article in the whole of Galley, as built in `dist`, which already shows a short one: from the key that
 * asks for the file until its preview has its first content and all of it.
 */
export async function openGalley(
  browser: Browser,
  dist: string,
  folder: string,
  article: Article,
): Promise<OpenEditor> {
  const file = join(folder, `article-${article.text.length}.${article.format === 'html' ? 'html' : 'md'}`)
  const short = join(folder, 'short.md')
  writeFileSync(file, article.text)
  writeFileSync(
    short,
    '---\ntitle: Short\n---\n\nA short one with **strong** words.\n\n```js\nconst a = 1\n```\n',
  )
  const child: ChildProcess = spawn(
    process.execPath,
    [join(dist, 'electron/serve.js'), '--port', '0', '--no-open', short],
    { env: { ...process.env, GALLEY_DATA_DIR: `${file}.data` }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const gone = once(child, 'exit')
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const close = async (): Promise<void> => {
    await page.close()
    child.kill('SIGKILL')
    await gone
  }
  try {
    await page.goto(await addressOf(child, gone))
    const preview = page.frameLocator('iframe[title="Preview"]')
    await preview.getByText('A short one').waitFor()
    await page.waitForTimeout(1500)
    const { first, complete } = await timeOpening(page, file, article.last)
    await page.getByRole('textbox', { name: 'Article source' }).click()
    await page.keyboard.press('Control+f')
    await page.locator('.cm-find input').first().fill(MARK)
    await page.keyboard.press('Enter')
    await page.locator('.cm-searchMatch-selected').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await preview.getByText(MARK).waitFor()
    await page.waitForTimeout(1500)
    return { page, first, complete, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The address Galley says it is ready at; throws when it ends before that. */
async function addressOf(child: ChildProcess, gone: Promise<unknown>): Promise<string> {
  if (!child.stdout) throw new Error('No output')
  const line = once(createInterface({ input: child.stdout }), 'line')
  const [text] = (await Promise.race([line, gone.then(() => [''])])) as [string]
  const address = /http:\S+/.exec(text)?.[0]
  if (address === undefined) throw new Error('Galley did not start')
  return address
}

/** Asks for a file by its path; times as the peers' page takes them (test/bench/peers/page.js). */
async function timeOpening(page: Page, file: string, last: string): Promise<Opening> {
  await page.keyboard.press('Control+o')
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(500)
  await page.keyboard.insertText(file)
  await page.evaluate((lastWord) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Preview"]')
    const asked = new Promise<number>((resolve) =>
      window.addEventListener('keydown', () => resolve(performance.now()), { capture: true, once: true }),
    )
    const until = async (met: (shown: Document) => boolean): Promise<number> => {
      const started = await asked
      // Looked at as a frame begins, timed when it has been drawn.
      do await new Promise((done) => requestAnimationFrame(done))
      while (!frame?.contentDocument || !met(frame.contentDocument))
      await new Promise((done) => setTimeout(done))
      return performance.now() - started
    }
    const has = (shown: Document, place: string, what: string): boolean =>
      shown.querySelector(place)?.textContent.includes(what) ?? false
    const time = async (): Promise<Opening> => ({
      first: await until((shown) => has(shown, '.galley-chunk', 'A long winter')),
      // Usual articles are rendered whole. Of long ones all is read, and what is in and near the view is shown.
      complete: await until(
        (shown) =>
          has(shown, '.galley-body > .galley-chunk:last-child', lastWord) ||
          shown.querySelector('.galley-body:not([aria-busy]) [data-waiting]') !== null,
      ),
    })
    Object.assign(window, { opening: time() })
  }, last)
  await page.keyboard.press('Enter')
  const opening = page.evaluate(() => (window as unknown as { opening: Promise<Opening> }).opening)
  return inTime(opening, PATIENCE)
}
