import { violations } from './axe.ts'
import { field, form, preview, source, status, tabs } from './page.ts'
import { expect, test } from './galley.ts'

test.describe('narrow', () => {
  test.use({ viewport: { width: 900, height: 700 } })
  test('the form collapses to a line above the body, and axe finds nothing wrong', async ({ galley }) => {
    const page = await galley.start('harbour.md')
    await expect(field(page, 'title')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page
      .getByRole('button', { name: /front matter/i })
      .first()
      .click()
    await expect(form(page)).toHaveCount(0)
    await expect(page.getByText('2024-01-09 07:30:00').first()).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
})

test('the main job with the keyboard alone', async ({ galley }) => {
  const before = galley.text('harbour.md')
  const page = await galley.start()
  await galley.open(galley.path('harbour.md'))
  await expect(tabs(page)).toHaveCount(1)
  await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? '')
  await expect
    .poll(async () => {
      await page.keyboard.press('F6')
      return focused()
    })
    .toBe('form')
  for (let tab = 0; tab < 12; tab += 1) {
    if (await field(page, 'title').evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.type('By keyboard')
  await expect
    .poll(async () => {
      await page.keyboard.press('F6')
      return focused()
    })
    .toBe('source')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('The end.')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  await expect(source(page)).toBeFocused()
  expect(galley.text('harbour.md')).toBe(
    before.replace('A harbour in winter  #', 'By keyboard  #') + 'The end.',
  )
  await page.keyboard.press('Control+w')
  await expect(tabs(page)).toHaveCount(0)
})

test('the pane dividers are separators that arrow keys move, and the layout is remembered', async ({
  galley,
}) => {
  const page = await galley.start('harbour.md')
  const divider = page.getByRole('separator').last()
  await divider.focus()
  const before = Number(await divider.getAttribute('aria-valuenow'))
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => Number(await divider.getAttribute('aria-valuenow'))).not.toBe(before)
  const after = await divider.getAttribute('aria-valuenow')
  await expect.poll(() => galley.settings()).toMatch(/previewWidth/)
  await galley.kill()
  const again = await galley.start('harbour.md')
  await expect(again.getByRole('separator').last()).toHaveAttribute('aria-valuenow', after ?? '')
})

test('the language changes at once and survives a restart', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await page.keyboard.press('Control+Shift+p')
  await page.keyboard.type('简体中文')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect.poll(() => galley.settings()).toMatch(/zh-CN/)
  await galley.kill()
  const again = await galley.start('harbour.md')
  await expect(again.locator('html')).toHaveAttribute('lang', 'zh-CN')
})
