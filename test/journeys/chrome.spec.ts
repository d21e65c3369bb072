import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { caretAfter, field, form, preview, source, status, tabs } from './page.ts'
import { expect, onlyInTheBrowser, test } from './galley.ts'

test('a window that becomes narrow keeps what is half typed, and line numbers stand beside the text at any width', async ({
  galley,
}) => {
  await test.step('a window that becomes narrow keeps the field that has the focus, and what is half typed in it', async () => {
    const page = await galley.instead('harbour.md')
    await field(page, 'tags').first().click()
    await page.keyboard.type('half')
    for (const width of [1000, 1400]) {
      await page.setViewportSize({ width, height: 800 })
      await page.keyboard.type('way')
    }
    await page.keyboard.press('Enter')
    await expect(form(page).getByText('halfwayway', { exact: true })).toBeVisible()
  })
  await test.step('line numbers stand beside the text, however wide the source is', async () => {
    const page = await galley.instead('harbour.md')
    await page.keyboard.press('Control+Shift+p')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('line numbers')
    await page.keyboard.press('Enter')
    await expect(page.locator('.cm-gutters')).toBeVisible()
    await page.keyboard.press('Control+Alt+2')
    const gap = async (): Promise<number> => {
      const gutter = await page.locator('.cm-gutters').boundingBox()
      const line = await page.locator('.cm-line').first().boundingBox()
      return (line?.x ?? 0) - ((gutter?.x ?? 0) + (gutter?.width ?? 0))
    }
    await expect.poll(gap).toBeLessThan(2)
  })
})

test('a new article, the next one and one that is opened have the caret at once', async ({ galley }) => {
  const page = await galley.start('harbour.md', 'paper-lanterns.txt')
  await page.keyboard.press('Control+n')
  await expect(source(page)).toBeFocused()
  await page.keyboard.type('Fresh')
  await expect(source(page)).toHaveText('Fresh')
  await page.keyboard.press('Control+PageUp')
  await expect(field(page, 'title')).toHaveValue('纸灯笼：一条老街的夜晚')
  await expect(source(page)).toBeFocused()
  await page.keyboard.press('Control+p')
  await page.keyboard.type('harbour')
  await page.keyboard.press('Enter')
  await expect(field(page, 'title')).toHaveValue('A harbour in winter')
  await expect(source(page)).toBeFocused()
})

test('an article that is asked to be saved over another stays as it was when the writer refuses', async ({
  galley,
}) => {
  galley.write('other.md', 'other')
  const page = await galley.instead('harbour.md')
  // A native dialog asks this itself.
  onlyInTheBrowser('its file dialog is drawn in the page')
  await galley.saveAs(page, 'other.md', () => page.keyboard.press('Control+Shift+s'))
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('other.md')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(status(page)).toContainText('Saved')
  await expect(tabs(page)).not.toHaveAccessibleName(/unsaved/i)
  expect(galley.text('other.md')).toBe('other')
})

test('a save into a missing folder says so and keeps the text', async ({ galley }) => {
  const page = await galley.instead('harbour.md')
  await galley.saveAs(page, 'gone/a.md', () => page.keyboard.press('Control+Shift+s'))
  await expect(status(page)).toContainText('Not saved')
  await expect(page.getByRole('main')).toContainText('is not there any more')
  await expect(field(page, 'title')).toHaveValue('A harbour in winter')
})

test('tabs close by keyboard and middle click, and what then is on the welcome page stays in its place', async ({
  galley,
}) => {
  const page = await galley.start('harbour.md', 'paper-lanterns.txt')
  await test.step('unsaved work is asked about each time', async () => {
    await page.keyboard.press('Control+n')
    await page.keyboard.type('Fresh')
    await expect(tabs(page).last()).toHaveAccessibleName(/unsaved/i)
    await tabs(page).last().focus()
    await page.keyboard.press('Delete')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
    await expect(tabs(page)).toHaveCount(3)
    await tabs(page).nth(1).click({ button: 'middle' })
    await expect(tabs(page)).toHaveCount(2)
    await page.keyboard.press('Control+w')
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /don.t save/i })
      .click()
    await expect(tabs(page)).toHaveCount(1)
    await tabs(page).focus()
    await page.keyboard.press('Delete')
    await expect(tabs(page)).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'Recent articles' })).toBeVisible()
  })
  await test.step('a notice on the welcome page moves nothing there', async () => {
    const [lanterns, harbour] = await page.locator('.recent-button').all()
    if (!lanterns || !harbour) throw new Error('The articles are not listed')
    const before = await harbour.boundingBox()
    rmSync(galley.path('paper-lanterns.txt'))
    await lanterns.click()
    await expect(page.locator('.bar')).toBeVisible()
    expect(await harbour.boundingBox()).toEqual(before)
    await harbour.click()
    await expect(tabs(page)).toHaveCount(1)
  })
})

test('a reload of the page brings unsaved edits back, and a second page does not take them', async ({
  galley,
}) => {
  const page = await galley.start('harbour.md')
  await caretAfter(page, 'a flask')
  await page.keyboard.type(' of tea')
  await galley.journalled(['a flask of tea'])
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(source(page)).toContainText('a flask of tea')
  await expect(tabs(page)).toHaveCount(1)
  const second = await galley.another()
  await expect(tabs(second)).toHaveCount(1)
  await expect(tabs(second)).not.toHaveAccessibleName(/unsaved/i)
  await expect(tabs(page)).toHaveAccessibleName(/unsaved/i)
})

test('no picture is asked for before the writer allows it, and then without referrer and cookie', async ({
  galley,
}) => {
  const asked: { url: string; referer: string | undefined; cookie: string | undefined }[] = []
  const server = createServer((request, response) => {
    asked.push({
      url: request.url ?? '',
      referer: request.headers.referer,
      cookie: request.headers.cookie,
    })
    response.setHeader('Content-Type', 'image/png')
    response.end(galley.bytes('images/quay.png'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  galley.write(
    'remote.md',
    `# Far\n\n![a](${host}/a.png)\n\n<div style="background: url(${host}/b.png)">text</div>\n\n[link](${host}/c)\n`,
  )
  const page = await galley.start('remote.md')
  await expect(preview(page).getByText('text')).toBeVisible()
  await expect(page.getByText('1 remote image')).toBeVisible()
  await page.context().addCookies([{ name: 'reader', value: 'known', url: host }])
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'Load once' }).click()
  await expect.poll(() => asked.length).toBeGreaterThan(0)
  await expect(preview(page).getByRole('img', { name: 'a' })).toBeVisible()
  expect(asked).toEqual([{ url: '/a.png', referer: undefined, cookie: undefined }])
  server.close()
})
