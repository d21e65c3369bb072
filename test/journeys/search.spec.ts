import type { Locator, Page } from '@playwright/test'
import { preview, source } from './page.ts'
import { expect, test } from './galley.ts'

function panel(page: Page): Locator {
  return page.getByRole('search', { name: 'Find and replace' })
}

/** Opens the panel with a regular expression in it. */
async function findRegexp(page: Page, pattern: string): Promise<void> {
  await source(page).focus()
  await page.keyboard.press('Control+Alt+f')
  await panel(page).getByRole('button', { name: 'Regular expression' }).click()
  await panel(page).getByRole('textbox', { name: 'Find' }).fill(pattern)
}

test('a regular expression that would run for ever is ended, and writing goes on', async ({ galley }) => {
  const text = `First.\n\n${'a'.repeat(60)}b\n\nLast aaa.\n`
  galley.write('endless.md', text)
  const page = await galley.instead('endless.md')
  await findRegexp(page, '(a+)+$')
  await expect(panel(page)).toContainText('The search took too long')
  await panel(page).getByRole('textbox', { name: 'Replace with' }).fill('x')
  await panel(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(panel(page)).toContainText('nothing was changed')
  await expect(source(page)).toContainText(`${'a'.repeat(60)}b`)
  await panel(page).getByRole('textbox', { name: 'Find' }).press('Enter')
  await panel(page).getByRole('textbox', { name: 'Find' }).fill('L(as)t')
  await expect(panel(page)).toContainText('1 match')
  await panel(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(source(page)).toContainText('x aaa.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('On it goes.')
  await expect(preview(page).getByText('On it goes.')).toBeVisible()
})

test('matches of a regular expression are marked, gone through and replaced one by one', async ({
  galley,
}) => {
  galley.write('marks.md', 'quay 1, quay 22 and quay 333\n')
  const page = await galley.instead('marks.md')
  await findRegexp(page, 'quay (\\d+)')
  await expect(panel(page)).toContainText('3 matches')
  await expect(source(page).locator('.cm-searchMatch')).toHaveText(['quay 1', 'quay 22', 'quay 333'])
  const find = panel(page).getByRole('textbox', { name: 'Find' })
  await find.press('Enter')
  await expect(panel(page)).toContainText('1 of 3')
  await find.press('Enter')
  await expect(panel(page)).toContainText('2 of 3')
  await expect(source(page).locator('.cm-searchMatch-selected')).toHaveText('quay 22')
  await panel(page).getByRole('textbox', { name: 'Replace with' }).fill('pier $1')
  await panel(page).getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(source(page)).toContainText('quay 1, pier 22 and quay 333')
  await expect(source(page).locator('.cm-searchMatch-selected')).toHaveText('quay 333')
  await find.press('Shift+Enter')
  await expect(panel(page)).toContainText('1 of 2')
  // What was looked for is still there when the panel is opened again.
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+f')
  await expect(find).toHaveValue('quay (\\d+)')
  await expect(panel(page)).toContainText('2 matches')
})

test('the only match in a line of millions of characters is found, in text and as a pattern', async ({
  galley,
}) => {
  galley.write('line.md', `First.\n\n${'harbour '.repeat(600_000)}lantern7\n`)
  const page = await galley.instead('line.md')
  await source(page).focus()
  await page.keyboard.press('Control+f')
  const find = panel(page).getByRole('textbox', { name: 'Find' })
  await find.fill('lantern')
  await find.press('Enter')
  await expect(panel(page)).toContainText('1 of 1', { timeout: 30_000 })
  await panel(page).getByRole('button', { name: 'Regular expression' }).click()
  await find.fill('n\\d$')
  await find.press('Enter')
  await expect(panel(page)).toContainText('1 of 1', { timeout: 30_000 })
})
