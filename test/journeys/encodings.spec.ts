import iconv from 'iconv-lite'
import { truncateSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { caretAfter, source, status, tabs } from './page.ts'
import { expect, test } from './galley.ts'

const ARTICLE = '---\ntitle: 海港的冬天\n---\n\n清晨的海港很安静，只有几只海鸥在码头上走来走去。\n'
const TRADITIONAL = '---\ntitle: 海港的冬天\n---\n\n清晨的海港很安靜，只有幾隻海鷗在碼頭上走來走去。\n'

async function choose(page: Page, way: 'Reopen with' | 'Save with', encoding: RegExp): Promise<void> {
  await status(page)
    .locator('..')
    .getByRole('button', { name: /^Encoding/ })
    .click()
  await page.getByRole('menuitem', { name: way }).press('ArrowRight')
  await page.getByRole('menuitemradio', { name: encoding }).click()
}

test('an article in an old encoding is read, edited and saved in it', async ({ galley }) => {
  for (const [label, encoding, text, typed] of [
    ['GBK', 'gbk', ARTICLE, '六点'],
    ['Big5', 'big5', TRADITIONAL, '六點'],
  ] as const) {
    await test.step(label, async () => {
      const page = await galley.instead('old.txt', iconv.encode(text, encoding))
      await expect(source(page)).toContainText('清晨的海港')
      await expect(status(page)).toContainText(label)
      await caretAfter(page, '清晨')
      await page.keyboard.insertText(typed)
      await expect(status(page)).toContainText('Edited')
      await page.keyboard.press('Control+s')
      await expect(status(page)).toContainText('Saved')
      expect(galley.bytes('old.txt')).toEqual(iconv.encode(text.replace('清晨', `清晨${typed}`), encoding))
    })
  }
})

test('what does not fit is listed and UTF-8 is one press away; another encoding and other line ends are chosen in the status bar', async ({
  galley,
}) => {
  await test.step('characters that do not fit are listed, nothing is written, and UTF-8 is one press away', async () => {
    const bytes = iconv.encode(ARTICLE, 'gbk')
    const page = await galley.instead('old.txt', bytes)
    await caretAfter(page, '清晨')
    await page.keyboard.insertText('🌅한')
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Not saved')
    await expect(page.locator('.bars')).toContainText('🌅')
    await expect(page.locator('.bars')).toContainText('한')
    expect(galley.bytes('old.txt')).toEqual(bytes)
    await page.locator('.bars').getByRole('button', { name: 'Save as UTF-8' }).click()
    await expect(status(page)).toContainText('Saved')
    await expect(status(page)).toContainText('UTF-8')
    expect(galley.text('old.txt')).toBe(ARTICLE.replace('清晨', '清晨🌅한'))
  })
  await test.step('saving with another encoding writes the same text in it', async () => {
    const page = await galley.instead('new.txt', ARTICLE)
    await choose(page, 'Save with', /^GBK/)
    await expect(status(page)).toContainText('GBK')
    await expect(status(page)).toContainText('Saved')
    expect(galley.bytes('new.txt')).toEqual(iconv.encode(ARTICLE, 'gbk'))
  })
  await test.step('line ends change through the status bar, as one step to undo', async () => {
    const page = await galley.instead('lines.md', 'one\r\ntwo\nthree\r\n')
    await expect(status(page)).toContainText('Mixed')
    await status(page)
      .locator('..')
      .getByRole('button', { name: /^Line endings/ })
      .click()
    await page.getByRole('menuitemradio', { name: /^LF/ }).click()
    await expect(status(page)).toContainText('Edited')
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Saved')
    expect(galley.text('lines.md')).toBe('one\ntwo\nthree\n')
    await source(page).focus()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+s')
    await expect.poll(() => galley.text('lines.md')).toBe('one\r\ntwo\nthree\r\n')
  })
  await test.step('a damaged article is read-only with its place; reopened or copied as the writer says', async () => {
    const bytes = Buffer.concat([Buffer.from(ARTICLE), Buffer.from([0xe6, 0xb5]), Buffer.from('\n完\n')])
    const page = await galley.instead('torn.md', bytes)
    await expect(page.locator('.bars')).toContainText('read-only')
    await page.locator('.bars').getByRole('button', { name: 'Open a Repaired Copy' }).click()
    await expect(tabs(page).filter({ hasText: 'torn (repaired).md' })).toBeVisible()
    await expect(source(page)).toContainText('\uFFFD')
    await tabs(page)
      .filter({ hasText: /torn\.md/ })
      .click()
    await page.locator('.bars').getByRole('button', { name: 'Reopen With…' }).click()
    await page.getByRole('menuitemradio', { name: /^Windows-1252/ }).click()
    await expect(status(page)).toContainText('Windows-1252')
    expect(galley.bytes('torn.md')).toEqual(bytes)
  })
})

test('the encoding chosen for reopening is used, and remembered for the file', async ({ galley }) => {
  galley.write('short.txt', iconv.encode('海港', 'big5'))
  let page = await galley.start('short.txt')
  await choose(page, 'Reopen with', /^Big5/)
  await expect(source(page)).toContainText('海港')
  await expect.poll(() => galley.settings()).toContain('big5')
  await galley.kill()
  page = await galley.start('short.txt')
  await expect(source(page)).toContainText('海港')
  await expect(status(page)).toContainText('Big5')
})

test('a file of 100 MB is refused, with an offer to look at its beginning', async ({ galley }) => {
  galley.write('huge.md', `# Very large\n\n${'A long line of quiet water.\n'.repeat(700_000)}`)
  truncateSync(galley.path('huge.md'), 100_000_000)
  const page = await galley.start('huge.md')
  await expect(page.locator('.bars')).toContainText('too large to edit')
  await page.locator('.bars').getByRole('button', { name: 'View read-only' }).click()
  await expect(source(page)).toContainText('Very large', { timeout: 30_000 })
  await expect(page.locator('.bars')).toContainText('100,000,000 bytes, read-only')
  await page.keyboard.press('Control+s')
  await expect(page.locator('.bars')).toContainText('cannot be saved from here')
})
