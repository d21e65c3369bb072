import type { Page, Route } from '@playwright/test'
import { expect, onlyInTheBrowser, test, type Galley } from './galley.ts'
import { preview } from './page.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/p8ZqfQAAAABJRU5ErkJggg==',
  'base64',
)

const ARTICLE = [
  '---',
  'title: The quay',
  'date: 2026-05-04',
  '---',
  '# Heading',
  '',
  '<script>document.title = "ran"</script><img src=x onerror="document.title = 1">',
  '',
  '![beside](quay.png) ![far](https://example.org/far.png)',
  '',
  '$$E = mc^2$$',
  '',
  '```js',
  'const a = 1',
  '```',
  '',
].join('\n')

/** The frame in which the whole of an article is shown to be exported. */
const WHOLE = 'iframe[aria-hidden="true"][sandbox*="allow-modals"]'

/** Exports the article in front as this file. */
function exportHtml(galley: Galley, page: Page, name: string): Promise<void> {
  return galley.saveAs(page, name, () => galley.menu(page, 'File', 'Export as HTML…'))
}

/** Waits until nothing in the frame has changed for so long that whoever looks at it at times has seen it twice. */
function untilSteady(page: Page, frame: string): Promise<void> {
  return page.locator(frame).evaluate(
    (element: HTMLIFrameElement) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => wait())
        let timer = 0
        const wait = (): void => {
          clearTimeout(timer)
          timer = window.setTimeout(() => {
            observer.disconnect()
            resolve()
          }, 300)
        }
        const all = { subtree: true, childList: true, characterData: true }
        observer.observe(element.contentDocument!, all)
        wait()
      }),
  )
}

/** Puts the page's clock forward, by milliseconds; its timers are as they were. */
function putForward(page: Page, by: number): Promise<void> {
  return page.evaluate((ahead) => {
    const now = performance.now.bind(performance)
    performance.now = () => now() + ahead
    // Whoever looks at the clock at times has looked before this is over.
    return new Promise<void>((resolve) => void setTimeout(resolve, 100))
  }, by)
}

