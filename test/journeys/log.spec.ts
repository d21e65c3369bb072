import { expect, onlyInTheBrowser, test } from './galley.ts'

onlyInTheBrowser('the desktop shows the file in its folder')

test('a failure of the page is noted in the log, which Help shows', async ({ galley }) => {
  const page = await galley.start()
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('a journey failed on purpose')
    }, 0)
  })
  const show = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Help', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Show Log' }).click()
  }
  await show()
  const dialog = page.getByRole('dialog', { name: 'Log' })
  await expect(dialog).toContainText('a journey failed on purpose')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
})
