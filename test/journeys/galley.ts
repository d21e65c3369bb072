import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { startBrowserShell } from './drivers/browser-driver.ts'
import { startDesktopShell } from './drivers/desktop-driver.ts'
import type { Driver } from './drivers/driver.ts'
import { closeTheOnlyArticle, createKeeper, createPlace, type Keeper, type Place } from './kept.ts'
import { tabs } from './page.ts'

const ROOT = join(import.meta.dirname, '../..')
const DESKTOP = process.env.GALLEY_SHELL === 'desktop'

/** A running Galley with a folder of its own. */
export interface Galley extends Pick<
  Driver,
  'another' | 'choose' | 'clipboard' | 'copy' | 'kill' | 'menu' | 'popup' | 'windowAfter'
> {
  /** Temporary folder that holds copies of the project's fixture articles. */
  readonly folder: string
  /** The user data folder: one of its own, unless the journey began with `instead`. */
  readonly dataDir: string
  /** Starts the shell on files of `folder` and shows it in a page. */
  start(...files: readonly string[]): Promise<Page>
  /** Waits until the recovery journals hold these texts. */
  journalled(texts: readonly string[]): Promise<void>
  /** Opens an article by its path, through the file dialog that `ask` brings up (without it, the keys for that do). */
  open(path: string, ask?: () => Promise<void>): Promise<void>
  /**
   * Shows an article of `folder` as if Galley had been started on it: starts it, or closes what a step before has left
   * in front, given up where it is not saved, and opens this one, with this `content` if given. For what needs no
   * Galley of its own: a journey that begins with it goes on with the Galley of another, if that is as when new.
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

/** Everything the journals in `folder` hold for good, as one text. */
function journalTexts(folder: string): string {
  try {
    // What is still being written has another name: a crash now would lose it.
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name.endsWith('.json'),
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

interface Fixtures {
  place: Place
  galley: Galley
  /** The page Galley will be shown in; a journey that asks for it has a Galley of its own. */
  page: Page
  context: BrowserContext
}

/** Playwright's `test` with a Galley for each journey; the shell is `GALLEY_SHELL` (browser or desktop). */
export const test = base.extend<Fixtures, { keeper: Keeper }>({
  keeper: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const keeper = createKeeper()
      await use(keeper)
      await keeper.close()
    },
    { scope: 'worker' },
  ],
  place: async ({ browser }, use) => {
    const place = createPlace(browser)
    await use(place)
    await place.close()
  },
  page: async ({ place }, use) => use(await place.page()),
  context: async ({ page }, use) => use(page.context()),
  galley: async (
    { browser, keeper, place: own, viewport, locale, colorScheme, contextOptions },
    use,
    testInfo,
  ) => {
    const look = { viewport, locale, colorScheme, contextOptions }
    const top = mkdtempSync(join(tmpdir(), 'galley-journey-'))
    const folder = join(top, 'articles')
    cpSync(join(ROOT, 'test/fixtures/articles'), folder, { recursive: true })
    let place = own
    const path = (name: string): string => join(folder, name)
    const driver = (): Driver => {
      if (!place.driver) throw new Error('Galley was not started')
      return place.driver
    }
    const galley: Galley = {
      folder,
      get dataDir() {
        return place.dataDir
      },
      async start(...files) {
        const absolute = files.map(path)
        place.driver = DESKTOP
          ? await startDesktopShell(place.dataDir, absolute, look)
          : await startBrowserShell(await place.page(), place.dataDir, absolute)
        const { page } = place.driver
        await page.locator('[role="status"]').first().waitFor()
        return page
      },
      async kill() {
        await place.driver?.kill()
        place.driver = null
      },
      journalled: (texts) =>
        expect
          .poll(() => {
            const journals = journalTexts(join(place.dataDir, 'recovery'))
            return texts.filter((text) => !journals.includes(text))
          })
          .toEqual([]),
      open: (file, ask = () => driver().page.keyboard.press('Control+o')) =>
        driver().openFile(driver().page, file, ask),
      async instead(name, content) {
        if (content !== undefined) galley.write(name, content)
        if (!DESKTOP && place === own && own.untouched)
          place = (await keeper.take(look)) ?? createPlace(browser)
        if (!place.driver) return galley.start(name)
        const { page } = place.driver
        if ((await tabs(page).count()) > 0) await closeTheOnlyArticle(page)
        await galley.open(path(name))
        await expect(tabs(page)).toHaveCount(1)
        return page
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
          return readFileSync(join(place.dataDir, 'settings.json'), 'utf8')
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
    if (place === own) await galley.kill()
    else if (testInfo.status === testInfo.expectedStatus) await keeper.keep(place, look)
    else await place.close()
    rmSync(top, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect }
