import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { startBrowserShell } from './drivers/browser-driver.ts'
import { startDesktopShell } from './drivers/desktop-driver.ts'
import type { Driver } from './drivers/driver.ts'
import { tabs } from './page.ts'

const ROOT = join(import.meta.dirname, '../..')
const DESKTOP = process.env.GALLEY_SHELL === 'desktop'

/** A running Galley with a folder and a user data folder of its own. */
export interface Galley extends Pick<
  Driver,
  'another' | 'choose' | 'clipboard' | 'copy' | 'kill' | 'menu' | 'popup' | 'windowAfter'
> {
  /** Temporary folder that holds copies of the project's fixture articles. */
  readonly folder: string
  readonly dataDir: string
  /** Starts the shell on files of `folder` and shows it in a page. */
  start(...files: readonly string[]): Promise<Page>
  /** Waits until the recovery journals hold these texts. */
  journalled(texts: readonly string[]): Promise<void>
  /** Opens an article by its path, through the file dialog that `ask` brings up (without it, the keys for that do). */
  open(path: string, ask?: () => Promise<void>): Promise<void>
  /**
   * Shows an article of `folder` as if Galley had been started on it: starts it, or closes what a step before has left
   * in front, given up where it is not saved, and opens this one, with this `content` if given. For steps that need no
   * Galley of their own.
   */
  instead(name: string, content?: string | Buffer): Promise<Page>
  /** Saves as this file of `folder`, through the file dialog that `ask` brings up. */
  saveAs(page: Page, name: string, ask: () => Promise<void>): Promise<void>
  /** The settings file as it is now. */
  settings(): string
  path(name: string): string
  write(name: string, content: string | Buffer): void
  bytes(name: string): Buffer
  text(name: string): string
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

/** The journeys of this file, or of this group, are about what only the browser shell has. */
export function onlyInTheBrowser(why: string): void {
  test.skip(DESKTOP, `Only in the browser shell: ${why}`)
}

/** Playwright's `test` with a Galley of its own for each journey; the shell is `GALLEY_SHELL` (browser or desktop). */
export const test = base.extend<{ galley: Galley }>({
  galley: async ({ page, viewport, locale, colorScheme, contextOptions }, use) => {
    const top = mkdtempSync(join(tmpdir(), 'galley-journey-'))
    const folder = join(top, 'articles')
    const dataDir = join(top, 'data')
    cpSync(join(ROOT, 'test/fixtures/articles'), folder, { recursive: true })
    let started: Driver | null = null
    const path = (name: string): string => join(folder, name)
    const driver = (): Driver => {
      if (!started) throw new Error('Galley was not started')
      return started
    }
    const galley: Galley = {
      folder,
      dataDir,
      async start(...files) {
        const absolute = files.map(path)
        started = DESKTOP
          ? await startDesktopShell(dataDir, absolute, { viewport, locale, colorScheme, contextOptions })
          : await startBrowserShell(page, dataDir, absolute)
        await started.page.locator('[role="status"]').first().waitFor()
        return started.page
      },
      async kill() {
        await started?.kill()
        started = null
      },
      journalled: (texts) =>
        expect
          .poll(() => {
            const journals = journalTexts(join(dataDir, 'recovery'))
            return texts.filter((text) => !journals.includes(text))
          })
          .toEqual([]),
      open: (file, ask = () => driver().page.keyboard.press('Control+o')) =>
        driver().openFile(driver().page, file, ask),
      async instead(name, content) {
        if (content !== undefined) galley.write(name, content)
        if (!started) return galley.start(name)
        const on = started.page
        await on.keyboard.press('Control+w')
        const giveUp = on.getByRole('button', { name: 'Don’t Save' })
        await giveUp.or(on.locator('.welcome')).first().waitFor()
        if (await giveUp.isVisible()) await giveUp.click()
        await expect(tabs(on)).toHaveCount(0)
        await galley.open(path(name))
        await expect(tabs(on)).toHaveCount(1)
        return on
      },
      saveAs: (on, name, ask) => driver().saveAs(on, resolve(folder, name), ask),
      menu: (on, ...labels) => driver().menu(on, ...labels),
      popup: (on, ask) => driver().popup(on, ask),
      choose: (on, label) => driver().choose(on, label),
      windowAfter: (act) => driver().windowAfter(act),
      another: () => driver().another(),
      clipboard: (on, type) => driver().clipboard(on, type),
      copy: (on, plain, html) => driver().copy(on, plain, html),
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
    }
    await use(galley)
    await (started as Driver | null)?.kill()
    rmSync(top, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect }
