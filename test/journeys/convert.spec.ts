import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './galley.ts'
import { preview, source, status } from './page.ts'

const SCRAPED = readFileSync(join(import.meta.dirname, '../fixtures/scraped.html'), 'utf8')
const HEAD = '---\ntitle:   "Kept as it is" # so\ntags: [a,  b]\n---\n\n'

/** Runs a command by its name, and gives the dialog it shows. */
async function ask(page: Page, name: string) {
  await page.keyboard.press('Control+Shift+p')
  await page.getByRole('combobox', { name: 'Commands' }).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  return page.getByRole('dialog', { name: /Convert|Format|Tidy|doctor/ })
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
}

test('an HTML body becomes Markdown and comes back with one undo, its format with it', async ({ galley }) => {
  const before = `${HEAD}<h2>Low water</h2>\n<p>The <strong>ferry</strong> waits.</p>\n<ul><li>rope</li><li>lamp</li></ul>\n`
  galley.write('tides.txt', before)
  const page = await galley.instead('tides.txt')
  await expect(status(page)).toContainText('HTML')
  await source(page).focus()
  const dialog = await ask(page, 'Convert to Markdown')
  await expect(dialog).toContainText('Nothing is lost')
  await expect(dialog.getByRole('listitem')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Convert' }).click()
  await expect(status(page)).toContainText('Markdown')
  await expect(preview(page).getByRole('heading', { name: 'Low water' })).toBeVisible()
  await save(page)
  expect(galley.text('tides.txt')).toBe(`${HEAD}## Low water\n\nThe **ferry** waits.\n\n- rope\n- lamp\n`)
  await page.keyboard.press('Control+z')
  await expect(status(page)).toContainText('HTML')
  await expect(preview(page).getByRole('heading', { name: 'Low water' })).toBeVisible()
  await save(page)
  expect(galley.text('tides.txt')).toBe(before)
  await page.keyboard.press('Control+Shift+z')
  await expect(status(page)).toContainText('Markdown')
})

test('Markdown becomes HTML with its formulas, and the file name that says otherwise is told', async ({
  galley,
}) => {
  galley.write('sum.md', `${HEAD}# Sum\n\nIt is $a^2$ :smile:[^n].\n\n[^n]: Seen.\n\n[spare]: /never\n`)
  const page = await galley.instead('sum.md')
  await source(page).focus()
  const dialog = await ask(page, 'Convert to HTML')
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByRole('listitem')).toContainText('[spare]: /never')
  await dialog.getByRole('button', { name: 'Convert' }).click()
  await save(page)
  const text = galley.text('sum.md')
  expect(text.startsWith(`${HEAD}<h1>Sum</h1>\n<p>It is <math`)).toBe(true)
  expect(text).toContain('😄<sup class="footnote-ref"><a href="#fn-n" id="fnref-n">1</a></sup>')
  expect(text).not.toMatch(/data-from|galley/)
  const again = await ask(page, 'Convert to Markdown')
  await expect(again).toContainText('Nothing is lost')
  await again.getByRole('button', { name: 'Convert' }).click()
  await save(page)
  expect(galley.text('sum.md')).toBe(`${HEAD}# Sum\n\nIt is $a^2$ 😄[^n].\n\n[^n]: Seen.\n`)
})

test('what a lossy conversion loses is listed with its place, and cancelling changes nothing', async ({
  galley,
}) => {
  const before = `${HEAD}<div class="lead">\n<p style="color: red">Red <span class="k">sky</span></p>\n</div>\n`
  galley.write('sky.html', before)
  const page = await galley.instead('sky.html')
  await source(page).focus()
  let dialog = await ask(page, 'Convert to Markdown')
  await expect(dialog).toContainText('would stay HTML')
  await dialog.getByLabel('Drop the styling').check()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'style="color: red" of <p>' })).toContainText(
    'Line 7',
  )
  await expect(dialog.getByRole('listitem').filter({ hasText: '<span>' })).toContainText('Lost')
  await dialog.getByRole('button', { name: 'Show line 7 in the source' }).first().click()
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('<p style="color: red">')
  await page.keyboard.press('ArrowRight')
  await expect(status(page)).toContainText('Saved')
  dialog = await ask(page, 'Convert to Markdown')
  await dialog.getByLabel('Drop the styling').check()
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Convert' }).click()
  const notice = page.getByText('is a name for HTML')
  await expect(notice).toBeVisible()
  await galley.saveAs(page, 'sky.md', () => page.getByRole('button', { name: 'Save As…' }).click())
  await expect(status(page)).toContainText('Saved')
  expect(galley.text('sky.md')).toBe(`${HEAD}Red sky\n`)
  expect(galley.text('sky.html')).toBe(before)
})

