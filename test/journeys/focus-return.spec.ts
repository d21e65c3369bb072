import type { Locator, Page } from '@playwright/test'
import { expect, onlyInTheBrowser, test } from './galley.ts'
import { asDesktop, standBetween } from './between.ts'
import { field, preview, source, status } from './page.ts'
import { run } from './states.ts'

onlyInTheBrowser('its file dialogs and menus are drawn in the page')

const BY_KEY = ['Control+o', 'Control+Alt+o', 'Control+Shift+s', 'Control+,', 'Control+p', 'Control+g', 'F1']
const BY_PALETTE = [
  'file.open',
  'help.markdown',
  'help.about',
  'article.doctor',
  'article.toMarkdown',
] as const

const dialog = (page: Page) => page.locator('.modal-backdrop [role$="dialog"]')

/** Closes the dialog that is shown, and with it whatever is open in it. */
async function cancel(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape')
      return dialog(page).count()
    })
    .toBe(0)
}

test('a dialog that is cancelled leaves the focus where it was, however it is asked for', async ({
  galley,
}) => {
  test.setTimeout(120_000)
  await test.step('a dialog that is cancelled leaves the focus where it was, asked for by key, palette or menu', async () => {
    const page = await galley.instead('paper-lanterns.txt')
    await expect(preview(page).getByText('连竹骨的影子都看得见')).toBeVisible()
    const author = field(page, 'author')
    const isBack = async (place: Locator, what: string): Promise<void> => {
      await dialog(page).waitFor()
      await cancel(page)
      await expect(place, what).toBeFocused()
    }
    for (const [index, key] of BY_KEY.entries()) {
      const place = index % 2 === 0 ? author : source(page)
      await place.focus()
      await page.keyboard.press(key)
      await isBack(place, key)
    }
    for (const id of BY_PALETTE) {
      await author.focus()
      await run(id)(page)
      await isBack(author, `${id} by palette`)
    }
    await author.focus()
    await galley.menu(page, 'Help', 'About Galley')
    await isBack(author, 'from the menu')
  })
  await test.step('so do those that look at an article, repair it, or ask for a tag', async () => {
    const page = await galley.instead('paper-lanterns.txt')
    const author = field(page, 'author')
    for (const id of ['article.history', 'article.repair', 'format.wrapTag', 'help.log'] as const) {
      await author.focus()
      await run(id)(page)
      await dialog(page).waitFor()
      await cancel(page)
      await expect(author, id).toBeFocused()
    }
  })
})

test('a dialog that was confirmed leaves the focus where it was, or where it led', async ({ galley }) => {
  const page = await galley.start('harbour.md')
  const title = field(page, 'title')
  await title.focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' again')
  await galley.saveAs(page, 'copy.md', () => page.keyboard.press('Control+Shift+s'))
  await expect(status(page)).toContainText('Saved')
  await expect(title).toBeFocused()
  await page.keyboard.press('Control+,')
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(title).toBeFocused()
  await page.keyboard.press('Control+g')
  await page.keyboard.type('14')
  await page.keyboard.press('Enter')
  await expect(source(page)).toBeFocused()
  await page.keyboard.type('Salt. ')
  await page.keyboard.press('Control+w')
  await dialog(page).getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(source(page)).toBeFocused()
  await run('article.toHtml')(page)
  await dialog(page).waitFor()
  await dialog(page).locator('.button.primary').click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(source(page)).toBeFocused()
  await galley.open(galley.path('paper-lanterns.txt'))
  await expect(source(page)).toBeFocused()
})

test('so do the dialogs of an export as a PDF, the first and the one it leads to', async ({
  galley,
  page,
}) => {
  const desktop = asDesktop([])
  const { tell } = await standBetween(page, {
    ...desktop,
    answer: (request) => (request.method === 'dialog.save' ? null : desktop.answer?.(request)),
  })
  await galley.start('harbour.md')
  const title = field(page, 'title')
  for (const confirm of [false, true]) {
    await title.focus()
    tell('command.run', { id: 'file.exportPdf' })
    await dialog(page).waitFor()
    if (confirm) await dialog(page).getByRole('button', { name: 'Choose Where…' }).press('Enter')
    else await cancel(page)
    await expect(dialog(page)).toHaveCount(0)
    await expect(title, confirm ? 'confirmed' : 'cancelled').toBeFocused()
  }
})

test('the second dialog of a row that is cancelled leaves the focus where it was before the first', async ({
  galley,
}) => {
  galley.write('mine.json', '{"lineNumbers": true}')
  const page = await galley.instead('harbour.md')
  const title = field(page, 'title')
  await title.focus()
  await galley.saveAs(page, 'paper-lanterns.txt', () => page.keyboard.press('Control+Shift+s'))
  await dialog(page).getByRole('button', { name: 'Replace' }).waitFor()
  await cancel(page)
  await expect(title, 'overwrite').toBeFocused()
  await page.keyboard.press('Control+,')
  const importing = async (): Promise<void> => {
    await dialog(page).getByRole('button', { name: 'Import…' }).press('Enter')
    await dialog(page).getByRole('button', { name: 'Export…' }).waitFor({ state: 'detached' })
  }
  await galley.open(galley.path('mine.json'), importing)
  await dialog(page).getByRole('button', { name: 'Change Settings' }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(dialog(page).getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect.poll(() => dialog(page).evaluate((it) => it.contains(document.activeElement))).toBe(true)
  await cancel(page)
  await expect(title, 'import').toBeFocused()
})

test('a bar over the article gives the focus back when what was pressed in it goes', async ({ galley }) => {
  galley.write('shared.md', '# Shared\n')
  const page = await galley.start('.', 'shared.md')
  const bar = page.locator('.bar')
  const disagree = async (theirs: string): Promise<void> => {
    await source(page).focus()
    await page.keyboard.type('Mine. ')
    galley.write('shared.md', theirs)
    await bar.getByRole('button', { name: 'Compare' }).waitFor()
  }
  for (const name of ['Compare', 'Merge']) {
    await disagree(`# Shared by others, ${name}\n`)
    await bar.getByRole('button', { name }).press('Enter')
    await dialog(page).locator('.cm-content').first().waitFor()
    await cancel(page)
    await expect(bar.getByRole('button', { name }), name).toBeFocused()
    await bar.getByRole('button', { name }).press('Enter')
    await dialog(page).getByRole('button', { name: 'Use' }).press('Enter')
    await expect(bar).toHaveCount(0)
    await expect(source(page), name).toBeFocused()
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Saved')
  }
  await disagree('# Shared by others, again\n')
  await bar.getByRole('button', { name: 'Take Theirs' }).click()
  await expect(source(page)).toBeFocused()
  for (const name of ['Undo', 'Dismiss']) {
    await run('file.closeFolder')(page)
    await bar.getByRole('button', { name }).click()
    await expect(bar).toHaveCount(0)
    await expect(source(page), name).toBeFocused()
  }
})
