import { field, preview, source, status } from './page.ts'
import { expect, test } from './galley.ts'

test('Chinese composition is undisturbed in the source and reaches the preview', async ({ galley }) => {
  galley.write('ime.md', '---\ntitle: x\n---\n\n开头\n')
  const page = await galley.instead('ime.md')
  const input = await page.context().newCDPSession(page)
  await source(page).focus()
  await page.keyboard.press('Control+End')
  for (const text of ['n', 'ni', 'ni h', 'ni hao']) {
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
    await expect(source(page)).toContainText(text)
  }
  await input.send('Input.insertText', { text: '你好' })
  await expect(source(page)).toContainText('你好')
  await expect(source(page)).not.toContainText('ni hao')
  await expect(preview(page).getByText('你好')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  expect(galley.text('ime.md')).toBe('---\ntitle: x\n---\n\n开头\n你好')
})

test('composition in a field of the form writes once, when it is done', async ({ galley }) => {
  galley.write('ime.md', '---\ntitle: x\n---\n\n正文\n')
  const page = await galley.instead('ime.md')
  const input = await page.context().newCDPSession(page)
  await field(page, 'title').focus()
  await page.keyboard.press('End')
  for (const text of ['b', 'bi', 'biao']) {
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
    await expect(field(page, 'title')).toHaveValue(`x${text}`)
  }
  await expect(status(page)).toContainText('Saved')
  await input.send('Input.insertText', { text: '标题' })
  await expect(field(page, 'title')).toHaveValue('x标题')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  await expect.poll(() => galley.text('ime.md')).toBe('---\ntitle: x标题\n---\n\n正文\n')
})
