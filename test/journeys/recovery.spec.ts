import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { JournalEntry } from '../../core/contract.ts'
import { caretAfter, source, status, tabs } from './page.ts'
import { giveUp, oldestMissing, typeSteadily } from './steady-typing.ts'
import { expect, onlyInTheBrowser, test } from './galley.ts'

/** How often something is killed while somebody types. */
const KILLS = Number(process.env.GALLEY_KILLS ?? 3)
/** The age in milliseconds of the oldest character that may be missing. */
const MOST_MISSING = 1_000

test(`of what is typed at ten characters a second, a killed shell loses a second at most (${KILLS} times)`, async ({
  galley,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000)
  const article = galley.text('harbour.md')
  const missing: number[] = []
  for (let round = 0; round < KILLS; round += 1) {
    const page = await galley.start('harbour.md')
    const typed = await typeSteadily(page, 'a flask')
    const killedAt = Date.now()
    await galley.kill()
    const again = await galley.start()
    missing.push(await oldestMissing(again, 'a flask', typed, killedAt))
    expect(galley.text('harbour.md')).toBe(article)
    await giveUp(again)
    // Killed as soon as the tab is gone: nothing of it may come back.
    await galley.kill()
    expect(readdirSync(join(galley.dataDir, 'recovery'))).toEqual([])
  }
  console.log(
    `shell killed ${KILLS} times while typing: at most ${Math.max(...missing)} ms of typing missing`,
  )
  expect(Math.max(...missing)).toBeLessThanOrEqual(MOST_MISSING)
})

test(`of what is typed at ten characters a second, a killed page loses a second at most (${KILLS} times)`, async ({
  galley,
  playwright,
  launchOptions,
}) => {
  onlyInTheBrowser('its pages may end without it')
  test.setTimeout(60_000 + KILLS * 20_000)
  const article = galley.text('harbour.md')
  const last = await galley.start('harbour.md')
  const url = last.url()
  await last.goto('about:blank')
  const missing: number[] = []
  for (let round = 0; round < KILLS; round += 1) {
    const browser = await playwright.chromium.launch(launchOptions)
    const doomed = await browser.newPage()
    await doomed.goto(url)
    await expect(source(doomed)).toContainText('a flask')
    const typed = await typeSteadily(doomed, 'a flask')
    const killedAt = Date.now()
    await killPages(browser)
    const again = await browser.newContext().then((context) => context.newPage())
    await again.goto(url)
    missing.push(await oldestMissing(again, 'a flask', typed, killedAt))
    expect(galley.text('harbour.md')).toBe(article)
    await giveUp(again)
    expect(readdirSync(join(galley.dataDir, 'recovery'))).toEqual([])
    await browser.close()
  }
  console.log(`page killed ${KILLS} times while typing: at most ${Math.max(...missing)} ms of typing missing`)
  expect(Math.max(...missing)).toBeLessThanOrEqual(MOST_MISSING)
})

/** Kills (SIGKILL) every process of this browser that shows pages. */
async function killPages(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  expect(pages.length).toBeGreaterThan(0)
  for (const { id } of pages) process.kill(id, 'SIGKILL')
}

/** The first line that the source shows, in part or whole. */
function topLine(page: Page): Promise<string | null | undefined> {
  return page.locator('.cm-scroller').evaluate((one) => {
    const { top } = one.getBoundingClientRect()
    const lines = [...one.querySelectorAll('.cm-line')]
    return lines.find((line) => line.getBoundingClientRect().bottom > top + 2 && line.textContent)
      ?.textContent
  })
}

/** The name of the article that was in front last, as the journals in `folder` have it; null while they are written. */
function lastShown(folder: string): string | null {
  try {
    const entries = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(folder, name), 'utf8').split('\n')[1] ?? '')
      .map((body) => JSON.parse(body) as JournalEntry)
    return entries.sort((a, b) => b.shownAt - a.shownAt)[0]?.name ?? null
  } catch {
    return null
  }
}

