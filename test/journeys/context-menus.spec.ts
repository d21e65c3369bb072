import { expect, test } from './galley.ts'
import { preview, source, status, tabs } from './page.ts'

test('a tab has a menu: close the others, copy its path', async ({ galley }) => {
  galley.write('one.md', 'one')
  galley.write('two.md', 'two')
  const page = await galley.start('one.md', 'two.md', 'harbour.md')
  await expect(tabs(page)).toHaveCount(3)

  const ask = (): Promise<void> => tabs(page).nth(1).click({ button: 'right' })
  expect((await galley.popup(page, ask)).slice(0, 4)).toEqual([
    'Close',
    'Close Others',
    'Close All',
    'Copy Path',
  ])
  await galley.choose(page, 'Copy Path')
  await expect.poll(() => galley.clipboard(page)).toBe(galley.path('two.md'))

  await galley.popup(page, async () => {
    await tabs(page).nth(1).focus()
    await page.keyboard.press('Shift+F10')
  })
  await galley.choose(page, null)
  await expect(page.getByRole('menu')).toHaveCount(0)

  await galley.popup(page, ask)
  await galley.choose(page, 'Close Others')
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
  await galley.popup(page, () => tabs(page).first().click({ button: 'right' }))
  await galley.choose(page, 'Close All')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Untitled 1')
  await expect(question).toContainText('Untitled 2')
  await question.getByRole('button', { name: /discard|don’t save/i }).click()
  await expect(tabs(page)).toHaveCount(0)
})

test('the preview has a menu for links, images and its place in the source', async ({ galley }) => {
  galley.write(
    'menu.md',
    'intro\n\n[a link](https://example.org/x)\n\n![pic](https://example.org/p.png)\n\nlast words\n',
  )
  const page = await galley.instead('menu.md')
  const frame = preview(page)

  const onLink = await galley.popup(page, () =>
    frame.getByRole('link', { name: 'a link' }).click({ button: 'right' }),
  )
  expect(onLink).toContain('Open Link')
  await galley.choose(page, 'Copy Link Address')
  await expect.poll(() => galley.clipboard(page)).toBe('https://example.org/x')

  await galley.popup(page, () => frame.locator('.galley-remote').click({ button: 'right' }))
  await galley.choose(page, 'Copy Image Address')
  await expect.poll(() => galley.clipboard(page)).toBe('https://example.org/p.png')

  await galley.popup(page, () => frame.getByText('last words').click({ button: 'right' }))
  await galley.choose(page, 'Show in Source')
  await expect(source(page)).toBeFocused()
  await expect(status(page)).toContainText('Ln 7')
})
