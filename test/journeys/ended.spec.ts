import { readFileSync } from 'node:fs'
import { expect, onlyInTheBrowser, test } from './galley.ts'
import { caretAfter, source, status, tabs } from './page.ts'

onlyInTheBrowser('it may end while its page stays')

test('a page whose Galley has ended says so, keeps the text and gives it away', async ({
  galley,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await galley.start('harbour.md')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of tea')
  await galley.journalled(['a flask of tea'])
  await galley.kill()
  const bars = page.locator('.bars')
  await expect(bars.getByRole('alert')).toContainText('Galley has ended')
  await expect(status(page)).toContainText('Connection lost')
  await caretAfter(page, 'a flask of tea')
  await page.keyboard.type(' and a cup')
  await expect(source(page)).toContainText('a flask of tea and a cup')
  const download = page.waitForEvent('download')
  await bars.getByRole('button', { name: 'Download a Copy' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('harbour.md')
  const text = readFileSync(await file.path(), 'utf8')
  expect(text).toBe(galley.text('harbour.md').replace('a flask', 'a flask of tea and a cup'))
  await bars.getByRole('button', { name: 'Copy the Text' }).click()
  await expect(bars.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  // What was typed before Galley ended comes back at its new address.
  const again = await galley.start()
  await expect(tabs(again)).toHaveCount(1)
  await expect(source(again)).toContainText('a flask of tea')
})

test('of two browsers on one Galley, one gets what a crash left behind', async ({
  galley,
  playwright,
  launchOptions,
}) => {
  const page = await galley.start('harbour.md')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of tea')
  await galley.journalled(['a flask of tea'])
  await galley.kill()
  await page.goto('about:blank')
  const first = await galley.start()
  await expect(source(first)).toContainText('a flask of tea')
  const browser = await playwright.chromium.launch(launchOptions)
  const other = await browser.newPage()
  await other.goto(first.url())
  await other.locator('[role="status"]').first().waitFor()
  await expect(other.getByRole('button', { name: 'New article' })).toBeVisible()
  await expect(tabs(other)).toHaveCount(0)
  await browser.close()
})