test('tabs come back in their order, with the former one in front, at its place', async ({ galley }) => {
  const wraps = '码头上的人等着船，风从海上来。'.repeat(12)
  galley.write(
    'long.md',
    Array.from({ length: 300 }, (_, n) => `Paragraph ${n}. ${n % 3 === 0 ? wraps : ''}\n`).join('\n'),
  )
  const page = await galley.start('harbour.md', 'long.md')
  await caretAfter(page, 'Paragraph 150')
  await page.keyboard.type(' Second.')
  const top = await topLine(page)
  await page.keyboard.press('Control+n')
  await source(page).focus()
  await page.keyboard.type('Third.')
  await tabs(page).filter({ hasText: 'harbour.md' }).click()
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' First.')
  await galley.journalled([' First.', ' Second.', 'Third.'])
  await tabs(page).filter({ hasText: 'long.md' }).click()
  await expect.poll(() => page.locator('.cm-scroller').evaluate((one) => one.scrollTop)).toBeGreaterThan(1)
  await expect.poll(() => lastShown(join(galley.dataDir, 'recovery'))).toBe('long.md')
  await galley.kill()
  const again = await galley.start()
  await expect(tabs(again)).toHaveCount(3)
  expect((await tabs(again).allTextContents()).map((one) => /harbour|long|Untitled/.exec(one)?.[0])).toEqual([
    'harbour',
    'long',
    'Untitled',
  ])
  await expect(tabs(again).nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(source(again)).toContainText('Paragraph 150 Second.')
  await expect.poll(() => topLine(again)).toBe(top)
  await source(again).focus()
  await again.keyboard.type(' Here.')
  await expect(source(again)).toContainText('Second. Here.')
})

test('what is typed here and there in a long article is there after a crash, line ends included', async ({
  galley,
  page: first,
}) => {
  const lines = Array.from({ length: 6000 }, (_, n) => `Paragraph ${n} of a very long harbour log, 茶。`)
  const article = `---\r\ntitle: Long\r\n---\r\n\r\n${lines.join('\r\n\r\n')}\r\n`
  galley.write('long.md', article)
  // What the page sends: in the browser shell it can be seen.
  const sizes: number[] = []
  first.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sizes.push(payload.length)))
  const page = await galley.start('long.md')
  const places = ['Paragraph 7 of', 'Paragraph 5990 of', 'Paragraph 3000 of']
  for (const [at, place] of places.entries()) {
    sizes.length = 0
    await page.keyboard.press('Control+f')
    const find = page.locator('.cm-find input').first()
    await find.fill(place)
    await find.press('Enter')
    await expect(page.locator('.cm-find-count')).toHaveText(/1 (?:of|\/) 1/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type(` flask${at}`)
    await galley.journalled([`${place} flask${at}`])
  }
  if (page === first) {
    // Once the services know the text, it is not sent again.
    expect(sizes).not.toEqual([])
    expect(Math.max(...sizes)).toBeLessThan(5_000)
  }
  await galley.kill()
  const again = await galley.start()
  await expect(status(again)).toContainText('Edited')
  await source(again).focus()
  await again.keyboard.press('Control+s')
  await expect(status(again)).toContainText('Saved')
  const expected = places.reduce((text, place, at) => text.replace(place, `${place} flask${at}`), article)
  expect(galley.text('long.md') === expected).toBe(true)
})

test('a file that changed since the crash is offered as a comparison', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  const text = galley.text('harbour.md')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of tea')
  await galley.journalled(['a flask of tea'])
  await galley.kill()
  galley.write('harbour.md', text.replace('A harbour in winter  #', 'Theirs  #'))
  const again = await galley.start()
  await expect(source(again)).toContainText('a flask of tea')
  await again.locator('.bars').getByRole('button', { name: 'Compare' }).click()
  const dialog = again.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'On disk' })).toContainText('title: Theirs')
  await expect(dialog.getByText('2 differences')).toBeVisible()
  expect(galley.text('harbour.md')).toContain('title: Theirs')
})

test('a browser that crashes loses no more than a crashed shell', async ({
  galley,
  playwright,
  launchOptions,
}) => {
  onlyInTheBrowser('its pages may end without it')
  const page = await galley.start('harbour.md')
  const url = page.url()
  await page.goto('about:blank')
  const browser = await playwright.chromium.launch(launchOptions)
  const doomed = await browser.newPage()
  await doomed.goto(url)
  await caretAfter(doomed, 'a flask')
  await doomed.keyboard.type(' of tea')
  await galley.journalled(['a flask of tea'])
  const gone = new Promise((resolve) => {
    browser.on('disconnected', resolve)
    doomed.on('crash', resolve)
  })
  const session = await browser.contexts()[0]!.newCDPSession(doomed)
  // A crash gives no answer.
  void session.send('Page.crash').catch(() => undefined)
  await gone
  await page.goto(url)
  await expect(source(page)).toContainText('a flask of tea')
  await expect(status(page)).toContainText('Edited')
  await browser.close()
})

test('two pages of one Galley do not take each other’s unsaved text', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of tea')
  await galley.journalled(['a flask of tea'])
  const other = await galley.another()
  await other.locator('[role="status"]').first().waitFor()
  await expect(source(other)).toContainText('a flask')
  await expect(source(other)).not.toContainText('of tea')
  await page.reload()
  await expect(source(page)).toContainText('a flask of tea')
})
