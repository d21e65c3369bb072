import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { expect, onlyInTheBrowser, test } from './galley.ts'
import { preview, source } from './page.ts'

/** Runs a command by its English title, through the palette. */
async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  await page.getByRole('combobox', { name: 'Commands' }).fill(title)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('zen leaves the text alone in a column; Escape brings back the view there was', async ({ galley }) => {
  const page = await galley.instead('harbour.md')
  await page.mouse.move(700, 500)
  await page.keyboard.press('Control+Alt+4')
  await expect(page.locator('#pane-form, #pane-preview, .toolbar')).toHaveCount(0)
  await expect(source(page)).toBeFocused()
  await expect(page.locator('.app-head')).toHaveCSS('opacity', '0')
  const { left, right } = await source(page).evaluate((it) => {
    const box = it.getBoundingClientRect()
    return { left: box.left, right: window.innerWidth - box.right }
  })
  expect(Math.abs(left - right)).toBeLessThan(24)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Control+f')
  await expect(page.locator('.cm-find input').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('data-zen')
  await page.keyboard.press('Escape')
  await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
  await expect(page.locator('#pane-form')).toBeVisible()
})

test('the interface grows and shrinks by keys, within its limits, and overlays stand where they belong', async ({
  galley,
}) => {
  onlyInTheBrowser('its menu bar is drawn in the page')
  const page = await galley.instead('harbour.md')
  const size = (): Promise<number> =>
    page
      .getByRole('button', { name: 'File', exact: true })
      .evaluate((it) => it.getBoundingClientRect().height)
  const before = await size()
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+=')
  await expect.poll(size).toBe(before * 2)
  const button = page.getByRole('button', { name: 'View', exact: true })
  await button.click()
  const [under, menu] = await Promise.all([button.boundingBox(), page.locator('.popover').boundingBox()])
  expect(Math.abs(menu!.x - under!.x)).toBeLessThan(4)
  expect(menu!.y).toBeGreaterThanOrEqual(under!.y + under!.height - 1)
  expect(menu!.y + menu!.height).toBeLessThanOrEqual(900)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  // A click in the text puts the caret where it was clicked.
  const word = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.cm-content')!, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const at = walker.currentNode.textContent!.indexOf('boats')
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(walker.currentNode, at)
      range.setEnd(walker.currentNode, at + 5)
      const box = range.getBoundingClientRect()
      return { x: box.left + 1, y: box.top + box.height / 2 }
    }
    return null
  })
  await page.mouse.click(word!.x, word!.y)
  await page.keyboard.type('tall ')
  await expect(source(page)).toContainText('The tall boats')
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('Control+=')
  await expect.poll(size).toBe(before * 3)
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('Control+-')
  await expect.poll(size).toBe(before / 2)
  await page.keyboard.press('Control+0')
  await expect.poll(size).toBe(before)
})

test('the preview has a size of its own, and goes on following the source', async ({ galley }) => {
  const page = await galley.instead('harbour.md')
  const line = preview(page).getByRole('listitem').filter({ hasText: 'a flask' })
  const height = (): Promise<number> => line.evaluate((it) => it.getBoundingClientRect().height)
  const text = (): Promise<number> => source(page).evaluate((it) => it.getBoundingClientRect().height)
  await expect(line).toBeVisible()
  const [before, beside] = [await height(), await text()]
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+Alt+=')
  await expect.poll(height).toBeGreaterThan(before * 1.9)
  expect(await text()).toBe(beside)
  await page.keyboard.press('Control+Alt+0')
  await expect.poll(height).toBe(before)
  await expect.poll(() => galley.settings()).toContain('"previewZoom": 1')
})

test('high contrast, by command and as the system asks for it, holds in chrome and preview', async ({
  galley,
}) => {
  const page = await galley.start('harbour.md')
  await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
  await run(page, 'High Contrast')
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
  await expect(preview(page).locator('html')).toHaveCSS('color', 'rgb(0, 0, 0)')
  expect(await violations(page)).toEqual([])
  await run(page, 'Theme: Dark')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(0, 0, 0)')
  expect(await violations(page)).toEqual([])
  await expect.poll(() => galley.settings()).toContain('"contrast": "more"')
})

test.describe('a system that asks for more contrast', () => {
  test.use({ contextOptions: { contrast: 'more' } })
  test('has it', async ({ galley }) => {
    const page = await galley.start('harbour.md')
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
  })
})

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })
  test('what is chosen and where the focus is can still be told', async ({ galley }) => {
    const page = await galley.start('harbour.md')
    await page.keyboard.press('Control+Shift+o')
    await expect(page.getByRole('row', { name: /What to bring/ })).toBeVisible()
    const outlines = await page.evaluate(() =>
      ['.tab[aria-selected="true"]', '.view-button[data-selected]', '.side-tab[data-selected]'].map(
        (selector) => getComputedStyle(document.querySelector(selector)!).outlineStyle,
      ),
    )
    expect(outlines).toEqual(['solid', 'solid', 'solid'])
    expect(await violations(page)).toEqual([])
  })
})

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('nothing in the page moves or fades', async ({ galley }) => {
    const page = await galley.start('harbour.md')
    await page.keyboard.press('Control+Backslash')
    await page.keyboard.press('Control+f')
    const moving = await page.evaluate(() => {
      const seconds = (list: string): boolean => list.split(',').some((one) => Number.parseFloat(one) > 0)
      return [...document.querySelectorAll('body *')].flatMap((element) => {
        const style = getComputedStyle(element)
        const moves =
          seconds(style.transitionDuration) ||
          (style.animationName !== 'none' && seconds(style.animationDuration))
        return moves || style.scrollBehavior === 'smooth' ? [element.tagName] : []
      })
    })
    expect(moving).toEqual([])
  })
})
