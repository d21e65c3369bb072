import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'
import type { Driver } from './driver.ts'

const ROOT = join(import.meta.dirname, '../../..')

const CLIPBOARD = ['clipboard-read', 'clipboard-write']

/** Starts the browser shell of the application in the folder `app` and shows it in `page`. */
export async function startBrowserShell(
  page: Page,
  dataDir: string,
  files: readonly string[],
  app = ROOT,
): Promise<Driver> {
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
  const context = page.context()
  return {
    page,
    async menu(on, ...labels) {
      const [menu = '', ...items] = labels
      await on.getByRole('button', { name: menu, exact: true }).click()
      for (const name of items) {
        await on
          .getByRole('menuitem', { name })
          .or(on.getByRole('menuitemradio', { name }))
          .or(on.getByRole('menuitemcheckbox', { name }))
          .first()
          .click()
      }
    },
    async openFile(on, path, ask) {
      await ask()
      await on.getByRole('dialog').last().waitFor()
      await on.keyboard.insertText(path)
      await on.keyboard.press('Enter')
    },
    async saveAs(on, path, ask) {
      await ask()
      await on.getByRole('dialog').last().getByRole('textbox', { name: /name/i }).fill(path)
      await on.keyboard.press('Enter')
    },
    async popup(on, ask) {
      await ask()
      await on.getByRole('menu').waitFor()
      return on.getByRole('menuitem').allTextContents()
    },
    async choose(on, label) {
      if (label === null) await on.keyboard.press('Escape')
      else await on.getByRole('menuitem', { name: label, exact: true }).click()
    },
    async windowAfter(act) {
      const [made] = await Promise.all([context.waitForEvent('page'), act()])
      return made
    },
    async another() {
      const made = await context.newPage()
      await made.goto(url)
      return made
    },
    async clipboard(on, type = 'text/plain') {
      await context.grantPermissions(CLIPBOARD)
      return on.evaluate(async (wanted) => {
        const items = await navigator.clipboard.read()
        const item = items.find(({ types }) => types.includes(wanted))
        return item ? (await item.getType(wanted)).text() : ''
      }, type)
    },
    async copy(on, plain, html) {
      await context.grantPermissions(CLIPBOARD)
      await on.evaluate(
        async ([plainText, richText]) => {
          const item: Record<string, Blob> = { 'text/plain': new Blob([plainText], { type: 'text/plain' }) }
          if (richText !== undefined) item['text/html'] = new Blob([richText], { type: 'text/html' })
          await navigator.clipboard.write([new ClipboardItem(item)])
        },
        [plain, html] as const,
      )
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
