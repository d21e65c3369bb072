import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { caretAfter, source, status, tabs } from './page.ts'
import { expect, test } from './galley.ts'

/** How often the shell is killed while somebody types. */
const KILLS = Number(process.env.GALLEY_KILLS ?? 3)
/** Milliseconds between two characters, and the age in milliseconds of the oldest character that may be missing. */
const PER_KEY = 100
const MOST_MISSING = 1_000

test(`of what is typed at ten characters a second, a killed shell loses a second at most (${KILLS} times)`, async ({
  galley,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000)
  const article = galley.text('harbour.md')
  const missing: number[] = []
  for (let round = 0; round < KILLS; round += 1) {
    galley.write('harbour.md', article)
    const page = await galley.start('harbour.md')
    await caretAfter(page, 'a flask')
    const length = 15 + Math.floor(Math.random() * 25)
    const keys = Array.from({ length }, (_, n) => String.fromCharCode(97 + (n % 26)))
    const typed = keys.join('')
    const started = Date.now()
    const typedAt: number[] = []
    for (const [n, key] of keys.entries()) {
      const wait = started + n * PER_KEY - Date.now()
      if (wait > 0) await page.waitForTimeout(wait)
      await page.keyboard.type(key)
      typedAt.push(Date.now())
    }
    const killedAt = Date.now()
    await galley.kill()
    const again = await galley.start()
    await expect(tabs(again)).toHaveCount(1)
    await expect(source(again)).toContainText('a flask')
    const line = (await source(again).locator('.cm-line').allTextContents()).find((one) =>
      one.includes('a flask'),
    )
    const kept = line?.slice(line.indexOf('a flask') + 7) ?? ''
    // Nothing else is missing: what is kept is the beginning of what was typed.
    expect(typed.startsWith(kept)).toBe(true)
    missing.push(killedAt - (typedAt[kept.length] ?? killedAt))
    expect(galley.text('harbour.md')).toBe(article)
    await again.keyboard.press('Control+w')
    await again.getByRole('button', { name: 'Don’t Save' }).click()
    await expect(tabs(again)).toHaveCount(0)
    // Given up: nothing of it may come back in the next round.
    await expect.poll(() => readdirSync(join(galley.dataDir, 'recovery'))).toEqual([])
    await galley.kill()
  }
  console.log(`killed ${KILLS} times while typing: at most ${Math.max(...missing)} ms of typing missing`)
  expect(Math.max(...missing)).toBeLessThanOrEqual(MOST_MISSING)
})

test('tabs come back in their order, with the former one in front, at its place', async ({ galley }) => {
  galley.write('long.md', Array.from({ length: 300 }, (_, n) => `Paragraph ${n}.\n`).join('\n'))
  const page = await galley.start('harbour.md', 'long.md')
  await caretAfter(page, 'Paragraph 150')
  await page.keyboard.type(' Second.')
  const top = await page.locator('.cm-scroller').evaluate((one) => one.scrollTop)
  await page.keyboard.press('Control+n')
  await source(page).focus()
  await page.keyboard.type('Third.')
  await tabs(page).filter({ hasText: 'harbour.md' }).click()
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' First.')
  await galley.journalled([' First.', ' Second.', 'Third.'])
  await tabs(page).filter({ hasText: 'long.md' }).click()
  await expect.poll(() => page.locator('.cm-scroller').evaluate((one) => one.scrollTop)).toBeGreaterThan(1)
  await galley.journalled([`"position":1`])
  await page.waitForTimeout(1_200)
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
  await expect
    .poll(async () => Math.abs((await again.locator('.cm-scroller').evaluate((one) => one.scrollTop)) - top))
    .toBeLessThan(400)
  await source(again).focus()
  await again.keyboard.type(' Here.')
  await expect(source(again)).toContainText('Second. Here.')
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

test('two pages of one Galley do not take each other’s unsaved text', async ({ galley, context }) => {
  const page = await galley.start('harbour.md')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of tea')
  await galley.journalled(['a flask of tea'])
  const other = await context.newPage()
  await other.goto(page.url())
  await other.locator('[role="status"]').first().waitFor()
  await expect(source(other)).toContainText('a flask')
  await expect(source(other)).not.toContainText('of tea')
  await page.reload()
  await expect(source(page)).toContainText('a flask of tea')
})
