import {
  chmodSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { caretAfter, field, source, status, tabs } from './page.ts'
import { expect, test } from './galley.ts'

const bar = (page: Page, name: string | RegExp) => page.locator('.bars').getByRole('button', { name })

/** How many versions of articles the history holds: kept behind the save, so as not to hold it up. */
function versionsKept(dataDir: string): number {
  const names = existsSync(join(dataDir, 'history'))
    ? readdirSync(join(dataDir, 'history'), { recursive: true })
    : []
  return names.filter((name) => /\.[0-9a-f]{64}$/.test(String(name))).length
}

test('edits on both sides are merged, shown where they meet, and compared, as the writer says', async ({
  galley,
}) => {
  await test.step('merging keeps the edits of both sides, and undo brings mine back', async () => {
    const page = await galley.instead('merged.md', galley.text('harbour.md'))
    const text = galley.text('merged.md')
    await field(page, 'title').fill('Mine')
    galley.write('merged.md', text.replace('a flask', 'a thermos'))
    await bar(page, 'Merge').click()
    await expect(source(page)).toContainText('a thermos')
    await expect(field(page, 'title')).toHaveValue('Mine')
    await expect(page.getByText(/now holds your edits and those on disk/)).toBeVisible()
    await expect(status(page)).toContainText('Edited')
    await source(page).focus()
    await page.keyboard.press('Control+z')
    await expect(source(page)).toContainText('a flask')
    await page.keyboard.press('Control+Shift+z')
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Saved')
    expect(galley.text('merged.md')).toBe(
      text.replace('a flask', 'a thermos').replace('A harbour in winter  #', 'Mine  #'),
    )
  })
  await test.step('edits of one place are shown, never guessed; the others are merged', async () => {
    const page = await galley.instead('one-place.md', galley.text('harbour.md'))
    const text = galley.text('one-place.md')
    await field(page, 'title').fill('Mine')
    galley.write(
      'one-place.md',
      text.replace('A harbour in winter  #', 'Theirs  #').replace('a flask', 'a thermos'),
    )
    await bar(page, 'Merge').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(/1 place was edited on both sides/)).toBeVisible()
    await expect(dialog.getByText('1 difference', { exact: true })).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: 'On disk' })).toContainText('title: Theirs')
    await expect(dialog.getByRole('textbox', { name: 'Mine' })).toContainText('title: Mine')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Take This from Disk' }).click()
    await expect(dialog.getByText('No differences')).toBeVisible()
    await dialog.getByRole('button', { name: 'Use This Text' }).click()
    await expect(field(page, 'title')).toHaveValue('Theirs')
    await expect(source(page)).toContainText('a thermos')
    await expect(status(page)).toContainText('Saved')
  })
  await test.step('comparing takes theirs difference by difference and leaves the rest mine', async () => {
    const page = await galley.instead('compared.md', galley.text('harbour.md'))
    const text = galley.text('compared.md')
    await field(page, 'title').fill('Mine')
    galley.write(
      'compared.md',
      text.replace('A harbour in winter  #', 'Theirs  #').replace('a flask', 'a thermos'),
    )
    await bar(page, 'Compare').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('2 differences')).toBeVisible()
    await dialog.getByRole('button', { name: 'Next difference' }).click()
    await dialog.locator('.merge-take').last().click()
    await expect(dialog.getByText('1 difference', { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: 'Use This Text' }).click()
    await expect(field(page, 'title')).toHaveValue('Mine')
    await expect(source(page)).toContainText('a thermos')
    await source(page).focus()
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Saved')
    expect(galley.text('compared.md')).toBe(
      text.replace('A harbour in winter  #', 'Mine  #').replace('a flask', 'a thermos'),
    )
  })
})

test('a rewrite, a cut and a new name by another program are noticed', async ({ galley }) => {
  await test.step('a rewrite of the same size and time is noticed', async () => {
    const page = await galley.instead('rewritten.md', galley.text('harbour.md'))
    await expect(source(page)).toContainText('a flask')
    const { atime, mtime } = statSync(galley.path('rewritten.md'))
    galley.write('rewritten.md', galley.text('rewritten.md').replace('a flask', 'a glass'))
    utimesSync(galley.path('rewritten.md'), atime, mtime)
    await expect(source(page)).toContainText('a glass')
  })
  await test.step('a file cut to nothing is not taken for the article being typed', async () => {
    const page = await galley.instead('cut.md', galley.text('harbour.md'))
    await field(page, 'title').fill('Mine')
    truncateSync(galley.path('cut.md'))
    await expect(bar(page, 'Keep Mine')).toBeVisible()
    await expect(source(page)).toContainText('a flask')
    await bar(page, 'Keep Mine').click()
    await expect(status(page)).toContainText('Saved')
    expect(galley.text('cut.md')).toContain('title: Mine')
  })
  await test.step('a renamed file is said, and the article goes on under the new name', async () => {
    const page = await galley.instead('renamed.md', galley.text('harbour.md'))
    await field(page, 'title').fill('Mine')
    renameSync(galley.path('renamed.md'), galley.path('quay.md'))
    await expect(page.getByText('“renamed.md” was renamed to “quay.md”')).toBeVisible()
    await bar(page, 'Go on with “quay.md”').click()
    await expect(tabs(page).filter({ hasText: 'quay.md' })).toBeVisible()
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Saved')
    expect(galley.text('quay.md')).toContain('title: Mine')
  })
})

