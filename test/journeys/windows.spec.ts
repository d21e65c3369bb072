import { expect, test } from './galley.ts'
import { source, tabs } from './page.ts'

test('a new window is a page of the same Galley, and an unsaved article moves there with its text', async ({
  galley,
}) => {
  const page = await galley.start('harbour.md')
  await page.keyboard.press('Control+n')
  await source(page).focus()
  await page.keyboard.insertText('typed, never saved')

  const moved = await galley.windowAfter(() => galley.menu(page, 'File', 'Move Article to New Window'))
  await expect(source(moved)).toContainText('typed, never saved')
  await expect(tabs(moved)).toHaveCount(1)
  await expect(tabs(moved)).toHaveAccessibleName(/unsaved/)
  await expect(tabs(page)).toHaveCount(1)
  await expect(tabs(page)).toHaveAccessibleName(/harbour\.md/)
  await galley.journalled(['typed, never saved'])

  const empty = await galley.windowAfter(() => moved.keyboard.press('Control+Shift+n'))
  await expect(empty.getByRole('status', { name: 'Status' })).toBeVisible()
  await expect(tabs(empty)).toHaveCount(0)
})

test('a saved article moves to a window of its own', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  const moved = await galley.windowAfter(() => galley.menu(page, 'File', 'Move Article to New Window'))
  await expect(tabs(moved)).toHaveAccessibleName(/harbour\.md/)
  await expect(tabs(page)).toHaveCount(0)
})