test('an export is offered a name of its own, and asks before it takes the place of a file', async ({
  galley,
}) => {
  onlyInTheBrowser('a native dialog shows and asks this itself')
  await test.step('an export beside an HTML article is offered a name of its own', async () => {
    const page = await galley.instead('quay.html', '---\ntitle: The quay\n---\n<p>An <b>HTML</b> body.</p>\n')
    await expect(preview(page).locator('b')).toHaveText('HTML')
    await galley.menu(page, 'File', 'Export as HTML…')
    const name = page.getByRole('dialog').getByRole('textbox', { name: 'File name' })
    await expect(name).toHaveValue('quay-export.html')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  await test.step('an export asks before it takes the place of a file', async () => {
    galley.write('quay.md', ARTICLE)
    galley.write('quay.html', 'mine')
    const page = await galley.instead('quay.md')
    await expect(preview(page).locator('.galley-title')).toHaveText('The quay')
    await exportHtml(galley, page, 'quay.html')
    await expect(page.getByRole('alertdialog')).toContainText('quay.html')
    expect(galley.text('quay.html')).toBe('mine')
  })
})

test('the published look is exported as one file that needs nothing else, never in place of the article', async ({
  galley,
  context,
}) => {
  test.setTimeout(120_000)
  await test.step('the published look is exported as one file that needs nothing else', async () => {
    galley.write('quay.md', ARTICLE)
    galley.write('quay.png', PIXEL)
    const page = await galley.instead('quay.md')
    await expect(preview(page).locator('.galley-title')).toHaveText('The quay')
    await exportHtml(galley, page, 'quay.html')
    await expect(page.getByText('quay.html was written.')).toBeVisible()

    const html = galley.text('quay.html')
    expect(html).toMatch(/^<!doctype html>/)
    for (const word of ['<script', 'onerror', 'data-from', 'data-head-part', '/assets/', '127.0.0.1'])
      expect(html.includes(word), word).toBe(false)
    expect(html).toContain('font/woff2;base64,')
    expect(html.length).toBeLessThan(400_000)
    const exported = await context.newPage()
    const asked: string[] = []
    exported.on('request', (request) => asked.push(request.url()))
    await exported.setContent(html)
    await expect(exported).toHaveTitle('The quay')
    await expect(exported.getByRole('heading', { name: 'Heading' })).toBeVisible()
    await expect(exported.getByAltText('beside')).toHaveAttribute('src', /^data:image\/png;base64,/)
    await expect(exported.getByAltText('far')).toHaveAttribute('src', 'https://example.org/far.png')
    await expect(exported.locator('math, .katex').first()).toBeAttached()
    expect(await exported.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')
    expect(asked.filter((url) => !url.startsWith('data:') && !url.includes('far.png'))).toEqual([])
    await exported.close()
  })
  await test.step('an export never takes the place of the article', async () => {
    const article = '---\ntitle: The quay\n---\n<p>An <b>HTML</b> body.</p>\n'
    const page = await galley.instead('quay.html', article)
    await expect(preview(page).locator('b')).toHaveText('HTML')
    await exportHtml(galley, page, 'quay.html')
    await expect(page.getByText('“quay.html” is an open article.')).toBeVisible()
    expect(galley.text('quay.html')).toBe(article)
    await exportHtml(galley, page, 'quay-export.html')
    await expect(page.getByText('quay-export.html was written.')).toBeVisible()
    expect(galley.text('quay.html')).toBe(article)
    expect(galley.text('quay-export.html')).toMatch(/^<!doctype html>/)
  })
  await test.step('printing prints the article, not the application', async () => {
    const page = await galley.instead('harbour.md')
    await page.evaluate(() => {
      const observer = new MutationObserver(() => {
        for (const frame of document.querySelectorAll('iframe[aria-hidden]')) {
          const inner = (frame as HTMLIFrameElement).contentWindow
          if (!inner) continue
          inner.print = () => {
            document.documentElement.dataset.printed =
              inner.document.querySelector('.galley-title')?.textContent ?? ''
          }
        }
      })
      observer.observe(document.body, { childList: true })
      // The frame's window becomes another once its page has loaded.
      setInterval(() => document.body.append(document.createComment('')), 20)
    })
    const title = await preview(page).locator('.galley-title').textContent()
    await galley.menu(page, 'File', 'Print…')
    await expect(page.locator('html')).toHaveAttribute('data-printed', title ?? '?')
    await expect(page.locator('iframe[aria-hidden]')).toHaveCount(0)
  })
})

test('a block that is rendered beside the page is exported as its readers get it', async ({
  galley,
  page,
}) => {
  onlyInTheBrowser('what the page asks for cannot be held up in the desktop app')
  galley.write('long.md', `Begin **strong** ${'words '.repeat(4000)}`)
  await galley.start('long.md')
  await expect(preview(page).locator('strong')).toHaveText('strong')
  const held = new Promise<Route>((resolve) => void page.route('**/render-worker*', resolve))
  await exportHtml(galley, page, 'long.html')
  const worker = await held
  // More than an article has to be at rest for, and less than a block may take.
  for (let i = 0; i < 3; i++) await putForward(page, 400)
  await worker.continue()
  await expect(page.getByText('long.html was written.')).toBeVisible()
  const html = galley.text('long.html')
  expect(html.includes('<strong>strong</strong>')).toBe(true)
  expect(html.includes('data-later')).toBe(false)
})

test('what an export could not wait for is said, and the export is made', async ({ galley, page }) => {
  onlyInTheBrowser('what the page asks for cannot be held up in the desktop app')
  const image = 'https://example.org/slow.png'
  galley.write('late.md', `Words.\n\n![slow](${image})\n\n\`\`\`mermaid\nflowchart LR\n\`\`\`\n`)
  await page.route('**/diagrams.html', () => undefined)
  await page.route(image, () => undefined)
  await galley.start('late.md')
  await page.getByRole('button', { name: 'Always' }).click()
  await expect(preview(page).getByAltText('slow')).toBeAttached()
  await exportHtml(galley, page, 'late.html')
  const whole = page.frameLocator(WHOLE)
  await expect(whole.locator('.galley-diagram')).toBeAttached()
  await untilSteady(page, WHOLE)
  await putForward(page, 31_000)
  await expect(page.getByRole('alert')).toHaveText(
    `Not everything was there after 30 seconds. What you get lacks 1 diagram and 1 image (${image} does not answer).`,
  )
  await expect(page.getByText('late.html was written.')).toBeVisible()
  for (const part of ['flowchart LR', image]) expect(galley.text('late.html').includes(part), part).toBe(true)
})
