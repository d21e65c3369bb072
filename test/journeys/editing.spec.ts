import type { Page } from '@playwright/test'
import { caretAfter, field, preview, source, status, tabs } from './page.ts'
import { expect, test } from './galley.ts'

/** Runs a command by its name. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** Saves, and gives the file's text once it holds what was typed. */
async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
}

test('commands and keys change what they are to change and nothing else', async ({ galley }) => {
  test.setTimeout(120000)
  await test.step('cutting the whole body leaves the hidden front matter alone, and pasting brings it back', async () => {
    const before = galley.text('paper-lanterns.txt')
    const page = await galley.instead('paper-lanterns.txt')
    await source(page).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+x')
    await expect(source(page)).not.toContainText('编者按')
    await page.keyboard.press('Backspace')
    await expect(field(page, 'title')).toHaveValue('纸灯笼：一条老街的夜晚')
    await page.keyboard.press('Control+v')
    await expect(source(page)).toContainText('编者按')
    await expect(status(page)).toContainText('Saved')
    await save(page)
    expect(galley.text('paper-lanterns.txt')).toBe(before)
  })
  await test.step('Enter continues a list in an HTML body, and a second one leaves it', async () => {
    const page = await galley.instead('list.html', '<ul>\n  <li>rope</li>\n</ul>\n')
    await caretAfter(page, 'rope')
    await page.keyboard.press('Enter')
    await page.keyboard.type('lamp')
    await expect(preview(page).getByRole('listitem')).toHaveCount(2)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('<p>done')
    await save(page)
    expect(galley.text('list.html')).toMatch(/^<ul>\n {2}<li>rope<\/li>\n {2}<li>lamp<\/li>\n<\/ul>\n<p>done/)
  })
  await test.step('an element in a Markdown body toggles off, and an underlined heading takes its marks', async () => {
    const page = await galley.instead('mixed.md', 'Tides\n=====\n\nlow <strong>water</strong> now\n')
    await caretAfter(page, 'wat')
    await page.keyboard.press('Control+b')
    await caretAfter(page, 'Tid')
    await page.keyboard.press('Control+Alt+h')
    await save(page)
    expect(galley.text('mixed.md')).toBe('## Tides\n\nlow water now\n')
  })
  await test.step('a regular expression replaces everywhere, and one undo takes it back', async () => {
    const text = '---\ntitle: the\n---\n\nthe cat, the dog\n'
    const page = await galley.instead('find.md', text)
    await source(page).focus()
    await page.keyboard.press('Control+Alt+f')
    await page.getByRole('button', { name: 'Regular expression' }).click()
    await page.getByRole('textbox', { name: 'Find' }).fill('t(h)e')
    await page.getByRole('textbox', { name: 'Replace with' }).fill('<$1>')
    await page.getByRole('button', { name: 'Replace all' }).click()
    await expect(source(page)).toContainText('<h> cat, <h> dog')
    await expect(field(page, 'title')).toHaveValue('the')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect(source(page)).toContainText('the cat, the dog')
    await expect(status(page)).toContainText('Saved')
  })
  await test.step('a file with CRLF keeps it through edits in the form and in the source', async () => {
    const page = await galley.instead('crlf.md', '---\r\ntitle: One\r\n---\r\n\r\nfirst\r\nsecond\r\n')
    await field(page, 'title').fill('Two')
    await caretAfter(page, 'first')
    await page.keyboard.press('Enter')
    await page.keyboard.type('new')
    await save(page)
    expect(galley.text('crlf.md')).toBe('---\r\ntitle: Two\r\n---\r\n\r\nfirst\r\nnew\r\nsecond\r\n')
  })
  await test.step('each block runs in the direction of its own text, in the source and in the preview', async () => {
    const page = await galley.instead('both.md', 'Down to the harbour.\n\nהים שקט הבוקר.\n\n- רשת\n- סירה\n')
    const line = (text: string) => source(page).locator('.cm-line', { hasText: text })
    await expect(line('harbour')).toHaveCSS('direction', 'ltr')
    await expect(line('הים')).toHaveCSS('direction', 'rtl')
    await expect(preview(page).getByText('Down to the harbour.')).toHaveCSS('direction', 'ltr')
    await expect(preview(page).getByText('הים שקט')).toHaveCSS('direction', 'rtl')
    await expect(preview(page).getByText('סירה')).toHaveCSS('direction', 'rtl')
  })
  await test.step('the find panel speaks another language as soon as the page does', async () => {
    const page = await galley.instead('harbour.md')
    await source(page).focus()
    await page.keyboard.press('Control+f')
    await expect(page.getByRole('search', { name: 'Find and replace' })).toBeVisible()
    await command(page, '简体中文')
    await expect(page.getByRole('search', { name: '查找和替换' })).toBeVisible()
    await expect(page.getByRole('button', { name: '全部替换' })).toBeVisible()
  })
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
]) {
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport })
    test('nothing but the caret moves while the writer types', async ({ galley }) => {
      const page = await galley.start('harbour.md')
      await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
      await source(page).focus()
      await page.keyboard.press('Control+End')
      await page.evaluate(() => {
        const shifts: string[] = []
        Object.assign(window, { shifts })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            sources: { node: Node | null }[]
          })[]) {
            for (const { node } of entry.sources) {
              const element = node instanceof Element ? node : node?.parentElement
              if (!element?.closest('.cm-cursorLayer')) shifts.push(element?.outerHTML.slice(0, 120) ?? '')
            }
          }
        }).observe({ type: 'layout-shift' })
      })
      await page.keyboard.type('A line that is typed at the end of the text.')
      await page.keyboard.press('Enter')
      await page.keyboard.type('# And a heading')
      await expect(preview(page).getByRole('heading', { name: 'And a heading' })).toBeVisible()
      await expect(status(page)).toContainText('Edited')
      expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([])
    })
  })
}

test('scripts and styles inside HTML are coloured as soon as their languages are there', async ({
  galley,
}) => {
  galley.write('page.html', '<p style="color: red">Hello</p>\n<script>const answer = 42</script>\n')
  galley.write('raw.md', 'Hello\n\n<style>p { margin: 0 }</style>\n')
  const page = await galley.start('raw.md', 'page.html')
  const token = (text: string) => source(page).locator('span', { hasText: new RegExp(`^${text}$`) })
  await expect(token('const')).toBeVisible()
  await expect(token('42')).toBeVisible()
  await expect(token('color')).toBeVisible()
  await tabs(page).first().click()
  await expect(token('margin')).toBeVisible()
})
