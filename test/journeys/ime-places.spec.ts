import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { caretAfter, field, form, preview, source, status } from './page.ts'
import { expect, test } from './galley.ts'

/** An input method as the browser's input protocol has it. */
async function inputMethod(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page)
}

/** Shows a composition, as the keys of a pinyin input method do one after another. */
async function compose(input: CDPSession, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const { length } = text
    await input.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length })
  }
}

/** Enter that the input method takes: the page sees key code 229 (UI Events). */
async function enterOfMethod(input: CDPSession, committed: string): Promise<void> {
  const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 }
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await input.send('Input.insertText', { text: committed })
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

async function saved(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
}

test('Enter that ends a composition goes on with no list, task, quote or table', async ({ galley }) => {
  galley.write('places.md', '- one\n\n> two\n\n| three |\n| --- |\n\n- [ ] four\n')
  const page = await galley.instead('places.md')
  const input = await inputMethod(page)
  for (const [after, text] of [
    ['one', '港'],
    ['two', '灯'],
    ['three', '船'],
    ['four', '冬'],
  ] as const) {
    await caretAfter(page, after)
    await compose(input, 'g', 'ga', 'gang')
    await expect(source(page)).toContainText(`${after}gang`)
    await enterOfMethod(input, text)
    await expect(source(page)).toContainText(`${after}${text}`)
  }
  await saved(page)
  expect(galley.text('places.md')).toBe('- one港\n\n> two灯\n\n| three船 |\n| --- |\n\n- [ ] four冬\n')
})

test('saving by itself, the preview and the form leave a composition alone', async ({ galley }) => {
  mkdirSync(galley.dataDir, { recursive: true })
  writeFileSync(join(galley.dataDir, 'settings.json'), JSON.stringify({ autosave: 'afterPause' }))
  galley.write('slow.md', '---\ntitle: x\n---\n\nbegin\n')
  const page = await galley.start('slow.md')
  const input = await inputMethod(page)
  await caretAfter(page, 'begin')
  await page.keyboard.type(' typed ')
  await compose(input, 'h', 'ha', 'hai')
  // What is typed is kept from a crash and shown while the composition is open; it is saved when that is done.
  await galley.journalled(['begin typed hai'])
  await expect(preview(page).getByText('begin typed')).toBeVisible()
  await expect(status(page)).toContainText('Edited')
  await compose(input, 'haig', 'haigang')
  await expect(source(page)).toContainText('begin typed haigang')
  await input.send('Input.insertText', { text: '海港' })
  await expect(source(page)).toContainText('begin typed 海港')
  await expect(preview(page).getByText('begin typed 海港')).toBeVisible()
  await expect.poll(() => galley.text('slow.md')).toBe('---\ntitle: x\n---\n\nbegin typed 海港\n')
  await expect(field(page, 'title')).toHaveValue('x')
})

test('a composition is one step to undo', async ({ galley }) => {
  galley.write('undo.md', 'begin\n')
  const page = await galley.instead('undo.md')
  const input = await inputMethod(page)
  await caretAfter(page, 'begin')
  await compose(input, 'h', 'ha', 'hai', 'haig', 'haigang')
  await input.send('Input.insertText', { text: '海港' })
  await expect(source(page)).toContainText('begin海港')
  await page.keyboard.press('Control+z')
  await expect(source(page)).toHaveText('begin')
  await page.keyboard.press('Control+y')
  await expect(source(page)).toHaveText('begin海港')
})

test('Enter that ends a composition adds no tag, finds nothing and runs no command', async ({ galley }) => {
  galley.write('tags.md', '---\ntags:\n  - sea\n---\n\n海港 灯\n')
  const page = await galley.instead('tags.md')
  const input = await inputMethod(page)

  await field(page, 'tags').focus()
  await compose(input, 'd', 'de', 'deng')
  await enterOfMethod(input, '灯')
  await expect(field(page, 'tags')).toHaveValue('灯')
  await expect(form(page).getByText('灯', { exact: true })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(field(page, 'tags')).toHaveValue('')
  await saved(page)
  expect(galley.text('tags.md')).toBe('---\ntags:\n  - sea\n  - 灯\n---\n\n海港 灯\n')

  await source(page).focus()
  await page.keyboard.press('Control+f')
  const find = page.locator('.cm-find input').first()
  await compose(input, 'h', 'hai')
  await enterOfMethod(input, '海港')
  await expect(find).toHaveValue('海港')
  await expect(find).toBeFocused()
  await expect(page.locator('.cm-searchMatch')).toHaveCount(1)
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+Shift+p')
  const palette = page.getByRole('combobox', { name: 'Commands' })
  await palette.waitFor()
  await compose(input, 'b', 'bo')
  await enterOfMethod(input, 'bold')
  await expect(palette).toHaveValue('bold')
  await expect(palette).toBeFocused()
  await page.keyboard.press('Escape')
  expect(galley.text('tags.md')).toContain('海港 灯')
})

test('full-width brackets that an input method writes close, and are typed over', async ({ galley }) => {
  galley.write('marks.md', 'begin\n')
  const page = await galley.instead('marks.md')
  const input = await inputMethod(page)
  await caretAfter(page, 'begin')
  for (const text of ['「', '《', '港', '》', '」', '。']) {
    await compose(input, text)
    await input.send('Input.insertText', { text })
  }
  await expect(source(page)).toHaveText('begin「《港》」。')
  await saved(page)
  expect(galley.text('marks.md')).toBe('begin「《港》」。\n')
})
