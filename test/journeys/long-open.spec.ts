import type { Page } from '@playwright/test'
import { expect, onlyInTheBrowser, test, type Galley } from './galley.ts'
import { preview, source, tabs } from './page.ts'

onlyInTheBrowser('the way between page and shell cannot be held up in the desktop app')

const LONG = `---\ntitle: The long crossing\n---\n\n${Array.from({ length: 12_000 }, (_, n) => `Day ${n} on the *open* water.\n\n`).join('')}`

/** Holds back what answers the opening of `name`; `pass` lets it through, as it is or as said. */
async function holdBack(page: Page, name: string): Promise<{ pass: (reply?: unknown) => void }> {
  let asked: number | undefined
  let held: string | null = null
  let way: (message: string) => void = () => undefined
  await page.routeWebSocket(/./, (socket) => {
    const shell = socket.connectToServer()
    way = (message) => socket.send(message)
    socket.onMessage((message) => {
      const { id, method, args } = JSON.parse(String(message)) as {
        id: number
        method: string
        args: [string]
      }
      if (method === 'article.open' && args[0].endsWith(name)) asked = id
      shell.send(message)
    })
    shell.onMessage((message) => {
      const { id } = JSON.parse(String(message)) as { id?: number }
      if (id !== undefined && id === asked) held = String(message)
      else socket.send(message)
    })
  })
  return {
    pass: (reply) => way(reply === undefined ? (held ?? '') : JSON.stringify({ id: asked, reply })),
  }
}

/** Starts with a short article and asks for a long one, of which only the beginning comes. */
async function askForLong(galley: Galley, page: Page): Promise<Awaited<ReturnType<typeof holdBack>>> {
  const held = await holdBack(page, 'long.md')
  galley.write('long.md', LONG)
  await galley.start('harbour.md')
  await expect(preview(page).getByText('The boats come in')).toBeVisible()
  await galley.open(galley.path('long.md'))
  await expect(preview(page).getByText('Day 0 on the open water.')).toBeVisible()
  return held
}

test('the beginning of a long article is shown while the rest is on its way, and grows into the whole', async ({
  galley,
  page,
}) => {
  const { pass } = await askForLong(galley, page)
  await expect(preview(page).getByRole('heading', { name: 'The long crossing' })).toBeVisible()
  await expect(preview(page).locator('.galley-body')).toHaveAttribute('aria-busy', 'true')
  await expect(tabs(page)).toHaveCount(1)
  const first = await preview(page).getByText('Day 3 on the').elementHandle()
  pass()
  await expect(tabs(page)).toHaveCount(2)
  await expect(source(page)).toContainText('Day 5 on the *open* water.')
  await expect(preview(page).locator('.galley-body:not([aria-busy])')).toBeVisible()
  // What was shown already is not made anew.
  expect(await first.evaluate((it) => it.isConnected)).toBe(true)
  await source(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Landfall.')
  await expect(preview(page).getByText('Landfall.')).toBeInViewport()
  await expect(preview(page).getByText('Day 11999 on the')).toBeVisible()
})

test('from the welcome page too: beginning and whole are in one frame, and without the rest it is the welcome page again', async ({
  galley,
  page,
}) => {
  const welcome = page.locator('.welcome')
  const failed = await holdBack(page, 'long.md')
  galley.write('long.md', LONG)
  await galley.start()
  await expect(welcome).toBeVisible()
  await galley.open(galley.path('long.md'))
  await expect(preview(page).getByText('Day 0 on the open water.')).toBeVisible()
  await expect(welcome).toHaveCount(0)
  failed.pass({ ok: false, code: 'ioError', message: 'gone', details: { reason: 'EIO', name: 'long.md' } })
  await expect(page.getByRole('alert').or(page.locator('.notice'))).toContainText('long.md')
  await expect(welcome).toBeVisible()
  await galley.open(galley.path('long.md'))
  await expect(preview(page).getByText('Day 0 on the open water.')).toBeVisible()
  await expect(tabs(page)).toHaveCount(0)
  const first = await preview(page).getByText('Day 3 on the').elementHandle()
  failed.pass()
  await expect(tabs(page)).toHaveCount(1)
  await expect(source(page)).toContainText('Day 5 on the *open* water.')
  await expect(preview(page).locator('.galley-body:not([aria-busy])')).toBeVisible()
  expect(await first.evaluate((it) => it.isConnected)).toBe(true)
  await expect(source(page)).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Landfall.')
  await expect(preview(page).getByText('Landfall.')).toBeInViewport()
})

test('when the rest of a long article does not come, the article before is shown again', async ({
  galley,
  page,
}) => {
  const { pass } = await askForLong(galley, page)
  pass({ ok: false, code: 'ioError', message: 'gone', details: { reason: 'EIO', name: 'long.md' } })
  await expect(page.getByRole('alert').or(page.locator('.notice'))).toContainText('long.md')
  await expect(preview(page).getByText('The boats come in')).toBeVisible()
  await expect(preview(page).getByText('Day 0 on the open water.')).toHaveCount(0)
  await expect(preview(page).locator('.galley-body:not([aria-busy])')).toBeVisible()
  await expect(tabs(page)).toHaveCount(1)
})
