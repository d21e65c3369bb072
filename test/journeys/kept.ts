import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, type Browser, type Page } from '@playwright/test'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts'
import type { Driver, Look } from './drivers/driver.ts'
import { tabs } from './page.ts'

/** A user data folder, the page a Galley on it is shown in, and that Galley while it runs. */
export interface Place {
  readonly dataDir: string
  driver: Driver | null
  /** Whether nobody has asked for the page, which is made for the first who does. */
  readonly untouched: boolean
  page(): Promise<Page>
  /** Ends Galley, closes the page and takes the folder away. */
  close(): Promise<void>
}

export function createPlace(browser: Browser): Place {
  const top = mkdtempSync(join(tmpdir(), 'galley-data-'))
  let page: Promise<Page> | null = null
  const place: Place = {
    dataDir: join(top, 'data'),
    driver: null,
    get untouched() {
      return page === null
    },
    // With what the journey, its group and the configuration say of pages.
    page: () => (page ??= browser.newContext().then((context) => context.newPage())),
    async close() {
      await (await page)?.context().close()
      await place.driver?.kill()
      rmSync(top, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  return place
}

/** Closes the article in front, given up where it is not saved; no other is open. */
export async function closeTheOnlyArticle(page: Page): Promise<void> {
  await page.keyboard.press('Control+w')
  const giveUp = page.getByRole('button', { name: 'Don’t Save' })
  await giveUp.or(page.locator('.welcome')).first().waitFor()
  if (await giveUp.isVisible()) await giveUp.click()
  await expect(tabs(page)).toHaveCount(0)
}

/** Whether all that is stored of what a writer can set is as in a new Galley, but for what belongs to one article. */
function setAsNew(dataDir: string): boolean {
  const file = join(dataDir, 'settings.json')
  if (!existsSync(file)) return true
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Settings
  const { encodings, schemas, remoteImagesAllowed, recentCommands } = DEFAULT_SETTINGS
  const settings = { ...stored, encodings, schemas, remoteImagesAllowed, recentCommands }
  return isDeepStrictEqual(settings, DEFAULT_SETTINGS)
}

/** Whether there is the welcome page and nothing else. */
async function isWelcome(page: Page): Promise<boolean> {
  const others = tabs(page).or(
    page.locator('[role="dialog"], [role="alertdialog"], [role="menu"], .bars > *'),
  )
  return (await page.locator('.welcome').isVisible()) && (await others.count()) === 0
}

/** Puts Galley back to its welcome page; false when what a journey left behind is more than an article. */
async function clear(page: Page): Promise<boolean> {
  if (page.isClosed() || page.context().pages().length > 1) return false
  const over = page.locator('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')
  if ((await over.count()) > 0 || (await tabs(page).count()) > 1) return false
  if ((await tabs(page).count()) === 1) await closeTheOnlyArticle(page)
  await page.context().clearPermissions()
  await page.mouse.move(0, 0)
  return isWelcome(page)
}

/** The Galley that goes from one journey of a worker to the next, as long as each leaves it as it was when new. */
export interface Keeper {
  /** The Galley on its welcome page, if there is one whose page looks like this. */
  take(look: Look): Promise<Place | null>
  /** Keeps this Galley for the next journey, or ends it. */
  keep(place: Place, look: Look): Promise<void>
  close(): Promise<void>
}

export function createKeeper(): Keeper {
  let kept: { readonly place: Place; readonly look: Look } | null = null
  const keeper: Keeper = {
    async take(look) {
      // Asked again now, when what the journey before may have begun at its end is done.
      const asNew =
        kept !== null &&
        isDeepStrictEqual(kept.look, look) &&
        setAsNew(kept.place.dataDir) &&
        (await isWelcome(await kept.place.page()))
      if (!asNew) await keeper.close()
      const place = kept?.place ?? null
      kept = null
      return place
    },
    async keep(place, look) {
      const { driver } = place
      const sized = driver && isDeepStrictEqual(driver.page.viewportSize(), look.viewport)
      if (sized && (await clear(driver.page))) {
        await keeper.close()
        kept = { place, look }
      } else await place.close()
    },
    async close() {
      await kept?.place.close()
      kept = null
    },
  }
  return keeper
}
