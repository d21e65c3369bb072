import type { Page } from '@playwright/test'
import { field, form, source, status, tabs } from './page.ts'
import { expect, test } from './galley.ts'

/** Goes from pane to pane with F6 until the focus is in this one. */
async function pane(page: Page, name: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press('F6')
      return page.evaluate(
        () => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? '',
      )
    })
    .toBe(name)
}

/** Presses Tab until a control of the form is reached, at most `most` times. */
async function tabTo(page: Page, key: string, most = 30): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    if (await field(page, key).evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${key}`)
}

test('opens, edits a field, picks a date, adds a tag, writes, finds, saves and closes without a mouse', async ({
  galley,
}) => {
  const page = await galley.start()
  await galley.open(galley.path('harbour.md'))
  await expect(form(page)).toBeVisible()
  await pane(page, 'form')
  await expect(field(page, 'title')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('By keyboard')
  await tabTo(page, 'date')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const calendar = page.getByRole('grid')
  await expect(calendar).toBeVisible()
  await expect
    .poll(async () => {
      if (await calendar.evaluate((grid) => grid.contains(document.activeElement))) return true
      await page.keyboard.press('Tab')
      return false
    })
    .toBe(true)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(calendar).toHaveCount(0)
  await expect(field(page, 'date')).toHaveValue('2024-01-10 07:30:00')
  await tabTo(page, 'tags')
  await page.keyboard.type('quay')
  await page.keyboard.press('Enter')
  await pane(page, 'source')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('The end of it.')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('end of')
  await expect(page.locator('.cm-find-count')).toContainText('1')
  await page.keyboard.press('Escape')
  await expect(source(page)).toBeFocused()
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  const text = galley.text('harbour.md')
  expect(text).toContain('By keyboard')
  expect(text).toContain('date: 2024-01-10 07:30:00')
  expect(text).toMatch(/^tags:[^]*?quay[^]*?^---/m)
  expect(text).toMatch(/The end of it\.$/)
  await page.keyboard.press('Control+w')
  await expect(tabs(page)).toHaveCount(0)
})
