import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { field, form, status } from './page.ts'
import { expect, test } from './galley.ts'

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
}

test('front matter that is added takes the format of the other articles of the folder', async ({
  galley,
}) => {
  galley.write('hugo.toml', 'title = "Site"\n')
  mkdirSync(galley.path('content/posts'), { recursive: true })
  galley.write('content/posts/one.md', '+++\ntitle = "One"\n+++\n\nOne\n')
  galley.write('content/posts/two.md', '+++\ntitle = "Two"\n+++\n\nTwo\n')
  galley.write('content/posts/new.md', '# New\n')
  const page = await galley.instead('content/posts/new.md')
  await form(page).getByRole('button', { name: 'Add front matter' }).click()
  await expect(field(page, 'title')).toBeFocused()
  await page.keyboard.type('Harbour')
  await save(page)
  expect(galley.text('content/posts/new.md')).toMatch(
    /^\+\+\+\ntitle = "Harbour"\ndate = [^\n]+\n\+\+\+\n# New\n$/,
  )
})

test('the writer chooses whose fields are known, at once and for every article of the folder', async ({
  galley,
}) => {
  galley.write('plain.md', '---\ntitle: Quay\n---\n\nBody\n')
  galley.write('other.md', '---\ntitle: Other\n---\n\nBody\n')
  const page = await galley.instead('plain.md')
  const offered = async () => {
    await form(page).getByRole('combobox', { name: 'Add field' }).fill('disableNunjucks')
    const offers = await page.getByRole('option').allTextContents()
    await form(page).getByRole('combobox', { name: 'Add field' }).fill('')
    await page.keyboard.press('Escape')
    return offers.join()
  }
  expect(await offered()).toContain('A key of your own')
  await form(page).getByRole('button', { name: 'Known fields: Automatic (General)' }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'Hexo', exact: true }).press('Enter')
  await expect(form(page).getByRole('button', { name: 'Known fields: Hexo' })).toBeVisible()
  expect(await offered()).not.toContain('A key of your own')
  await expect.poll(() => galley.settings()).toContain('"hexo"')
  await galley.open(galley.path('other.md'))
  await expect(field(page, 'title')).toHaveValue('Other')
  await form(page).getByRole('button', { name: 'Known fields: Hexo' }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'Automatic (General)' }).press('Enter')
  await expect(form(page).getByRole('button', { name: 'Known fields: Automatic (General)' })).toBeVisible()
  await expect.poll(() => galley.settings()).not.toContain('"hexo"')
})

test("the folder's galley.json gives fields their controls, and its errors are said", async ({ galley }) => {
  const properties = {
    mood: { enum: ['calm', 'rough'], title: 'Mood', description: 'How the sea is' },
    mast: { type: 'spar' },
  }
  galley.write('galley.json', JSON.stringify({ properties, required: ['mood'] }))
  galley.write('schema.md', '---\ntitle: Quay\nmood: calm\n---\n\nBody\n')
  const page = await galley.instead('schema.md')
  await expect(
    form(page)
      .getByText(/galley\.json/)
      .first(),
  ).toBeVisible()
  await field(page, 'mood').selectOption('rough')
  await save(page)
  expect(galley.text('schema.md')).toBe('---\ntitle: Quay\nmood: rough\n---\n\nBody\n')
})
