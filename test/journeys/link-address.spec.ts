import type { Locator, Page } from '@playwright/test'
import { asDesktop, standBetween } from './between.ts'
import { expect, onlyInTheBrowser, test, type Galley } from './galley.ts'
import { preview, source } from './page.ts'

const LONG_HOST = `${'paypal.com.'.repeat(16)}example`
const ARTICLE = `[harbour](https://bücher.example/a%20b?q=1#c) [other](./notes/sea.md#top) [down](#end)
[mail](mailto:pilot@example.com) <a href="javascript:alert(1)">script</a> <a href="/etc/hosts">root</a>
[long](https://${LONG_HOST}/${'path/'.repeat(80)})

## End
`

const shown = (page: Page): Locator => page.locator('.preview-link')
const link = (page: Page, name: string): Locator => preview(page).getByRole('link', { name, exact: true })

async function startDesktop(galley: Galley, page: Page): Promise<Page> {
  await standBetween(page, asDesktop([]))
  galley.write('links.md', ARTICLE)
  const started = await galley.start('links.md')
  await expect(link(started, 'harbour')).toBeVisible()
  return started
}

test('the address of the link under the pointer is shown at the lower left, and goes with the pointer', async ({
  galley,
  page,
}) => {
  const app = await startDesktop(galley, page)
  const says = {
    harbour: 'https://xn--bcher-kva.example/a%20b?q=1#c',
    other: './notes/sea.md#top',
    down: '#end',
    mail: 'mailto:pilot@example.com',
    script: 'This link is not opened from the preview: javascript:alert(1)',
    root: 'This link is not opened from the preview: /etc/hosts',
  }
  const frame = await app.locator('iframe[title="Preview"]').boundingBox()
  for (const [name, address] of Object.entries(says)) {
    await link(app, name).hover()
    await expect(shown(app)).toHaveText(address)
  }
  await expect(shown(app)).toHaveAttribute('aria-hidden', 'true')
  const box = await shown(app).boundingBox()
  expect(box?.x).toBe(frame?.x)
  expect(box && box.y + box.height).toBe(frame && frame.y + frame.height)
  expect(await app.locator('iframe[title="Preview"]').boundingBox()).toEqual(frame)
  await source(app).hover()
  await expect(shown(app)).toHaveCount(0)
})

test('it is never in the way of the pointer, and of a long address the end of its host is seen', async ({
  galley,
  page,
}) => {
  const app = await startDesktop(galley, page)
  await link(app, 'long').hover()
  const frame = await app.locator('iframe[title="Preview"]').boundingBox()
  const box = await shown(app).boundingBox()
  expect(box && frame && box.width <= frame.width).toBe(true)
  const [host, end] = await app.locator('.preview-link-host').evaluate((it) => {
    const range = document.createRange()
    const text = it.firstElementChild!.firstChild!
    range.setStart(text, text.textContent!.length - 8)
    range.setEnd(text, text.textContent!.length)
    const sides = (rect: DOMRect): [number, number] => [rect.left, rect.right]
    return [sides(it.getBoundingClientRect()), sides(range.getBoundingClientRect())]
  })
  expect(end[0]).toBeGreaterThan(host[0])
  expect(end[1]).toBeLessThanOrEqual(host[1] + 1)
  const at = await shown(app).evaluate((it) => {
    const { left, top, height } = it.getBoundingClientRect()
    return document.elementFromPoint(left + 5, top + height / 2)?.localName
  })
  expect(at).toBe('iframe')
})

test('it is shown for the link the keyboard has come to, and is gone with that link', async ({
  galley,
  page,
}) => {
  const app = await startDesktop(galley, page)
  await preview(app).getByRole('heading', { name: 'End' }).click()
  await link(app, 'harbour').focus()
  await app.keyboard.press('Tab')
  await expect(shown(app)).toHaveText('./notes/sea.md#top')
  await app.keyboard.press('Tab')
  await expect(shown(app)).toHaveText('#end')
  galley.write('links.md', 'Nothing leads anywhere.\n')
  await expect(preview(app).getByText('Nothing leads anywhere.')).toBeVisible()
  await expect(shown(app)).toHaveCount(0)
  await expect(preview(app).getByRole('link')).toHaveCount(0)
})

test('a link that comes under a resting pointer, or goes from it, is heeded', async ({ galley, page }) => {
  const app = await startDesktop(galley, page)
  await link(app, 'harbour').hover()
  await expect(shown(app)).toHaveText(/bcher/)
  galley.write('links.md', '[elsewhere](https://example.com/)\n')
  await expect(shown(app)).toHaveText('https://example.com/')
  galley.write('links.md', 'Nothing leads anywhere.\n')
  await expect(shown(app)).toHaveCount(0)
})

test('a link that leads nowhere says so', async ({ galley }) => {
  galley.write('links.md', '[empty]() [lost](#nowhere) [down](#end)\n\n## End\n')
  const app = await galley.start('links.md')
  // What the first one might say would stand before what the others do.
  await link(app, 'down').click()
  const says = { empty: 'This link has no address yet.', lost: /has the id “nowhere”/ }
  for (const [name, text] of Object.entries(says)) {
    await expect(app.getByText(text)).toHaveCount(0)
    await link(app, name).click()
    await expect(app.getByText(text)).toBeVisible()
  }
  await expect(app.getByText(/has the id/)).toHaveCount(1)
})

test.describe('in a browser', () => {
  onlyInTheBrowser('it has a place of its own for addresses')

  test('nothing is said beside what the browser says', async ({ galley }) => {
    galley.write('links.md', ARTICLE)
    const app = await galley.start('links.md')
    await link(app, 'harbour').hover()
    await link(app, 'other').hover()
    await expect(shown(app)).toHaveCount(0)
  })
})
