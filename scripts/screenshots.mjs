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

async function shoot(browser, folder, state, { width, height, dark, locale, file }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'galley-data-'))
  const { settings = {}, between, before, show } = STATES[state]
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
    const { tell } = await standBetween(page, between ?? {})
    await page.goto(/http:\S+/.exec(line)[0])
    await page.locator('[role="status"]').first().waitFor()
    await ready(page, STATES[state], folder)
    await show?.(page, { folder, tell, kill: () => child.kill('SIGKILL') })
    await drawn(page)
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
    await context.close()
  } finally {
    child.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

const journeys = async (name) =>
  (await runnerImport(join(root, 'test/journeys', name), { root, logLevel: 'error' })).module

await build({ ifStale: true })
const executablePath = await (await journeys('browser.ts')).browserPath()
const { drawn, ready, STATES } = await journeys('states.ts')
const { standBetween } = await journeys('between.ts')
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
