// `npm run screenshots`: every state in both themes and languages at three sizes into screenshots/, for review;
// `-- zen zoom` only these states; `-- --readme` only the ones of the README, in assets/screenshots/.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import { runnerImport } from 'vite'
import { build, root } from './build.mjs'

const SIZES = [
  [1440, 900],
  [900, 700],
  [720, 500],
]

/** Runs a command by its id, which the palette finds in any language, and waits for its dialog. */
async function run(page, id) {
  const palette = page.locator('.modal-backdrop[data-bare]')
  await page.keyboard.press('Control+Shift+p')
  await palette.waitFor()
  await page.keyboard.type(id)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'detached' })
  await page.getByRole('dialog').waitFor()
}

/** What each state does to a page that has just come up on `files`, with these settings, in a folder made ready by `before`. */
const STATES = {
  welcome: { files: [], show: async () => undefined },
  article: { files: ['harbour.md'], show: async () => undefined },
  html: { files: ['paper-lanterns.txt'], show: async () => undefined },
  raw: { files: ['harbour.md'], show: (page) => page.keyboard.press('Control+Alt+m') },
  unsaved: {
    files: ['harbour.md'],
    show: async (page) => {
      await page.locator('.cm-content').focus()
      await page.keyboard.type('Salt. ')
      await page.keyboard.press('Control+w')
    },
  },
  open: { files: ['harbour.md'], show: (page) => page.keyboard.press('Control+o') },
  palette: { files: ['harbour.md'], show: (page) => page.keyboard.press('Control+Shift+p') },
  find: { files: ['harbour.md'], show: (page) => page.keyboard.press('Control+f') },
  menu: { files: ['harbour.md'], show: (page) => page.locator('.menu-row button').first().click() },
  problem: { files: ['missing.md'], show: async () => undefined },
  articles: { files: ['.', 'harbour.md'], show: async () => undefined },
  outline: { files: ['paper-lanterns.txt'], show: (page) => page.keyboard.press('Control+Shift+o') },
  problems: { files: ['paper-lanterns.txt'], show: (page) => page.keyboard.press('Control+Shift+m') },
  zen: {
    files: ['harbour.md'],
    show: async (page) => {
      await page.mouse.move(300, 300)
      await page.keyboard.press('Control+Alt+4')
    },
  },
  contrast: { files: ['harbour.md'], settings: { contrast: 'more' }, show: async () => undefined },
  compact: {
    files: ['harbour.md'],
    settings: { density: 'compact', accent: 'rust' },
    show: (page) => page.keyboard.press('Control+Shift+e'),
  },
  zoom: { files: ['harbour.md'], settings: { zoom: 2 }, show: async () => undefined },
  sample: {
    files: [],
    show: async (page) => {
      await page.locator('.welcome-action').last().click()
      await page.frameLocator('iframe').locator('.katex').first().waitFor()
    },
  },
  settings: { files: ['harbour.md'], show: (page) => page.keyboard.press('Control+,') },
  shortcuts: { files: ['harbour.md'], show: (page) => page.keyboard.press('F1') },
  reference: { files: ['harbour.md'], show: (page) => run(page, 'help.markdown') },
  about: { files: ['harbour.md'], show: (page) => run(page, 'help.about') },
  convert: { files: ['paper-lanterns.txt'], show: (page) => run(page, 'article.toMarkdown') },
  doctor: { files: ['paper-lanterns.txt'], show: (page) => run(page, 'article.doctor') },
  counts: { files: ['harbour.md'], show: (page) => page.locator('.status-button.words').click() },
  quickOpen: { files: ['.', 'harbour.md'], show: (page) => page.keyboard.press('Control+p') },
  readOnly: {
    files: ['damaged.txt'],
    before: (folder) =>
      writeFileSync(join(folder, 'damaged.txt'), new Uint8Array([0x61, 0xff, 0xfe, 0xc3, 0x0a])),
    show: async () => undefined,
  },
  conflict: {
    files: ['shared.md'],
    before: (folder) => writeFileSync(join(folder, 'shared.md'), '# Shared\n'),
    show: async (page, { folder }) => {
      await page.locator('.cm-content').focus()
      await page.keyboard.type('Mine. ')
      writeFileSync(join(folder, 'shared.md'), '# Shared by others\n')
      await page.locator('.bar').first().waitFor()
    },
  },
  offline: {
    files: ['harbour.md'],
    show: async (page, { child }) => {
      child.kill('SIGKILL')
      await page.locator('.bar').first().waitFor()
    },
  },
}

async function shoot(browser, folder, state, { width, height, dark, locale, file }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'galley-data-'))
  const { settings = {}, before, show } = STATES[state]
  before?.(folder)
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings))
  const files = STATES[state].files.map((name) => join(folder, name))
  const args = [join(root, 'dist/electron/serve.js'), '--port', '0', '--no-open', ...files]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, GALLEY_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      locale,
    })
    const page = await context.newPage()
    await page.goto(/http:\S+/.exec(line)[0])
    await page.locator('[role="status"]').first().waitFor()
    if (STATES[state].files.some((name) => name.includes('.') && name !== '.') && state !== 'problem') {
      await page.frameLocator('iframe').locator('[data-from]').first().waitFor()
    }
    await show(page, { folder, child })
    await page.waitForLoadState('networkidle')
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
    await context.close()
  } finally {
    child.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

await build({ ifStale: true })
const { module } = await runnerImport(join(root, 'test/journeys/browser.ts'), { root, logLevel: 'error' })
const executablePath = await module.browserPath()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const folder = mkdtempSync(join(tmpdir(), 'galley-articles-'))
cpSync(join(root, 'test/fixtures/articles'), folder, { recursive: true })
try {
  if (process.argv.includes('--readme')) {
    const out = join(root, 'assets/screenshots')
    mkdirSync(out, { recursive: true })
    for (const dark of [false, true]) {
      const file = join(out, `article-${dark ? 'dark' : 'light'}.png`)
      await shoot(browser, folder, 'article', { width: 1440, height: 900, dark, locale: 'en-US', file })
    }
  } else {
    const out = join(root, 'screenshots')
    mkdirSync(out, { recursive: true })
    const asked = process.argv.slice(2)
    for (const state of Object.keys(STATES).filter((it) => asked.length === 0 || asked.includes(it))) {
      for (const [width, height] of SIZES) {
        for (const dark of [false, true]) {
          for (const locale of ['en-US', 'zh-CN']) {
            const file = join(out, `${state}-${width}-${dark ? 'dark' : 'light'}-${locale.slice(0, 2)}.png`)
            await shoot(browser, folder, state, { width, height, dark, locale, file })
          }
        }
      }
      console.log(`${state}: done`)
    }
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