test('a selected table in a Markdown body becomes Markdown, and nothing around it changes', async ({
  galley,
}) => {
  galley.write(
    'mixed.md',
    'Before\n\n<table><thead><tr><th>a</th></tr></thead><tr><td>1</td></tr></table>\n\nAfter\n',
  )
  const page = await galley.instead('mixed.md')
  await source(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Control+End')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(status(page)).toContainText('selected')
  const dialog = await ask(page, 'Convert to Markdown')
  await expect(dialog).toContainText('Only the selection')
  await expect(dialog.getByRole('button', { name: 'Convert' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Convert' }).click()
  await save(page)
  expect(galley.text('mixed.md')).toMatch(/^Before\n\n\| a \|\n\| -+ \|\n\| 1 \|\n\nAfter\n$/)
})

test('Markdown is formatted beside the page; code, breaks and front matter stay', async ({ galley }) => {
  const body =
    'Title\n=====\n* 中文abc\n  一行\n* b\n\n\n\n```js\nlet  a=1\n```\n\n| a | b |\n|-|-|\n| 长一点 | 2 |\n\n**重点。**后文\n'
  galley.write('messy.md', HEAD + body)
  const page = await galley.instead('messy.md')
  await source(page).focus()
  const dialog = await ask(page, 'Format the Body')
  await expect(dialog).toContainText('Nothing is lost')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await save(page)
  const text = galley.text('messy.md')
  expect(
    text.startsWith(`${HEAD}Title\n=====\n\n- 中文abc\n  一行\n- b\n\n\`\`\`js\nlet  a=1\n\`\`\`\n\n| a `),
  ).toBe(true)
  expect(text.endsWith('\n\n**重点。**后文\n')).toBe(true)
  await page.keyboard.press('Control+z')
  await save(page)
  expect(galley.text('messy.md')).toBe(HEAD + body)
})

test('HTML is tidied without another rendering', async ({ galley }) => {
  galley.write('flat.html', '<DIV CLASS=a><p>One <b>two</b></p><ul><li>x</ul></DIV>')
  const page = await galley.instead('flat.html')
  await source(page).focus()
  const dialog = await ask(page, 'Format the Body')
  await expect(dialog).toContainText('Nothing is lost')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await save(page)
  expect(galley.text('flat.html')).toBe(
    '<div class="a">\n  <p>One <b>two</b></p>\n  <ul>\n    <li>x\n  </ul>\n</div>',
  )
})

test('the doctor shows what a scraped page brings along, and mends what is chosen in one step', async ({
  galley,
}) => {
  galley.write('scraped.html', SCRAPED)
  const page = await galley.instead('scraped.html')
  await source(page).focus()
  const dialog = await ask(page, 'HTML Doctor')
  await expect(dialog).toContainText('13 findings')
  await dialog.getByRole('button', { name: /分享|打赏/ }).click()
  await expect(dialog.getByText('(removed)')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Empty elements' }).uncheck()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'onclick' }).last()).toContainText('Lost')
  await dialog.getByRole('button', { name: 'Mend 11 Findings' }).click()
  await save(page)
  const text = galley.text('scraped.html')
  expect(text).toContain('.lead { color: teal; }')
  expect(text).toContain('<p>&nbsp;</p>')
  expect(text).not.toMatch(/打赏|utm_|onclick|data-post/)
  await page.keyboard.press('Control+z')
  await save(page)
  expect(galley.text('scraped.html')).toBe(SCRAPED)
})
