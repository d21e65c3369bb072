import { expect, test } from './galley.ts'
import { preview, source, status, tabs } from './page.ts'

test('a tab has a menu: close the others, copy its path', async ({ galley, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  galley.write('one.md', 'one')
  galley.write('two.md', 'two')
  const page = await galley.start('one.md', 'two.md', 'harbour.md')
  await expect(tabs(page)).toHaveCount(3)

  await tabs(page).nth(1).click({ button: 'right' })
  const menu = page.getByRole('menu', { name: 'Article two.md' })
  await expect(menu.getByRole('menuitem')).toHaveText([
    'Close',
    'Close Others',
    'Close All',
    'Copy Path',
    'Move to New Window',
  ])
  await menu.getByRole('menuitem', { name: 'Copy Path' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(galley.path('two.md'))

  await tabs(page).nth(1).focus()
  await page.keyboard.press('Shift+F10')
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)

  await tabs(page).nth(1).click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Close Others' }).click()
  await expect(tabs(page)).toHaveCount(1)
  await expect(tabs(page)).toHaveAccessibleName(/two\.md/)
})

test('closing all asks once about everything unsaved', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  for (const text of ['first', 'second']) {
    await page.keyboard.press('Control+n')
    await source(page).focus()
    await page.keyboard.insertText(text)
  }
  await tabs(page).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Close All' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Untitled 1')
  await expect(question).toContainText('Untitled 2')
  await question.getByRole('button', { name: /discard|don’t save/i }).click()
  await expect(tabs(page)).toHaveCount(0)
})

test('the preview has a menu for links, images and its place in the source', async ({ galley, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  galley.write(
    'menu.md',
    'intro\n\n[a link](https://example.org/x)\n\n![pic](https://example.org/p.png)\n\nlast words\n',
  )
  const page = await galley.start('menu.md')
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())

  await preview(page).getByRole('link', { name: 'a link' }).click({ button: 'right' })
  const menu = page.getByRole('menu', { name: 'Preview' })
  await expect(menu.getByRole('menuitem', { name: 'Open Link' })).toBeVisible()
  await menu.getByRole('menuitem', { name: 'Copy Link Address' }).click()
  await expect.poll(clipboard).toBe('https://example.org/x')

  await preview(page).locator('.galley-remote').click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Copy Image Address' }).click()
  await expect.poll(clipboard).toBe('https://example.org/p.png')

  await preview(page).getByText('last words').click({ button: 'right' })
  await expect(menu.getByRole('menuitem', { name: 'Copy', exact: true })).toBeDisabled()
  await menu.getByRole('menuitem', { name: 'Show in Source' }).click()
  await expect(source(page)).toBeFocused()
  await expect(status(page)).toContainText('Ln 7')
})
