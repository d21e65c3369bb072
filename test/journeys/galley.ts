import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect, _electron, type Page } from '@playwright/test'

const ROOT = join(import.meta.dirname, '../..')
const DESKTOP = process.env.GALLEY_SHELL === 'desktop'

/** A running Galley with a folder and a user data folder of its own. */
export interface Galley {
  /** Temporary folder that holds copies of the project's fixture articles. */
  readonly folder: string
  readonly dataDir: string
  /** Starts the shell on files of `folder` and shows it in a page. */
  start(...files: readonly string[]): Promise<Page>
  /** Kills the shell at once, as a crash would. */
  kill(): Promise<void>
  /** Waits until the recovery journals hold these texts. */
  journalled(texts: readonly string[]): Promise<void>
  /** Opens an article by its path, through the file dialog. */
  open(path: string): Promise<void>
  /** The settings file as it is now. */
  settings(): string
  path(name: string): string
  write(name: string, content: string | Buffer): void
  bytes(name: string): Buffer
  text(name: string): string
}

export interface Running {
  readonly page: Page
  /** Opens an article as the system does; absent where the page draws its own dialog. */
  open?(path: string): Promise<void>
  kill(): Promise<void>
}

/** Starts the browser shell of the application in the folder `app` and shows it in `page`. */
export async function startBrowserShell(
  page: Page,
  dataDir: string,
  files: readonly string[],
  app = ROOT,
): Promise<Running> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(app, 'dist/electron/serve.js'), '--port', '0', '--no-open', ...files],
    { env: { ...process.env, GALLEY_DATA_DIR: dataDir }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout! })
  const url = await Promise.race([
    once(lines, 'line').then(([line]) => /http:\S+/.exec(String(line))?.[0] ?? ''),
    exited.then(() => Promise.reject(new Error(`The browser shell ended: ${errors}`))),
  ])
  await page.goto(url)
  return {
    page,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function startDesktopShell(dataDir: string, files: readonly string[]): Promise<Running> {
  const env: Record<string, string> = { ...(process.env as Record<string, string>), GALLEY_DATA_DIR: dataDir }
  // With this set Electron would be Node.
  delete env.ELECTRON_RUN_AS_NODE
  const app = await _electron.launch({ args: [ROOT, ...files], cwd: ROOT, env })
  const exited = once(app.process(), 'exit')
  return {
    page: await app.firstWindow(),
    // A native dialog cannot be driven: the article arrives as from a second instance.
    open: (path) =>
      app.evaluate(
        ({ app: main }, paths) => {
          main.emit('second-instance', {}, [], '', { paths, newWindow: false })
        },
        [path],
      ),
    async kill() {
      app.process().kill('SIGKILL')
      await exited
    },
  }
}

/** Everything the journals in `folder` hold, as one text. */
function journalTexts(folder: string): string {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    return files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n')
  } catch {
    return ''
  }
}

/** Playwright's `test` with a Galley of its own for each journey; the shell is `GALLEY_SHELL` (browser or desktop). */
export const test = base.extend<{ galley: Galley }>({
  galley: async ({ page }, use) => {
    const top = mkdtempSync(join(tmpdir(), 'galley-journey-'))
    const folder = join(top, 'articles')
    const dataDir = join(top, 'data')
    cpSync(join(ROOT, 'test/fixtures/articles'), folder, { recursive: true })
    let running: Running | null = null
    const path = (name: string): string => join(folder, name)
    await use({
      folder,
      dataDir,
      async start(...files) {
        const absolute = files.map(path)
        running = DESKTOP
          ? await startDesktopShell(dataDir, absolute)
          : await startBrowserShell(page, dataDir, absolute)
        await running.page.locator('[role="status"]').first().waitFor()
        return running.page
      },
      async kill() {
        await running?.kill()
        running = null
      },
      journalled: (texts) =>
        expect
          .poll(() => {
            const journals = journalTexts(join(dataDir, 'recovery'))
            return texts.filter((text) => !journals.includes(text))
          })
          .toEqual([]),
      async open(file) {
        if (running?.open) {
          await running.open(file)
          return
        }
        await page.keyboard.press('Control+o')
        await page.getByRole('dialog').waitFor()
        await page.keyboard.insertText(file)
        await page.keyboard.press('Enter')
      },
      settings() {
        try {
          return readFileSync(join(dataDir, 'settings.json'), 'utf8')
        } catch {
          return ''
        }
      },
      path,
      write: (name, content) => writeFileSync(path(name), content),
      bytes: (name) => readFileSync(path(name)),
      text: (name) => readFileSync(path(name), 'utf8'),
    })
    await (running as Running | null)?.kill()
    rmSync(top, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect }
