import { chmodSync, mkdirSync } from 'node:fs'
import { caretAfter, form, preview, source, status, tabs } from './page.ts'
import { expect, test } from './galley.ts'

test('a missing file is named in a sentence, and the application is usable', async ({ galley }) => {
  const page = await galley.start('nowhere.md')
  await expect(page.getByText(/nowhere\.md/).first()).toBeVisible()
  await expect(tabs(page)).toHaveCount(0)
  await page.keyboard.press('Control+n')
  await expect(tabs(page)).toHaveCount(1)
})

test('a folder opens beside the articles, and a binary file is refused with the reason', async ({
  galley,
}) => {
  mkdirSync(galley.path('folder.md'))
  galley.write('picture.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 255, 254, 0, 0, 7]))
  const page = await galley.start('folder.md', 'picture.md')
  await expect(page.getByText('folder.md', { exact: true }).first()).toBeVisible()
  await expect(tabs(page)).toHaveCount(0)
  await expect(page.getByText(/“picture.md” is not a text file/).first()).toBeVisible()
})

test('an empty file opens, is written and saved', async ({ galley }) => {
  galley.write('empty.md', '')
  const page = await galley.instead('empty.md')
  await source(page).focus()
  await page.keyboard.type('First words.')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  expect(galley.text('empty.md')).toBe('First words.')
})

test('front matter that does not parse and front matter never closed leave everything else working', async ({
  galley,
}) => {
  galley.write('broken.md', '---\ntitle: Fine\ntags: [a, b\n---\n\n# Body one\n')
  galley.write('unclosed.md', '---\ntitle: Open\n\n# Body two\n')
  const page = await galley.start('broken.md', 'unclosed.md')
  await expect(preview(page).getByRole('heading', { name: 'Body two' })).toBeVisible()
  await expect(page.getByText(/never closed|not closed|closing fence/i).first()).toBeVisible()
  await tabs(page).first().click()
  await expect(preview(page).getByRole('heading', { name: 'Body one' })).toBeVisible()
  await expect(
    form(page)
      .getByText(/line 3/i)
      .first(),
  ).toBeVisible()
  await caretAfter(page, 'Body one')
  await page.keyboard.type('!')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  expect(galley.text('broken.md')).toBe('---\ntitle: Fine\ntags: [a, b\n---\n\n# Body one!\n')
})

test('a file of 20 MB opens, shows its start and takes typing', async ({ galley }) => {
  const paragraph = `${'A long line of quiet water. '.repeat(20)}\n\n`
  galley.write('long.md', `# Very long\n\n${paragraph.repeat(Math.ceil(20e6 / paragraph.length))}`)
  const page = await galley.start('long.md')
  await expect(preview(page).getByRole('heading', { name: 'Very long' })).toBeVisible({ timeout: 30_000 })
  await caretAfter(page, 'Very long')
  await page.keyboard.type(' indeed')
  await expect(preview(page).getByRole('heading', { name: 'Very long indeed' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved', { timeout: 30_000 })
  expect(galley.bytes('long.md').subarray(0, 20).toString()).toBe('# Very long indeed\n\n')
})

test('an article that may not be written is said to be read-only', async ({ galley }) => {
  test.skip(process.getuid?.() === 0, 'the super-user may write anything')
  chmodSync(galley.path('harbour.md'), 0o444)
  const page = await galley.start('harbour.md')
  await expect(page.getByText(/read-only/i).first()).toBeVisible()
})
