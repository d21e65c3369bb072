import { expect, test } from './galley.ts'
import { caretAfter, field, preview, source, tabs } from './page.ts'

const LONG = Array.from({ length: 120 }, (_, n) =>
  n === 40 ? '## Half-way' : `Place ${n}: ${'words and more words on the quay '.repeat(1 + (n % 5))}`,
).join('\n\n')

test('the preview shows each article where its source is, and where its caret: from tab to tab, view to view, and with images let in', async ({
  galley,
}) => {
  galley.write('first.md', LONG)
  galley.write('second.md', `${LONG}\n\n![far](http://127.0.0.1:9/far.png)\n`)
  const page = await galley.start('first.md', 'second.md')
  await expect(preview(page).getByText('Place 0:')).toBeInViewport()
  await caretAfter(page, 'Place 70:')
  await expect(preview(page).getByText('Place 70:')).toBeInViewport()
  const marked = preview(page).locator('[data-caret]')
  await expect(marked).toContainText('Place 70:')
  await tabs(page).first().click()
  await expect(preview(page).getByText('Place 0:')).toBeInViewport()
  await expect(marked).toContainText('Place 0:')
  await tabs(page).last().click()
  await expect(preview(page).getByText('Place 70:')).toBeInViewport()
  await expect(marked).toContainText('Place 70:')
  await page.getByRole('radio', { name: 'Source' }).click()
  await expect(page.locator('iframe[title="Preview"]')).toHaveCount(0)
  await page.getByRole('radio', { name: 'Both' }).click()
  await expect(preview(page).getByText('Place 70:')).toBeInViewport()
  await page.getByRole('button', { name: 'Load once' }).click()
  await expect(preview(page).locator('.galley-remote')).toHaveCount(0)
  await expect(preview(page).getByText('Place 70:')).toBeInViewport()
})

test('the preview follows to a heading of the outline, and the source to where the preview was read alone', async ({
  galley,
}) => {
  galley.write('long.md', LONG)
  const page = await galley.start('long.md')
  const mark = (): Promise<string> =>
    page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Preview"]')?.contentWindow
      const block = frame?.document.querySelector('[data-caret]')
      return frame && block ? frame.getComputedStyle(block, '::before').content : 'no block'
    })
  await page.keyboard.press('Control+Shift+o')
  await page.getByRole('treegrid', { name: 'Outline' }).getByText('Half-way').click()
  await expect(preview(page).getByRole('heading', { name: 'Half-way' })).toBeInViewport()
  await expect.poll(mark).toBe('""')
  await page.getByRole('radio', { name: 'Preview' }).click()
  await expect(source(page)).toHaveCount(0)
  await expect.poll(mark).toBe('none')
  const { x, y } = (await page.locator('iframe[title="Preview"]').boundingBox())!
  await page.mouse.move(x + 200, y + 200)
  await expect(async () => {
    const above = async (): Promise<number> =>
      ((await preview(page).getByText('Place 100:').boundingBox())?.y ?? Infinity) - y
    await page.mouse.wheel(0, Math.max(0, (await above()) - 100))
    expect(await above()).toBeLessThan(200)
  }).toPass()
  await page.getByRole('radio', { name: 'Both' }).click()
  await expect(source(page).getByText('Place 103:')).toBeInViewport()
  await expect(preview(page).getByText('Place 103:')).toBeInViewport()
  await expect.poll(mark).toBe('""')
})

test('a click on what the head shows goes to its field, in the form or in the text', async ({ galley }) => {
  galley.write(
    'head.md',
    '---\ntitle: Harbour\nauthors:\n  - Lin\ndate: 2026-01-02\ntags: [sea, stones]\n---\n\nOne.\n',
  )
  const page = await galley.instead('head.md')
  await preview(page).getByRole('heading', { name: 'Harbour' }).click()
  await expect(field(page, 'title')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' wall')
  await preview(page).getByRole('heading', { name: 'Harbour wall' }).click()
  for (const [text, key] of [
    ['stones', 'tags'],
    ['Lin', 'authors'],
    ['2026-01-02', 'date'],
  ] as const) {
    await preview(page).getByText(text).click()
    await expect(page.locator(`[data-path="${key}"]`).locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Control+Alt+m')
  await preview(page).getByText('stones').click()
  await expect(source(page)).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(source(page)).toContainText('tags: sea')
})
