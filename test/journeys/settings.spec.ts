import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { violations } from './axe.ts'
import { source, status } from './page.ts'
import { expect, test, type Galley } from './galley.ts'

const dialog = (page: Page): Locator => page.getByRole('dialog')

async function settings(page: Page, section?: string): Promise<void> {
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('dialog', { name: /Settings|设置/ })).toBeVisible()
  if (section !== undefined) await dialog(page).getByRole('option', { name: section, exact: true }).click()
}

/** The settings on disk; none while the file holds no JSON. */
function stored(galley: Galley): Record<string, unknown> {
  try {
    return JSON.parse(galley.settings() || '{}') as Record<string, unknown>
  } catch {
    return {}
  }
}

test('what is set takes effect at once, in the open dialog too, and survives a restart', async ({
  galley,
}) => {
  const page = await galley.start('harbour.md')
  await settings(page, 'Appearance')
  await dialog(page)
    .getByRole('button', { name: /Theme$/ })
    .click()
  await page.getByRole('option', { name: 'Dark', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await dialog(page).getByRole('option', { name: 'Editor', exact: true }).click()
  const size = dialog(page).getByRole('textbox', { name: 'Font size of the source' })
  await size.fill('22')
  await page.keyboard.press('Enter')
  await expect(page.locator('.cm-scroller')).toHaveCSS('font-size', '22px')
  await dialog(page).getByRole('switch', { name: 'Line numbers' }).focus()
  await page.keyboard.press('Space')
  await expect(page.locator('.cm-lineNumbers')).toBeVisible()
  await dialog(page).getByRole('option', { name: 'Language', exact: true }).click()
  await dialog(page)
    .getByRole('button', { name: /Language of the interface$/ })
    .click()
  await page.getByRole('option', { name: '简体中文' }).click()
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible()
  await expect.poll(() => stored(galley)).toMatchObject({ theme: 'dark', fontSize: 22, language: 'zh-CN' })
  await galley.kill()
  const again = await galley.start('harbour.md')
  await expect(again.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(again.locator('.cm-scroller')).toHaveCSS('font-size', '22px')
})

test('two pages on one Galley follow each other', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  const other = await galley.another()
  await expect(other.getByRole('status').first()).toBeVisible()
  await settings(page, 'Appearance')
  await dialog(page)
    .getByRole('button', { name: /Theme$/ })
    .click()
  await page.getByRole('option', { name: 'Dark', exact: true }).click()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a settings file with one mistake keeps the rest, is told of and kept aside', async ({ galley }) => {
  const content = '{\n  "theme": "purple",\n  "fontSize": 21\n}\n'
  mkdirSync(galley.dataDir, { recursive: true })
  writeFileSync(join(galley.dataDir, 'settings.json'), content)
  const page = await galley.start('harbour.md')
  await expect(page.getByText(/settings\.invalid-1\.json/)).toBeVisible()
  await expect(page.locator('.cm-scroller')).toHaveCSS('font-size', '21px')
  await page.keyboard.press('Alt+z')
  await expect.poll(() => stored(galley)).toMatchObject({ lineWrapping: false, fontSize: 21 })
  expect(readFileSync(join(galley.dataDir, 'settings.invalid-1.json'), 'utf8')).toBe(content)
})

test('a settings file that is no JSON is told of, kept aside and never lost', async ({ galley }) => {
  mkdirSync(galley.dataDir, { recursive: true })
  writeFileSync(join(galley.dataDir, 'settings.json'), '{"theme": "dark"')
  const page = await galley.start('harbour.md')
  await expect(page.getByText(/settings\.invalid-1\.json/)).toBeVisible()
  expect(galley.settings()).toBe('{"theme": "dark"')
  await page.keyboard.press('Alt+z')
  await expect.poll(() => stored(galley)).toMatchObject({ lineWrapping: false })
  expect(readdirSync(galley.dataDir)).toContain('settings.invalid-1.json')
})

test('keys are given to another command with the keyboard alone, and work at once', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await settings(page)
  await page.keyboard.type('horizontal rule')
  const keys = dialog(page).getByRole('button', { name: /^Change the keys of “Horizontal Rule”/ })
  await keys.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await expect(dialog(page).getByText(/belong to “Bold”/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(keys).toBeFocused()
  await expect(keys).toHaveText('Ctrl+B')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await source(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  expect(galley.text('harbour.md')).toMatch(/\n---\n*$/)
  await expect
    .poll(() => stored(galley))
    .toMatchObject({ shortcuts: { 'format.bold': '', 'insert.rule': 'Mod-b' } })
  await page.keyboard.press('F1')
  await dialog(page).getByRole('searchbox').fill('ctrl+b')
  await expect(dialog(page).getByRole('row', { name: /Horizontal Rule/ })).toBeVisible()
  await expect(dialog(page).getByRole('row', { name: /Bold/ })).toHaveCount(0)
})

test('settings go to a file and come back, after showing what would change', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await page.keyboard.press('Alt+z')
  await settings(page)
  await galley.saveAs(page, 'my.json', () => dialog(page).getByRole('button', { name: 'Export…' }).click())
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  expect(JSON.parse(galley.text('my.json'))).toMatchObject({ lineWrapping: false })
  galley.write('my.json', '{\n  "lineWrapping": true,\n  "fontSize": 900,\n  "lineNumbers": true\n}')
  await galley.open(galley.path('my.json'), () =>
    dialog(page).getByRole('button', { name: 'Import…' }).click(),
  )
  await expect(dialog(page).getByRole('row', { name: /Line numbers Off On/ })).toBeVisible()
  await expect(dialog(page).getByText('fontSize, line 3')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await dialog(page).getByRole('button', { name: 'Change Settings' }).click()
  await expect(page.locator('.cm-lineNumbers')).toBeVisible()
  await expect
    .poll(() => stored(galley))
    .toMatchObject({ lineWrapping: true, lineNumbers: true, fontSize: 15 })
})