test('a file made read-only while it is open is said, and writable again when it is', async ({ galley }) => {
  test.skip(process.getuid?.() === 0, 'the super-user may write anything')
  const page = await galley.start('harbour.md')
  await expect(source(page)).toContainText('a flask')
  chmodSync(galley.path('harbour.md'), 0o444)
  await expect(page.getByText(/is read-only/).first()).toBeVisible()
  chmodSync(galley.path('harbour.md'), 0o644)
  await expect(page.getByText(/is read-only/)).toHaveCount(0)
})

test('saving by itself never touches a file that changed on disk', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  const text = galley.text('harbour.md')
  await galley.menu(page, 'File', 'Save After Each Pause')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of tea')
  // What it says may be of before the typing.
  await expect.poll(() => galley.text('harbour.md')).toBe(text.replace('a flask', 'a flask of tea'))
  await expect(status(page)).toContainText('Saved')
  await page.keyboard.type('!')
  const theirs = text.replace('a flask', 'a thermos')
  galley.write('harbour.md', theirs)
  await expect(bar(page, 'Merge')).toBeVisible()
  await page.keyboard.type('!!')
  await galley.journalled(['of tea!!!'])
  expect(galley.text('harbour.md')).toBe(theirs)
})

test('leaving the article saves it when that is chosen', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await galley.menu(page, 'File', 'Save When Leaving the Article')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of tea')
  await expect(status(page)).toContainText('Edited')
  await page.keyboard.press('F6')
  await expect(status(page)).toContainText('Saved')
})

test('the history compares and restores what was saved and what was replaced', async ({ galley }) => {
  await test.step('the history compares and restores, and undo takes the restoring back', async () => {
    const page = await galley.instead('restored.md', galley.text('harbour.md'))
    const text = galley.text('restored.md')
    await field(page, 'title').fill('Second')
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Saved')
    await galley.menu(page, 'Article', 'Article History…')
    const dialog = page.getByRole('dialog')
    const versions = dialog.getByRole('option')
    await expect(versions).toHaveCount(2)
    await versions.last().click()
    await expect(dialog).toContainText('title: Second')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Restore This Version' }).click()
    await expect(field(page, 'title')).toHaveValue('A harbour in winter')
    await expect(status(page)).toContainText('Edited')
    await page.keyboard.press('Control+z')
    await expect(field(page, 'title')).toHaveValue('Second')
    await page.keyboard.press('Control+Shift+z')
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Saved')
    expect(galley.text('restored.md')).toBe(text)
  })
  await test.step('what mine took the place of is in the history, and comes back from there', async () => {
    const page = await galley.instead('replaced.md', galley.text('harbour.md'))
    const theirs = galley.text('replaced.md').replace('a flask', 'a thermos')
    await field(page, 'title').fill('Mine')
    galley.write('replaced.md', theirs)
    await bar(page, 'Keep Mine').click()
    await expect(status(page)).toContainText('Saved')
    expect(galley.text('replaced.md')).toContain('title: Mine')
    await galley.menu(page, 'Article', 'Article History…')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('option')).toHaveCount(2)
    await dialog.getByRole('option').last().click()
    await expect(dialog).toContainText('a thermos')
    await dialog.getByRole('button', { name: 'Restore This Version' }).click()
    await expect(source(page)).toContainText('a thermos')
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Saved')
    expect(galley.text('replaced.md')).toBe(theirs)
  })
})

test('a deleted article comes back from its history', async ({ galley }) => {
  let page = await galley.start('harbour.md')
  await field(page, 'title').fill('Second')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  const saved = galley.text('harbour.md')
  await expect.poll(() => versionsKept(galley.dataDir)).toBe(2)
  await galley.kill()
  rmSync(galley.path('harbour.md'))
  page = await galley.start()
  await page
    .getByRole('button', { name: /harbour\.md/ })
    .first()
    .click()
  await bar(page, 'Article History…').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore This Version' }).click()
  await expect(field(page, 'title')).toHaveValue('Second')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  expect(galley.text('harbour.md')).toBe(saved)
})
