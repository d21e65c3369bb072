import { once } from 'node:events'
import { join } from 'node:path'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import type { Driver, Look } from './driver.ts'
import {
  answerOpen,
  answerSave,
  choosePopup,
  clickItem,
  clicks,
  listen,
  menuItems,
  openWindow,
  popupLabels,
  readClipboard,
  resize,
  writeClipboard,
  type ItemFound,
} from './main-process.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** Names that Playwright and Electron have for one key; others have one name. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  CMDORCTRL: 'CONTROL',
  COMMANDORCONTROL: 'CONTROL',
  META: 'CONTROL',
  PLUS: '+',
  UP: 'ARROWUP',
  DOWN: 'ARROWDOWN',
  LEFT: 'ARROWLEFT',
  RIGHT: 'ARROWRIGHT',
  BACKSLASH: '\\',
}

/** One name for the keys of a Playwright press or an Electron accelerator, whatever the order of what is held. */
export function sameKeys(keys: string): string {
  const parts = keys.split(/(?<=[^+])\+/).map((part) => part.toUpperCase())
  return parts
    .map((part) => KEY_NAMES[part] ?? part)
    .sort()
    .join(' ')
}

/** The keys may be those of a command: with something held, or a function key. */
function mayBeShortcut(keys: string): boolean {
  return /^(?:.*\b(?:Control|Meta|Alt)\+.+|(?:Shift\+)?F\d+)$/.test(keys)
}

/**
 * Works real Electron. Its menus and dialogs cannot be seen by Playwright, and keys that a page leaves to the menu bar
 * do not reach that: they are worked inside the main process.
 */
export async function createDesktopDriver(
  app: ElectronApplication,
  kill: () => Promise<void>,
): Promise<Driver> {
  await app.evaluate(listen)
  const mac = process.platform === 'darwin'
  const adopted = new WeakSet<Page>()

  const idOf = async (page: Page): Promise<number> =>
    (await app.browserWindow(page)).evaluate((window: { readonly id: number }) => window.id)

  /** The menu bar once the page has told its own. */
  async function itemsOf(page: Page): Promise<readonly ItemFound[]> {
    const windowId = await idOf(page)
    let items: readonly ItemFound[] = []
    await expect
      .poll(async () => (items = await app.evaluate(menuItems, windowId)).length, 'The menus of the page')
      .toBeGreaterThan(20)
    return items
  }

  /** Lets the page have the keys first, as Chromium does, and then the menu bar if the page did not want them. */
  async function pressed(page: Page, keys: string, press: (keys: string) => Promise<void>): Promise<void> {
    const before = await app.evaluate(clicks)
    await page.evaluate(() => {
      const last = { event: null as KeyboardEvent | null }
      Object.assign(window, { galleyKeys: last })
      window.addEventListener('keydown', (event) => (last.event = event), { capture: true, once: true })
    })
    await press(keys)
    const taken = await page
      .evaluate(() => {
        const { galleyKeys } = window as unknown as { galleyKeys: { event: KeyboardEvent | null } }
        return galleyKeys.event?.defaultPrevented ?? false
      })
      .catch(() => true) // The page is gone: the keys closed it.
    if (taken || (await app.evaluate(clicks)) > before) return
    const windowId = await idOf(page)
    const items = await app.evaluate(menuItems, windowId)
    const item = items.find((it) => it.accelerator !== '' && sameKeys(it.accelerator) === sameKeys(keys))
    if (item?.enabled) await app.evaluate(clickItem, { windowId, labels: item.labels })
  }

  function adopt(page: Page): Page {
    if (adopted.has(page)) return page
    adopted.add(page)
    const press = page.keyboard.press.bind(page.keyboard)
    page.keyboard.press = (keys, options) => {
      const own = mac ? keys.replaceAll('Control', 'Meta') : keys
      return mayBeShortcut(own) ? pressed(page, own, (it) => press(it, options)) : press(own, options)
    }
    return page
  }

  async function windowAfter(act: () => Promise<void>): Promise<Page> {
    const [made] = await Promise.all([app.waitForEvent('window'), act()])
    return adopt(made)
  }

  return {
    page: adopt(await app.firstWindow()),
    async menu(page, ...labels) {
      await itemsOf(page)
      const windowId = await idOf(page)
      // What the command needs may just have come to be: the menus follow after a moment.
      await expect.poll(() => app.evaluate(clickItem, { windowId, labels }), labels.join(' → ')).toBe(true)
    },
    async openFile(_page, path, ask) {
      await app.evaluate(answerOpen, [path])
      await ask()
    },
    async saveAs(_page, path, ask) {
      await app.evaluate(answerSave, path)
      await ask()
    },
    async popup(_page, ask) {
      await ask()
      const labels: string[] = []
      await expect
        .poll(async () => labels.push(...((await app.evaluate(popupLabels)) ?? [])), 'A menu at the pointer')
        .toBeGreaterThan(0)
      return labels
    },
    async choose(_page, label) {
      expect(await app.evaluate(choosePopup, label), label ?? 'closing the menu').toBe(true)
    },
    windowAfter,
    another: () => windowAfter(() => app.evaluate(openWindow)),
    clipboard: (_page, type = 'text/plain') => app.evaluate(readClipboard, type),
    copy: (_page, plain, html) =>
      app.evaluate(writeClipboard, {
        'text/plain': plain,
        ...(html === undefined ? {} : { 'text/html': html }),
      }),
    kill,
  }
}

/** Starts the desktop application on these files (absolute paths). */
export async function startDesktopShell(
  dataDir: string,
  files: readonly string[],
  look: Look,
): Promise<Driver> {
  const env: Record<string, string> = { ...(process.env as Record<string, string>), GALLEY_DATA_DIR: dataDir }
  // With this set Electron would be Node.
  delete env.ELECTRON_RUN_AS_NODE
  const { viewport, locale, colorScheme, contextOptions } = look
  const app = await _electron.launch({
    args: [...(locale ? [`--lang=${locale}`] : []), ROOT, ...files],
    cwd: ROOT,
    env,
    colorScheme: colorScheme ?? null,
  })
  const exited = once(app.process(), 'exit')
  const driver = await createDesktopDriver(app, async () => {
    app.process().kill('SIGKILL')
    await exited
  })
  const { contrast, forcedColors, reducedMotion } = contextOptions
  await driver.page.emulateMedia({
    ...(contrast ? { contrast } : {}),
    ...(forcedColors ? { forcedColors } : {}),
    ...(reducedMotion ? { reducedMotion } : {}),
  })
  if (viewport) {
    const window = await app.browserWindow(driver.page)
    const windowId = await window.evaluate((it: { readonly id: number }) => it.id)
    await app.evaluate(resize, { windowId, ...viewport })
  }
  return driver
}
