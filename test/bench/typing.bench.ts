import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from '@playwright/test'
import { browserPath } from '../journeys/browser.ts'
import { longArticle, MARK } from './long-article.ts'
import { report, summarise, type Timing } from './measure.ts'

const ROOT = process.cwd()
const SIZES = { '10 KB': 1e4, '100 KB': 1e5, '1 MB': 1e6, '5 MB': 5e6 } as const
const KEYS = 40

interface KeyTimes {
  readonly frame: number[]
  readonly preview: number[]
}

/** Types into the marked paragraph; per key the time to the next frame and to the preview's change. */
async function typeKeys(page: Page): Promise<KeyTimes> {
  await page.evaluate(() => {
    const times: KeyTimes = { frame: [], preview: [] }
    Object.assign(window, { keyTimes: times })
    let pressed = 0
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Preview"]')
    const body = frame?.contentDocument?.body
    if (!body) throw new Error('No preview')
    new MutationObserver(() => {
      if (pressed > 0 && times.preview.length < times.frame.length + 1)
        times.preview.push(performance.now() - pressed)
    }).observe(body, { childList: true, subtree: true, characterData: true })
    window.addEventListener(
      'keydown',
      () => {
        pressed = performance.now()
        requestAnimationFrame(() => setTimeout(() => times.frame.push(performance.now() - pressed)))
      },
      { capture: true },
    )
  })
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('abcdefgh'.charAt(key % 8))
    await page.waitForFunction(
      (count) => (window as unknown as { keyTimes: KeyTimes }).keyTimes.frame.length > count,
      key,
    )
  }
  return page.evaluate(() => (window as unknown as { keyTimes: KeyTimes }).keyTimes)
}

async function goToMark(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Article source' }).click()
  await page.keyboard.press('Control+f')
  await page.locator('.cm-find input').first().fill(MARK)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}

/** Typing in the middle of articles of growing size, in one browser: keydown to frame and to preview. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'))
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const frames: Record<string, Timing> = {}
  const previews: Record<string, Timing> = {}
  const opens: Record<string, Timing> = {}
  try {
    for (const [label, bytes] of Object.entries(SIZES)) {
      const file = join(folder, `${bytes}.md`)
      writeFileSync(file, longArticle(bytes))
      const child = spawn(
        process.execPath,
        [join(ROOT, 'dist/electron/serve.js'), '--port', '0', '--no-open', file],
        {
          env: { ...process.env, GALLEY_DATA_DIR: join(folder, `data-${bytes}`) },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      const started = performance.now()
      await page.goto(/http:\S+/.exec(line)?.[0] ?? '')
      await page
        .frameLocator('iframe[title="Preview"]')
        .getByRole('heading', { name: 'A long winter' })
        .first()
        .waitFor()
      opens[`${label}: page to first content`] = summarise([performance.now() - started])
      await goToMark(page)
      await page.frameLocator('iframe[title="Preview"]').getByText(MARK).waitFor({ timeout: 60_000 })
      const times = await typeKeys(page)
      frames[`${label}: keydown to frame`] = summarise(times.frame.slice(5))
      previews[`${label}: keydown to preview`] = summarise(times.preview.slice(5))
      await page.close()
      child.kill('SIGKILL')
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  for (const table of [opens, frames, previews]) {
    report(table, Object.keys(table)[0] ?? '')
    console.log('')
  }
}
