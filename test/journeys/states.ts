import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { CommandId } from '../../core/commands.ts'
import type { Settings } from '../../core/settings.ts'
import { SETTING_SECTIONS, type SettingSection } from '../../core/settings-table.ts'
import { asDesktop, type Between, type Stood } from './between.ts'

/** Where a state is shown: the folder of its articles, and a way to end the shell as a crash would. */
export interface StateWorld {
  readonly folder: string
  readonly tell: Stood['tell']
  readonly kill: () => unknown
}

/** One state of the application, in any language and theme: the screenshots show it and axe-core checks it. */
export interface State {
  /** Opened at the start, of the folder of articles; `.` is that folder itself. */
  readonly files: readonly string[]
  readonly settings?: Partial<Settings>
  /** What stands between the page and the shell. */
  readonly between?: Between
  /** Makes the folder ready. */
  readonly before?: (folder: string) => void
  /** It stands over an article that is as it was once `back` and Escape are done: others can be shown after it. */
  readonly over?: true
  readonly back?: (page: Page) => Promise<unknown>
  /** Rules of axe-core that a library's way of doing it goes against, with reason. */
  readonly exempt?: readonly string[]
  /** On the page that has just come up on `files`; absent: that is the state. */
  readonly show?: (page: Page, world: StateWorld) => Promise<unknown>
}

const HARBOUR = ['harbour.md']
const LANTERNS = ['paper-lanterns.txt']

const dialog = (page: Page): Locator => page.locator('[role="dialog"], [role="alertdialog"]')

const keys =
  (...pressed: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key)
  }

/** Keys that show a dialog. */
const ask = (key: string) => async (page: Page) => {
  await page.keyboard.press(key)
  await dialog(page).waitFor()
}

/** Runs a command by its id, which the palette finds in any language. */
export const run = (id: CommandId) => async (page: Page) => {
  const palette = page.locator('.modal-backdrop[data-bare]')
  await page.keyboard.press('Control+Shift+p')
  await palette.waitFor()
  await page.keyboard.type(id)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'detached' })
}

const runToDialog = (id: CommandId) => async (page: Page) => {
  await run(id)(page)
  await dialog(page).waitFor()
}

async function closeSidebar(page: Page): Promise<void> {
  await page.keyboard.press('Control+Backslash')
  await page.locator('.sidebar').waitFor({ state: 'detached' })
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').first().focus()
  await page.keyboard.type(text)
}

/** Edits an article that another program then changes in the same place. */
async function disagree(page: Page, { folder }: StateWorld): Promise<void> {
  await type(page, 'Mine. ')
  writeFileSync(join(folder, 'shared.md'), '# Shared by others\n\nA line of theirs.\n')
  await page.locator('.bar').first().waitFor()
}

const shared = (folder: string): void => writeFileSync(join(folder, 'shared.md'), '# Shared\n')

const ofDesktop: readonly SettingSection[] = ['spelling', 'updates']

const settingsAt = (section: SettingSection): State => ({
  files: HARBOUR,
  ...(ofDesktop.includes(section) ? { between: asDesktop(['tidewrack']) } : { over: true }),
  async show(page, { tell }) {
    tell('command.run', { id: 'file.settings' })
    await dialog(page).waitFor()
    const option = dialog(page).locator(`[role="option"][data-key="${section}"]`)
    await option.click()
    await dialog(page).locator(`#settings-${section}`).waitFor()
  },
})

const MENUS = ['file', 'edit', 'insert', 'format', 'table', 'view', 'article', 'help'] as const

const menuAt = (name: (typeof MENUS)[number]): State => ({
  files: HARBOUR,
  over: true,
  async show(page) {
    await page.locator('.menu-bar-button').nth(MENUS.indexOf(name)).click()
    await page.getByRole('menu').waitFor()
  },
})

const rightClick = (place: string) => async (page: Page) => {
  await page.locator(place).first().click({ button: 'right' })
  await page.getByRole('menu').waitFor()
}

/** Opens what a button of the form shows. */
const openInForm = (button: string) => async (page: Page) => {
  const opener = page.locator(button).first()
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.locator('.fm-popover').waitFor()
}

/** Waits until fonts, images and the last layout are there. */
export async function drawn(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(() =>
      Promise.all([...document.images].map((it) => it.decode().catch(() => undefined))),
    )
  }
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** Goes back to the article that a state stands over. */
export async function leave(page: Page, { back }: Pick<State, 'back'> = {}): Promise<void> {
  await back?.(page)
  const shown = page.locator('.modal-backdrop, .popover, .fm-popover, .cm-find')
  await expect
    .poll(async () => {
      if ((await shown.count()) > 0) await page.keyboard.press('Escape')
      return shown.count()
    })
    .toBe(0)
  await page.locator('.cm-content').focus()
}

