import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { violations } from './axe.ts'
import { expect, onlyInTheBrowser, test } from './galley.ts'
import { cutOff } from './overflow.ts'
import { field, preview, source } from './page.ts'
import { leave } from './states.ts'

onlyInTheBrowser('its menu bar and file dialogs are drawn in the page')

const SIZES = [
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
  { width: 720, height: 500 },
  { width: 3840, height: 2160 },
]

for (const locale of ['en-US', 'zh-CN']) {
  test.describe(`at every size in ${locale}`, () => {
    test.use({ viewport: SIZES[0]!, locale, colorScheme: locale === 'zh-CN' ? 'dark' : 'light' })

    test('nothing is cut off or lies over anything else in the main states', async ({ galley }) => {
      test.setTimeout(SIZES.length * 60_000)
      galley.write(
        'long.md',
        '---\ntitle: A title that is a good deal longer than any column it will ever stand in, on any screen\n' +
          'tags: [one, another one, a third one that is long, a fourth, a fifth, a sixth]\n' +
          'date: 2024-01-09 07:30:00\n---\n\n# Heading\n\nText.\n',
      )
      const page = await galley.start()
      let size = SIZES[0]!
      const state = async (what: string): Promise<void> => {
        await expect.poll(() => cutOff(page), `${what} at ${size.width}×${size.height}`).toEqual([])
      }
      for (size of SIZES) {
        await page.setViewportSize(size)
        await state('welcome')
      }
      await galley.open(galley.path('long.md'))
      await expect(preview(page).getByRole('heading', { name: 'Heading' })).toBeVisible()
      for (size of SIZES) {
        await page.setViewportSize(size)
        await state('an article')
        await page.keyboard.press('Control+Alt+m')
        await expect(page.locator('.cm-content')).toContainText('title:')
        await state('its front matter as text')
        await page.keyboard.press('Control+Alt+m')
        for (const [key, view] of [
          ['e', 'articles'],
          ['o', 'outline'],
          ['m', 'problems'],
        ] as const) {
          await page.keyboard.press(`Control+Shift+${key}`)
          await expect(page.locator(`.side-tab[data-key="${view}"][data-selected]`)).toBeVisible()
          await state(`the sidebar: ${view}`)
        }
        await page.keyboard.press('Control+Backslash')
        await expect(page.locator('.sidebar')).toHaveCount(0)
        for (const view of ['2', '3', '4', '1']) {
          await page.keyboard.press(`Control+Alt+${view}`)
          await state(`view ${view}`)
        }
        await page.keyboard.press('Control+f')
        await expect(page.locator('.cm-find')).toBeVisible()
        await state('find')
        const panel = page.locator('.cm-panels-top')
        expect(await panel.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(1)
        await page.keyboard.press('Escape')
        for (const keys of [
          'Control+Shift+p',
          'Control+p',
          'F1',
          'Control+o',
          'Control+Alt+o',
          'Control+g',
        ]) {
          await page.keyboard.press(keys)
          await expect(page.getByRole('dialog')).toBeVisible()
          await state(keys)
          await page.keyboard.press('Escape')
          await expect(page.getByRole('dialog')).toHaveCount(0)
        }
        await page.locator('.menu-bar-button').first().click()
        await expect(page.getByRole('menu')).toBeVisible()
        await state('a menu')
        await page.keyboard.press('Escape')
        await expect(page.getByRole('menu')).toHaveCount(0)
      }
    })
  })
}

test('the chosen tab stays in sight as the window narrows', async ({ galley }) => {
  const names = ['one', 'two', 'three', 'four', 'five', 'six'].map((it) => `an-article-with-number-${it}.md`)
  for (const name of names) galley.write(name, '# Heading\n')
  const page = await galley.start(...names)
  await expect(page.locator('.tab')).toHaveCount(names.length)
  const chosen = page.locator('.tab[aria-selected="true"]')
  await expect(chosen).toBeInViewport({ ratio: 0.95 })
  await page.setViewportSize({ width: 720, height: 500 })
  await expect(chosen).toBeInViewport({ ratio: 0.95 })
})

test('the longest notation of a date is read whole beside the sidebar', async ({ galley }) => {
  const page = await galley.start('paper-lanterns.txt')
  await page.keyboard.press('Control+Shift+o')
  await expect(page.locator('.side-tree')).toBeVisible()
  const date = field(page, 'date')
  await expect(date).toHaveValue('Tue, 14 Dec 2021 00:00:00 GMT')
  expect(await date.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0)
})

test('at twice the size everything has its place too', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+=')
  await expect.poll(() => cutOff(page)).toEqual([])
  await page.keyboard.press('Control+Shift+o')
  await expect(page.locator('.side-tree')).toBeVisible()
  await expect.poll(() => cutOff(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+p')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect.poll(() => cutOff(page)).toEqual([])
})

// The smaller one is 320 CSS pixels wide, as WCAG 2.2, 1.4.10 asks for.
for (const [width, height] of [
  [900, 700],
  [640, 512],
] as const) {
  test.describe(`at twice the size in ${width}×${height}`, () => {
    test.use({ viewport: { width, height } })
    test('nothing is cut off, and all is reached by scrolling down', async ({ galley, page }) => {
      mkdirSync(galley.dataDir, { recursive: true })
      writeFileSync(join(galley.dataDir, 'settings.json'), JSON.stringify({ zoom: 2 }))
      await galley.start('paper-lanterns.txt')
      await expect(preview(page).locator('[data-from]').first()).toBeAttached()
      const state = async (what: string): Promise<void> => {
        await expect.poll(() => cutOff(page), what).toEqual([])
      }
      await state('an article')
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Front matter' }).press('Enter')
      await expect(field(page, 'title')).toBeVisible()
      await state('the form')
      await page.getByRole('button', { name: 'Front matter' }).press('Enter')
      await expect(field(page, 'title')).toHaveCount(0)
      await source(page).focus()
      await page.keyboard.press('Control+Alt+f')
      await expect(page.getByPlaceholder('Replace with')).toBeVisible()
      await state('find and replace')
      await leave(page)
      for (const key of ['Control+Shift+p', 'Control+o', 'Control+,']) {
        await page.keyboard.press(key)
        await expect(page.getByRole('dialog')).toBeVisible()
        await state(key)
        await leave(page)
      }
      await page.getByRole('button', { name: 'File', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Open Recent' }).press('ArrowRight')
      await expect(page.getByRole('menuitem', { name: 'Clear the List' })).toBeVisible()
      await state('a submenu')
      await leave(page)
      await page.keyboard.press('Control+Shift+m')
      await expect(page.locator('.sidebar')).toBeVisible()
      await state('the sidebar')
    })
  })
}

test('the sample article shows what Galley can do, in the language of the interface', async ({ galley }) => {
  const page = await galley.start()
  await page.getByRole('button', { name: 'Look at the sample article' }).click()
  await expect(preview(page).locator('.katex').first()).toBeVisible()
  await expect(preview(page).locator('svg').first()).toBeVisible()
  await expect.poll(() => cutOff(page)).toEqual([])
  expect(await violations(page)).toEqual([])
})
