import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { caretAfter, field, form, preview, source, status } from './page.ts'
import { expect, test } from './galley.ts'

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
}

/** Runs a command by its title, as a writer does in the palette. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.insertText(title)
  await page.keyboard.press('Enter')
}

const EVERY_KIND = `---
# facts of the article
title: 'It''s a quay'   # quoted
description: >-
  Folded words
  of two lines
weight: 014
rating: 3 # of five
comments: yes please
draft: false
date: 2024-01-09 07:30:00   # morning
tags:   # by hand
 - sea
 - "winter"
author: {name: Ann, url: https://ann.test}
links:
- [a, {b: c}]
cover: images/quay.png
unknown:  kept
---

# Quay
`

test('each kind of control changes only its own characters, keeps notation and order, and is undone in one step', async ({
  galley,
}) => {
  test.setTimeout(120_000)
  await test.step('each kind of control changes only the characters of its own field', async () => {
    const page = await galley.instead('every.md', EVERY_KIND)
    await field(page, 'title').fill("It's the quay")
    await field(page, 'description').fill('New words')
    await field(page, 'rating').fill('4')
    await field(page, 'draft').press('Space')
    await field(page, 'date').fill('2024-01-10 07:30:00')
    await field(page, 'tags').fill('冬天')
    await field(page, 'tags').press('Enter')
    await field(page, 'name').fill('Bea')
    await field(page, 'links').fill('- [a, {b: d}]')
    await field(page, 'cover').fill('images/other.png')
    await field(page, 'unknown').fill('changed')
    await save(page)
    expect(galley.text('every.md')).toBe(
      EVERY_KIND.replace("It''s a quay", "It''s the quay")
        .replace('  Folded words\n  of two lines', '  New words')
        .replace('rating: 3', 'rating: 4')
        .replace('draft: false', 'draft: true')
        .replace('2024-01-09', '2024-01-10')
        .replace(' - "winter"\n', ' - "winter"\n - "冬天"\n')
        .replace('name: Ann', 'name: Bea')
        .replace('b: c', 'b: d')
        .replace('images/quay.png', 'images/other.png')
        .replace('unknown:  kept', 'unknown:  changed'),
    )
  })
  await test.step('an edit undone in the form gives the same bytes, and typing is one step', async () => {
    const page = await galley.instead('every.md', EVERY_KIND)
    await field(page, 'unknown').click()
    await page.keyboard.press('End')
    // However slow the machine is: by the page's clock the keys come in one go.
    const goOn = await page.evaluateHandle(() => {
      const { now } = Date
      const at = now()
      Date.now = () => at
      return () => void (Date.now = now)
    })
    await page.keyboard.type(' for good')
    await goOn.evaluate((go) => go())
    await expect(field(page, 'unknown')).toHaveValue('kept for good')
    await page.keyboard.press('Control+z')
    await expect(field(page, 'unknown')).toHaveValue('kept')
    await save(page)
    expect(galley.text('every.md')).toBe(EVERY_KIND)
  })
  await test.step('a date in RFC 1123 stays one when another day is chosen', async () => {
    const text = '---\ndate:  Tue, 14 Dec 2021 00:00:00 GMT   # kept\n---\n\nBody\n'
    const page = await galley.instead('date.md', text)
    await form(page).getByRole('button', { name: 'Choose date' }).click()
    await page.getByRole('button', { name: /December 17, 2021/ }).click()
    await expect(field(page, 'date')).toHaveValue('Fri, 17 Dec 2021 00:00:00 GMT')
    await page.keyboard.press('Escape')
    await save(page)
    expect(galley.text('date.md')).toBe(text.replace('Tue, 14', 'Fri, 17'))
  })
  await test.step('tags are reordered by keyboard, and the last change is undone', async () => {
    const text = "---\ntags:\n - sea # salt\n - 'winter'\n - quay\n---\n\nBody\n"
    const page = await galley.instead('tags.md', text)
    await form(page).getByRole('button', { name: 'sea', exact: true }).focus()
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Alt+ArrowRight')
    await expect(form(page).locator('.fm-chip-text')).toHaveText(['winter', 'quay', 'sea'])
    await page.keyboard.press('Control+z')
    await expect(form(page).locator('.fm-chip-text')).toHaveText(['winter', 'sea', 'quay'])
    await save(page)
    expect(galley.text('tags.md')).toBe("---\ntags:\n - 'winter'\n - sea # salt\n - quay\n---\n\nBody\n")
  })
  await test.step('suggestions come from the other articles of the folder', async () => {
    galley.write('mine.md', '---\ntags: [ink]\n---\n\nBody\n')
    galley.write('other.md', '---\ntags: [harbour lights, ink]\n---\n')
    const page = await galley.instead('mine.md')
    await field(page, 'tags').click()
    await page.keyboard.type('lights')
    await page.getByRole('option', { name: 'harbour lights' }).click()
    await save(page)
    expect(galley.text('mine.md')).toBe('---\ntags: [ink, harbour lights]\n---\n\nBody\n')
  })
  await test.step('groups take new entries, and lists of groups new groups', async () => {
    const text = '---\nauthor:\n  name: Ann\nlinks:\n  - name: One\n    url: a # first\n---\n\nBody\n'
    const page = await galley.instead('groups.md', text)
    await form(page).getByRole('combobox', { name: 'Add to author' }).fill('mail')
    await page.keyboard.press('Enter')
    await expect(field(page, 'mail')).toBeFocused()
    await page.keyboard.type('ann at home')
    await form(page).getByRole('button', { name: 'Add to links' }).click()
    await expect(form(page).locator('[data-path="links[1].name"] textarea')).toBeFocused()
    await page.keyboard.type('Two')
    await save(page)
    expect(galley.text('groups.md')).toBe(
      text
        .replace('name: Ann\n', 'name: Ann\n  mail: ann at home\n')
        .replace('# first\n', '# first\n  - name: Two\n    url:\n'),
    )
    await expect(preview(page).getByText('Body')).toBeVisible()
  })
})

test('what is wrong in the front matter is said and mended, in the form and in the text', async ({
  galley,
}) => {
  await test.step('a problem is mended at one click, in one undo step, the body untouched', async () => {
    const text = '---\ntitle：Colon\ndate: 2024-01-09\n---\n\nBody：x\n'
    const page = await galley.instead('colon.md', text)
    await form(page).locator('.fm-fix').first().click()
    await expect(field(page, 'title')).toHaveValue('Colon')
    await save(page)
    expect(galley.text('colon.md')).toBe(text.replace('title：Colon', 'title: Colon'))
    await field(page, 'title').focus()
    await page.keyboard.press('Control+z')
    await expect(field(page, 'title')).toHaveCount(0)
    await save(page)
    expect(galley.text('colon.md')).toBe(text)
  })
  await test.step('repairing everything shows the difference first', async () => {
    const text = '\n---\ntitle:Harbour\ntags:\n\t- sea\n---\n\ntitle:Body\n'
    const page = await galley.instead('broken.md', text)
    await command(page, 'Repair Front Matter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Repair the front matter')
    await expect(dialog).toContainText('title: Harbour')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(status(page)).toContainText('Saved')
    await command(page, 'Repair Front Matter')
    await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
    await expect(field(page, 'title')).toHaveValue('Harbour')
    await expect(form(page).getByText('sea')).toBeVisible()
    await save(page)
    expect(galley.text('broken.md')).toMatch(/^---\ntitle: Harbour\ntags:\n +- sea\n---\n\ntitle:Body\n$/)
  })
  await test.step('an error typed in the text leaves the fields above it editable, and is mended there', async () => {
    const text = '---\ntitle: Fine\nrating: 4\ntags: [a, b]\n---\n\nBody\n'
    const page = await galley.instead('raw.md', text)
    await page.keyboard.press('Control+Alt+m')
    await caretAfter(page, 'rating: 4')
    await page.keyboard.type('\nbroken: "open')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+Alt+m')
    await expect(
      form(page)
        .getByText(/line 4/i)
        .first(),
    ).toBeVisible()
    await expect(field(page, 'tags')).toHaveCount(0)
    await field(page, 'title').fill('Still fine')
    await page.keyboard.press('Control+Alt+m')
    await caretAfter(page, '"open')
    await page.keyboard.type('"')
    await page.keyboard.press('Control+Alt+m')
    await expect(field(page, 'broken')).toHaveValue('open')
    await expect(field(page, 'tags')).toBeVisible()
    await save(page)
    expect(galley.text('raw.md')).toContain('title: Still fine\nrating: 4\nbroken: "open"')
    expect(galley.text('raw.md')).toContain('tags: [a, b]\n---\n\nBody\n')
  })
})

test('front matter and fields are added, renamed, moved and removed', async ({ galley }) => {
  await test.step('front matter is added above the untouched body of a file without any', async () => {
    const page = await galley.instead('bare.md', '# Bare\r\n\r\nBody\r\n')
    await form(page).getByRole('button', { name: 'Add front matter' }).click()
    await expect(field(page, 'title')).toBeFocused()
    await page.keyboard.type('Named now')
    await save(page)
    expect(galley.text('bare.md')).toMatch(
      /^---\r\ntitle: Named now\r\ndate: [^\r\n]+\r\n---\r\n# Bare\r\n\r\nBody\r\n$/,
    )
  })
  await test.step('a field is added, renamed, moved and removed from the keyboard', async () => {
    const page = await galley.instead('keys.md', '---\ntitle: T # name\nweight: 3\n---\n\nBody\n')
    await form(page).getByRole('combobox', { name: 'Add field' }).focus()
    await page.keyboard.type('mood')
    await page.keyboard.press('Enter')
    await expect(field(page, 'mood')).toBeFocused()
    await page.keyboard.type('calm')
    await page.keyboard.press('Tab')
    const menu = (key: string) => form(page).locator(`[data-path="${key}"] .fm-menu-button`)
    await menu('mood').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Move up' }).press('Enter')
    await menu('weight').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Rename' }).press('Enter')
    await expect(form(page).getByRole('textbox', { name: 'New name for weight' })).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('order')
    await page.keyboard.press('Enter')
    await save(page)
    expect(galley.text('keys.md')).toBe('---\ntitle: T # name\nmood: calm\norder: 3\n---\n\nBody\n')
    await menu('mood').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Remove' }).press('Enter')
    await save(page)
    expect(galley.text('keys.md')).toBe('---\ntitle: T # name\norder: 3\n---\n\nBody\n')
  })
})

test("every format keeps its layout: TOML, JSON, Hexo's without an opening fence, CRLF with a byte order mark", async ({
  galley,
}) => {
  await test.step('TOML front matter keeps its comments, quotes and date', async () => {
    const text =
      '+++\n# site\ntitle = \'A quay\'\ndate = 2024-01-09T07:30:00+08:00 # local\ntags = [\n  "sea", # salt\n]\n[params]\n  mood = "calm"\n+++\n\nBody\n'
    const page = await galley.instead('hugo.md', text)
    await field(page, 'title').fill('Two quays')
    await field(page, 'mood').fill('rough')
    await field(page, 'tags').fill('ice')
    await field(page, 'tags').press('Enter')
    await save(page)
    expect(galley.text('hugo.md')).toBe(
      text
        .replace("'A quay'", "'Two quays'")
        .replace('"calm"', '"rough"')
        .replace('  "sea", # salt\n', '  "sea", # salt\n  "ice",\n'),
    )
  })
  await test.step('JSON front matter keeps its layout', async () => {
    const text = '{\n    "title": "A quay",\n    "tags": ["sea"],\n    "weight": 1.10\n}\n\nBody\n'
    const page = await galley.instead('bare-json.md', text)
    await field(page, 'title').fill('Two "quays"')
    await field(page, 'tags').fill('ice')
    await field(page, 'tags').press('Enter')
    await save(page)
    expect(galley.text('bare-json.md')).toBe(
      text.replace('"A quay"', '"Two \\"quays\\""').replace('["sea"]', '["sea", "ice"]'),
    )
  })
  await test.step("Hexo's form without an opening fence is edited as it stands", async () => {
    const text = 'title: Quay\ndate: 2024-01-09\ntags:\n- sea\n---\n\nBody\n\n---\n\nMore\n'
    const page = await galley.instead('hexo.md', text)
    await field(page, 'title').fill('Harbour')
    await save(page)
    expect(galley.text('hexo.md')).toBe(text.replace('Quay', 'Harbour'))
  })
  await test.step('line ends and byte order mark stay', async () => {
    const text = '\uFEFF---\r\ntitle: Quay\r\ntags:\r\n  - sea\r\n---\r\n\r\nBody\r\n'
    const page = await galley.instead('crlf.md', text)
    await field(page, 'tags').fill('ice')
    await field(page, 'tags').press('Enter')
    await field(page, 'title').fill('Harbour')
    await save(page)
    expect(galley.text('crlf.md')).toBe(
      text.replace('Quay', 'Harbour').replace('- sea\r\n', '- sea\r\n  - ice\r\n'),
    )
  })
})

test('a picture is chosen, kept where the folder has its pictures, and shown', async ({ galley }) => {
  await test.step('a picture is chosen, kept beside the article and shown', async () => {
    const picture = galley.bytes('images/quay.png')
    const page = await galley.instead('cover.md', '---\ncover: "" # picture\n---\n\nBody\n')
    await form(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'New quay.png', mimeType: 'image/png', buffer: picture })
    await expect(field(page, 'cover')).toHaveValue('images/New-quay.png')
    await expect(form(page).locator('.fm-picture[data-state=shown]')).toBeVisible()
    await save(page)
    expect(galley.text('cover.md')).toBe('---\ncover: "images/New-quay.png" # picture\n---\n\nBody\n')
    expect(galley.bytes('images/New-quay.png').equals(picture)).toBe(true)
  })
  await test.step('in a Hexo site a picture goes to source/images, and the address counts from the root', async () => {
    mkdirSync(galley.path('source/_posts'), { recursive: true })
    galley.write('_config.yml', 'title: Site\n')
    const page = await galley.instead('source/_posts/post.md', '---\ntitle: P\ncover:\n---\n\nBody\n')
    await form(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'q.png', mimeType: 'image/png', buffer: galley.bytes('images/quay.png') })
    await expect(field(page, 'cover')).toHaveValue('/images/q.png')
    await expect(form(page).locator('.fm-picture[data-state=shown]')).toBeVisible()
    expect(galley.bytes('source/images/q.png').equals(galley.bytes('images/quay.png'))).toBe(true)
  })
})

test('an article without a name is to be saved before it takes a picture', async ({ galley }) => {
  const page = await galley.start()
  await page.keyboard.press('Control+n')
  await source(page).focus()
  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.insertText('---\ncover: a.png\n---\n')
  await page.keyboard.press('Control+Alt+m')
  await form(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'q.png', mimeType: 'image/png', buffer: galley.bytes('images/quay.png') })
  await expect(form(page).getByText(/Save the article first/)).toBeVisible()
  await expect(field(page, 'cover')).toHaveValue('a.png')
})
