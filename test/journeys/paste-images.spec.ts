import { existsSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { caretAfter, preview, source, status, tabs } from './page.ts'
import { DOT, drop, paste, pasteByKeys } from './clipboard.ts'
import { expect, test } from './galley.ts'

const dot = (name: string) => ({ name, type: 'image/png', base64: DOT })

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
}

test('rich text pastes with the keys as one undo step, and as plain text with Shift', async ({ galley }) => {
  galley.write('keys.md', 'Start \n')
  const page = await galley.instead('keys.md')
  await caretAfter(page, 'Start ')
  const rich = {
    html: '<p>a <b>bold</b> <a href="https://example.org/?utm_source=x">link</a></p>',
    plain: 'a bold link',
  }
  await pasteByKeys(galley, page, rich)
  await expect(source(page)).toContainText('Start a **bold** [link](https://example.org/)')
  await page.keyboard.type('!')
  await expect(source(page)).toContainText('example.org/)!')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(source(page)).not.toContainText('bold')
  await pasteByKeys(galley, page, rich, 'Control+Shift+V')
  await expect(source(page)).toContainText('Start a bold link')
})

test('a list item takes pasted lines, an address makes a selection a link, code stays code', async ({
  galley,
}) => {
  galley.write('places.md', '- one\n- \n\nword here\n\n```\ncode\n```\n')
  const page = await galley.instead('places.md')
  await caretAfter(page, 'one')
  await page.keyboard.press('ArrowDown')
  await paste(page, { html: '<ul><li>two<ul><li>three</li></ul></li></ul>', plain: 'two\nthree' })
  await expect(source(page)).toContainText('three')
  await caretAfter(page, 'word')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await paste(page, { html: '<a href="https://example.org/">x</a>', plain: 'https://example.org/' })
  await expect(source(page)).toContainText('[word](https://example.org/) here')
  await caretAfter(page, 'code')
  await paste(page, { html: '<b>bold</b>', plain: ' bold' })
  await expect(source(page)).toContainText('code bold')
  await save(page)
  expect(galley.text('places.md')).toBe(
    '- one\n- two\n  - three\n\n[word](https://example.org/) here\n\n```\ncode bold\n```\n',
  )
})

test('a pasted image becomes a file beside the article, is shown, and goes when it is undone', async ({
  galley,
}) => {
  galley.write('shot.md', 'Look: \n')
  const page = await galley.instead('shot.md')
  await caretAfter(page, 'Look: ')
  await paste(page, { files: [dot('image.png')] })
  await expect(source(page)).toContainText('Look: ![](images/shot-1.png)')
  expect(existsSync(galley.path('images/shot-1.png'))).toBe(true)
  await expect
    .poll(() =>
      preview(page)
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(1)
  await page.keyboard.press('Control+z')
  await expect(source(page)).not.toContainText('shot-1')
  expect(existsSync(galley.path('images/shot-1.png'))).toBe(true)
  await page.keyboard.press('Control+w')
  await expect.poll(() => existsSync(galley.path('images/shot-1.png'))).toBe(false)
})

test('images that are named in the text stay when the article is closed', async ({ galley }) => {
  galley.write('kept.html', '<p>Look</p>\n')
  const page = await galley.instead('kept.html')
  await source(page).focus()
  await page.keyboard.press('Control+End')
  await paste(page, { files: [dot('image.png')] })
  await expect(source(page)).toContainText('<img src="images/kept-1.png" alt="">')
  await save(page)
  await page.keyboard.press('Control+w')
  await expect(tabs(page)).toHaveCount(0)
  expect(existsSync(galley.path('images/kept-1.png'))).toBe(true)
})

test('several images dropped on the source stand on lines of their own', async ({ galley }) => {
  galley.write('drop.md', '\n')
  const page = await galley.instead('drop.md')
  await source(page).focus()
  await drop(page, '.cm-content', {
    files: [dot('Low_tide.png'), { ...dot('x.png'), base64: DOT.replace('AAfFcSJ', 'AAfFcSK') }],
  })
  await expect(source(page)).toContainText('![Low tide](images/drop-1.png)')
  await expect(source(page)).toContainText('![x](images/drop-2.png)')
})

test('pictures inside pasted HTML become files; remote ones stay links', async ({ galley }) => {
  galley.write('inside.md', '\n')
  const page = await galley.instead('inside.md')
  await source(page).focus()
  const html = `<p>a</p><p><img src="data:image/png;base64,${DOT}" alt="dot"></p><p><img src="https://example.org/b.png" alt="b"></p>`
  await paste(page, { html, plain: 'a' })
  await expect(source(page)).toContainText('![dot](images/inside-1.png)')
  await expect(source(page)).toContainText('![b](https://example.org/b.png)')
  expect(existsSync(galley.path('images/inside-1.png'))).toBe(true)
})

test('articles dropped on the window open as copies, and the page says so', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  const base64 = Buffer.from('---\ntitle: 拾贝\n---\n\n海边\n').toString('base64')
  await drop(page, '.app', { files: [{ name: 'shells.md', type: 'text/markdown', base64 }] })
  await expect(page.getByRole('tab', { name: /shells\.md/ })).toBeVisible()
  await expect(source(page)).toContainText('海边')
  await expect(page.getByText('unsaved copy')).toBeVisible()
})

test('the body is copied as rich text with its source beside it', async ({ galley }) => {
  galley.write('rich.md', '---\ntitle: x\n---\n\nA **bold** word.\n')
  const page = await galley.instead('rich.md')
  await source(page).focus()
  await page.keyboard.press('Control+Shift+p')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Copy as Rich')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Copied as rich text.')).toBeVisible()
  const copied = [await galley.clipboard(page, 'text/html'), await galley.clipboard(page)]
  expect(copied[0]).toContain('<strong>bold</strong>')
  expect(copied[0]).not.toContain('title')
  expect(copied[1]).toContain('A **bold** word.')
})
