import { rmSync, renameSync, writeFileSync } from 'node:fs'
import { caretAfter, field, preview, source, status, tabs } from './page.ts'
import { expect, test } from './galley.ts'

test('what was typed survives a killed shell, named and unnamed', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of strong tea')
  await page.keyboard.press('Control+n')
  await source(page).focus()
  await page.keyboard.type('An unnamed thought.')
  await galley.journalled(['of strong tea', 'An unnamed thought.'])
  await galley.kill()
  const before = galley.text('harbour.md')
  const again = await galley.start()
  await expect(tabs(again)).toHaveCount(2)
  await tabs(again).filter({ hasText: 'Untitled' }).click()
  await expect(source(again)).toContainText('An unnamed thought.')
  await tabs(again).filter({ hasText: 'harbour.md' }).click()
  await expect(source(again)).toContainText('a flask of strong tea')
  await expect(status(again)).toContainText('Edited')
  await again.keyboard.press('Control+s')
  await expect(status(again)).toContainText('Saved')
  expect(galley.text('harbour.md')).toBe(before.replace('a flask', 'a flask of strong tea'))
})

test('a clean article follows the disk and can go back', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await expect(preview(page).getByText('a flask')).toBeVisible()
  const text = galley.text('harbour.md')
  galley.write('harbour.md', text.replace('a flask', 'a thermos'))
  await expect(source(page)).toContainText('a thermos')
  await expect(preview(page).getByText('a thermos')).toBeVisible()
  await expect(status(page)).toContainText('Saved')
  await source(page).focus()
  await page.keyboard.press('Control+z')
  await expect(source(page)).toContainText('a flask')
  await expect(status(page)).toContainText('Edited')
})

test('an edited article is never overwritten silently: theirs or mine, as the writer says', async ({
  galley,
}) => {
  const page = await galley.start('harbour.md')
  const text = galley.text('harbour.md')
  await field(page, 'title').fill('Mine')
  galley.write('harbour.md', text.replace('A harbour in winter  #', 'Theirs  #'))
  await expect(page.getByRole('button', { name: 'Compare' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Not saved')
  expect(galley.text('harbour.md')).toContain('title: Theirs')
  await page.getByRole('button', { name: 'Compare' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('title: Theirs')
  await expect(dialog).toContainText('title: Mine')
  await dialog.getByRole('button', { name: /mine/i }).click()
  await expect(status(page)).toContainText('Saved')
  expect(galley.text('harbour.md')).toBe(text.replace('A harbour in winter  #', 'Mine  #'))
})

test('taking theirs shows the text of the disk, and undo brings mine back', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  const text = galley.text('harbour.md')
  await field(page, 'title').fill('Mine')
  galley.write('harbour.md', text.replace('A harbour in winter  #', 'Theirs  #'))
  await page.getByRole('button', { name: /take theirs/i }).click()
  await expect(field(page, 'title')).toHaveValue('Theirs')
  await expect(status(page)).toContainText('Saved')
  await source(page).focus()
  await page.keyboard.press('Control+z')
  await expect(field(page, 'title')).toHaveValue('Mine')
})

test('a rewrite by rename is noticed, and so is the next one', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await expect(source(page)).toContainText('a flask')
  const text = galley.text('harbour.md')
  for (const word of ['a bottle', 'a canteen']) {
    writeFileSync(galley.path('next.tmp'), text.replace('a flask', word))
    renameSync(galley.path('next.tmp'), galley.path('harbour.md'))
    await expect(source(page)).toContainText(word)
  }
})

test('a deleted file is said, the text stays, and saving brings the file back', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  const text = galley.text('harbour.md')
  await expect(source(page)).toContainText('a flask')
  rmSync(galley.path('harbour.md'))
  await expect(page.getByText(/deleted|no longer/i).first()).toBeVisible()
  await expect(source(page)).toContainText('a flask')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  expect(galley.text('harbour.md')).toBe(text)
})

test('the text of a file deleted by another program survives a killed shell', async ({ galley }) => {
  let page = await galley.start('harbour.md')
  await expect(source(page)).toContainText('a flask')
  rmSync(galley.path('harbour.md'))
  await expect(page.getByText(/deleted|no longer/i).first()).toBeVisible()
  await galley.journalled(['a flask'])
  await galley.kill()
  page = await galley.start()
  await expect(source(page)).toContainText('a flask')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  expect(galley.text('harbour.md')).toContain('a flask')
})

test('a save that cannot be made says so and keeps the text', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await field(page, 'title').fill('Kept')
  rmSync(galley.folder, { recursive: true })
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Not saved')
  await expect(field(page, 'title')).toHaveValue('Kept')
})

test('a shell that is gone is said; what is typed meanwhile stays', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  await expect(source(page)).toContainText('a flask')
  await galley.kill()
  await expect(page.getByText(/connection|not connected|lost/i).first()).toBeVisible()
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of rum')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Not saved')
  await expect(source(page)).toContainText('a flask of rum')
})

test('a clean article follows what another page of the same Galley saves, an edited one asks', async ({
  galley,
  context,
}) => {
  const page = await galley.start('harbour.md')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(source(other)).toContainText('a flask')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of tea')
  await page.keyboard.press('Control+s')
  await expect(source(other)).toContainText('a flask of tea')
  await expect(status(other)).toContainText('Saved')
  await caretAfter(other, 'a flask of tea')
  await other.keyboard.type(' and a cup')
  await caretAfter(page, 'a flask of tea')
  await page.keyboard.type(', hot')
  await page.keyboard.press('Control+s')
  await expect(other.locator('.bars').getByRole('button', { name: 'Keep mine' })).toBeVisible()
  await expect(source(other)).toContainText('a flask of tea and a cup')
  await expect(status(page)).toContainText('Saved')
})
