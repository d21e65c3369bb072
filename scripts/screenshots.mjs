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

const THEMES = ['light', 'dark']

/** Shows states that can follow one another in one page, which takes every size and both themes in turn. */
async function shoot(browser, row, locale, sizes, fileOf) {
  const home = mkdtempSync(join(tmpdir(), 'galley-shots-'))
  const [dataDir, folder] = [join(home, 'data'), join(home, 'articles')]
  const first = STATES[row[0]]
  mkdirSync(dataDir)
  cpSync(join(root, 'test/fixtures/articles'), folder, { recursive: true })
  first.before?.(folder)
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(first.settings ?? {}))
  const files = first.files.map((name) => join(folder, name))
  const args = [join(root, 'dist/electron/serve.js'), '--port', '0', '--no-open', ...files]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, GALLEY_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    const context = await browser.newContext({ locale, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const [[width, height]] = sizes
    await page.setViewportSize({ width, height })
    const { tell } = await standBetween(page, first.between ?? {})
    await page.goto(/http:\S+/.exec(line)[0])
    await page.locator('[role="status"]').first().waitFor()
    await ready(page, first, folder)
    for (const name of row) {
      const state = STATES[name]
      const { over, show } = state
      for (const [index, [width, height]] of sizes.entries()) {
        await page.setViewportSize({ width, height })
        // What stands over an article is shown anew: a popover keeps to the size it opened at.
        if (over || index === 0) await show?.(page, { folder, tell, kill: () => child.kill('SIGKILL') })
        for (const theme of THEMES) {
          await page.emulateMedia({ colorScheme: theme })
          await page.locator(`html[data-theme="${theme}"]`).waitFor()
          await drawn(page)
          await page.screenshot({ path: fileOf(name, width, theme), animations: 'disabled', caret: 'hide' })
        }
        if (over) await leave(page, state)
      }
      console.log(`${name}: done in ${locale}`)
    }
    await context.close()
  } finally {
    child.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

const journeys = async (name) =>
  (await runnerImport(join(root, 'test/journeys', name), { root, logLevel: 'error' })).module

await build({ ifStale: true })
const executablePath = await (await journeys('browser.ts')).browserPath()
const { drawn, inRows, leave, ready, STATES } = await journeys('states.ts')
const { standBetween } = await journeys('between.ts')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  if (process.argv.includes('--readme')) {
    const out = join(root, 'assets/screenshots')
    mkdirSync(out, { recursive: true })
    const fileOf = (name, _width, theme) => join(out, `${name}-${theme}.png`)
    await shoot(browser, ['article'], 'en-US', [SIZES[0]], fileOf)
  } else {
    const out = join(root, 'screenshots')
    mkdirSync(out, { recursive: true })
    const asked = process.argv.slice(2)
    const names = Object.keys(STATES).filter((it) => asked.length === 0 || asked.includes(it))
    for (const row of inRows(names)) {
      for (const locale of ['en-US', 'zh-CN']) {
        await shoot(browser, row, locale, SIZES, (name, width, theme) =>
          join(out, `${name}-${width}-${theme}-${locale.slice(0, 2)}.png`),
        )
      }
    }
  }
} finally {
  await browser.close()
}