/** Waits until the articles a state starts with are on the page, whether or not the preview can show them. */
export async function ready(page: Page, state: State, folder: string): Promise<void> {
  const articles = state.files.filter((name) => name !== '.' && existsSync(join(folder, name)))
  if (articles.length === 0 || state === STATES.loading) return
  await page
    .locator('.tab')
    .nth(articles.length - 1)
    .waitFor()
  await page.frameLocator('.preview-frame').locator('[data-from]').first().waitFor()
}

/** The list of a combo box, and its button that closes it, stand at the end of the page, in no landmark. */
const OPEN_LIST = ['region']

/** Every state there is to look at, by name. */
export const STATES: Readonly<Record<string, State>> = {
  welcome: { files: [] },
  recents: {
    files: [...HARBOUR, ...LANTERNS],
    async show(page) {
      for (let open = 2; open > 0; open -= 1) {
        await page.keyboard.press('Control+w')
        await page
          .locator('[role="tablist"] [role="tab"]')
          .nth(open - 1)
          .waitFor({ state: 'detached' })
      }
      await page.locator('.recent').first().waitFor()
    },
  },
  article: { files: HARBOUR, over: true },
  html: { files: LANTERNS, over: true },
  raw: { files: HARBOUR, over: true, show: keys('Control+Alt+m'), back: keys('Control+Alt+m') },
  sample: {
    files: [],
    async show(page) {
      await page.locator('.welcome-action').last().click()
      await page.frameLocator('.preview-frame').locator('.katex').first().waitFor()
    },
  },
  empty: { files: [], show: keys('Control+n') },
  calendar: {
    files: HARBOUR,
    over: true,
    show: openInForm('[data-path="date"] .fm-icon-button:not(.fm-menu-button)'),
  },
  fieldMenu: { files: HARBOUR, over: true, show: openInForm('[data-path="tags"] .fm-menu-button') },
  addField: {
    files: LANTERNS,
    over: true,
    exempt: OPEN_LIST,
    async show(page) {
      const list = page.locator('.fm-popover')
      // The fields that are known come with the folder's facts, a little later than the form.
      for (let tries = 0; tries < 15 && !(await list.isVisible()); tries++) {
        await page.locator('.fm-add-input').last().focus()
        await page.keyboard.press('ArrowDown')
        await list.waitFor({ timeout: 2000 }).catch(() => null)
      }
      await list.waitFor()
    },
  },
  unsaved: {
    files: HARBOUR,
    async show(page) {
      await type(page, 'Salt. ')
      await ask('Control+w')(page)
    },
  },
  open: { files: HARBOUR, over: true, show: ask('Control+o') },
  openFolder: { files: HARBOUR, over: true, show: ask('Control+Alt+o') },
  saveAs: { files: HARBOUR, over: true, show: ask('Control+Shift+s') },
  palette: { files: HARBOUR, over: true, show: ask('Control+Shift+p') },
  quickOpen: { files: ['.', ...HARBOUR], over: true, show: ask('Control+p') },
  goToLine: { files: HARBOUR, over: true, show: ask('Control+g') },
  wrapTag: { files: HARBOUR, over: true, show: ask('Alt+Shift+w') },
  find: {
    files: HARBOUR,
    over: true,
    async show(page) {
      await page.locator('.cm-content').focus()
      await page.keyboard.press('Control+Alt+f')
      await page.locator('.cm-find').waitFor()
      await page.locator('.cm-find input').first().fill('the')
    },
  },
  menu: menuAt('file'),
  tableMenu: menuAt('table'),
  viewMenu: menuAt('view'),
  tabMenu: { files: [...HARBOUR, ...LANTERNS], show: rightClick('.tab') },
  previewMenu: {
    files: HARBOUR,
    over: true,
    async show(page) {
      await page.frameLocator('.preview-frame').locator('p').first().click({ button: 'right' })
      await page.getByRole('menu').waitFor()
    },
  },
  encodingMenu: {
    files: HARBOUR,
    over: true,
    async show(page) {
      await page.locator('.status-button', { hasText: 'UTF-8' }).click()
      await page.getByRole('menu').first().waitFor()
    },
  },
  counts: {
    files: HARBOUR,
    over: true,
    async show(page) {
      await page.locator('.status-button.words').click()
      await dialog(page).waitFor()
    },
  },
  articles: { files: ['.', ...HARBOUR], over: true, show: (page) => page.locator('.sidebar').waitFor() },
  outline: { files: LANTERNS, over: true, show: keys('Control+Shift+o'), back: closeSidebar },
  problems: { files: LANTERNS, over: true, show: keys('Control+Shift+m'), back: closeSidebar },
  sourceOnly: { files: HARBOUR, over: true, show: keys('Control+Alt+2'), back: keys('Control+Alt+1') },
  previewOnly: { files: LANTERNS, over: true, show: keys('Control+Alt+3'), back: keys('Control+Alt+1') },
  zen: {
    files: HARBOUR,
    over: true,
    back: keys('Control+Alt+1'),
    async show(page) {
      await page.mouse.move(300, 300)
      await page.keyboard.press('Control+Alt+4')
    },
  },
  contrast: { files: HARBOUR, settings: { contrast: 'more' } },
  forced: {
    files: HARBOUR,
    async show(page) {
      await page.emulateMedia({ forcedColors: 'active' })
      await page.keyboard.press('Control+Shift+o')
      await page.locator('.sidebar').waitFor()
    },
  },
  compact: {
    files: HARBOUR,
    settings: { density: 'compact', accent: 'rust' },
    show: keys('Control+Shift+e'),
  },
  zoom: { files: HARBOUR, settings: { zoom: 2 } },
  small: { files: HARBOUR, settings: { zoom: 0.5, previewZoom: 3 } },
  problem: { files: ['missing.md'], show: (page) => page.locator('.bar').first().waitFor() },
  loading: {
    files: HARBOUR,
    between: { change: (method, value) => (method === 'article.open' ? undefined : value) },
    async show(page, { folder, tell }) {
      await page.locator('.bar').first().waitFor()
      tell('article.reading', { path: join(folder, 'harbour.md'), done: 12_300_000, total: 40_000_000 })
      await page.locator('.bar-numbers').waitFor()
    },
  },
  readOnly: {
    files: ['damaged.txt'],
    before(folder) {
      const text = Buffer.from('渔港的清晨，船还没有回来。\n'.repeat(40))
      writeFileSync(join(folder, 'damaged.txt'), Buffer.concat([text, Buffer.from([0xff, 0x0a]), text]))
    },
    show: (page) => page.locator('.bar').first().waitFor(),
  },
  conflict: { files: ['shared.md'], before: shared, show: disagree },
  compare: {
    files: ['shared.md'],
    before: shared,
    async show(page, world) {
      await disagree(page, world)
      await page.locator('.bar .button').first().click()
      await dialog(page).locator('.cm-content').first().waitFor()
    },
  },
  history: {
    files: HARBOUR,
    async show(page) {
      await type(page, 'Salt. ')
      await page.keyboard.press('Control+s')
      await page.locator('.tab .visually-hidden').first().waitFor({ state: 'detached' })
      await runToDialog('article.history')(page)
      await dialog(page).getByRole('option').first().waitFor()
    },
  },
  offline: {
    files: HARBOUR,
    async show(page, { kill }) {
      await kill()
      await page.locator('.bar').first().waitFor()
    },
  },
  shortcuts: { files: HARBOUR, over: true, show: ask('F1') },
  markdownReference: { files: HARBOUR, over: true, show: runToDialog('help.markdown') },
  frontMatterReference: { files: HARBOUR, over: true, show: runToDialog('help.frontMatter') },
  about: { files: HARBOUR, over: true, show: runToDialog('help.about') },
  log: { files: HARBOUR, over: true, show: runToDialog('help.log') },
  convert: { files: LANTERNS, over: true, show: runToDialog('article.toMarkdown') },
  doctor: { files: LANTERNS, over: true, show: runToDialog('article.doctor') },
  ...Object.fromEntries(SETTING_SECTIONS.map((section) => [`settings-${section}`, settingsAt(section)])),
  settingsSearch: {
    files: HARBOUR,
    over: true,
    async show(page) {
      await ask('Control+,')(page)
      await page.keyboard.type('size')
    },
  },
}

/** These states in rows of `most` at most, each of which is shown on one page that starts as the first of them says. */
export function inRows(names: readonly string[], most = names.length): readonly (readonly string[])[] {
  const rows: string[][] = []
  const open = new Map<string, string[]>()
  for (const name of names) {
    const { over, files } = STATES[name]!
    const key = files.join()
    const row = over ? open.get(key) : undefined
    if (row && row.length < most) row.push(name)
    else {
      const begun = [name]
      rows.push(begun)
      if (over) open.set(key, begun)
    }
  }
  return rows
}
