import { caretAfter, preview, source } from './page.ts'
import { expect, test } from './galley.ts'

/** Texts that have hung editors; each stands between an ordinary first and last paragraph. */
const MARKDOWN: Readonly<Record<string, string>> = {
  'brackets that never close': '![[]()'.repeat(160_000),
  'comments that never close': '<!--'.repeat(300_000),
  'emphasis that never closes': `${'*a '.repeat(2000)}${'b* '.repeat(2000)}`,
  'quotes in quotes': `${'> '.repeat(100_000)}deep`,
  'lists in lists': Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n'),
  'one long line': 'harbour '.repeat(1_250_000),
  'a long data address': `![](data:image/png;base64,${'A'.repeat(10_000_000)})`,
  'elements in elements': '<div>'.repeat(100_000),
  'an element of many attributes': `<p ${Array.from({ length: 50_000 }, (_, n) => `a${n}="x"`).join(' ')}>text</p>`,
  'many definitions': Array.from({ length: 80_000 }, (_, n) => `[label ${n}]: https://example.com/${n}`).join(
    '\n',
  ),
}
const HTML: Readonly<Record<string, string>> = {
  'comments that never close': '<!--'.repeat(300_000),
  'a long data address': `<p><img src="data:image/png;base64,${'A'.repeat(10_000_000)}" alt="Quay"></p>`,
  'a long data address by itself': `<img src="data:image/png;base64,${'A'.repeat(10_000_000)}">`,
  'elements in elements': '<div>'.repeat(100_000),
  'one long line': `<p>${'harbour '.repeat(1_250_000)}</p>`,
  'an element of many attributes': `<p ${Array.from({ length: 50_000 }, (_, n) => `a${n}="x"`).join(' ')}>text</p>`,
}

for (const [name, text] of Object.entries(MARKDOWN)) {
  test(`typing goes on in Markdown with ${name}`, async ({ galley }) => {
    galley.write('hostile.md', `# Before\n\nA first paragraph.\n\n${text}\n\nAfter all.\n`)
    const page = await galley.start('hostile.md')
    await expect(preview(page).getByRole('heading', { name: 'Before' })).toBeVisible()
    await caretAfter(page, 'first paragraph')
    await page.keyboard.type(' goes on')
    await expect(preview(page).getByText('A first paragraph goes on.')).toBeVisible()
    await expect(source(page)).toContainText('A first paragraph goes on.')
  })
}

for (const [name, text] of Object.entries(HTML)) {
  test(`typing goes on in HTML with ${name}`, async ({ galley }) => {
    galley.write('hostile.html', `<h1>Before</h1>\n<p>A first paragraph.</p>\n${text}\n`)
    const page = await galley.start('hostile.html')
    await expect(preview(page).getByRole('heading', { name: 'Before' })).toBeVisible()
    await caretAfter(page, 'first paragraph')
    await page.keyboard.type(' goes on')
    await expect(preview(page).getByText('A first paragraph goes on.')).toBeVisible()
    await expect(source(page)).toContainText('A first paragraph goes on.')
  })
}

test('a paragraph of very many delimiters is rendered beside the page', async ({ galley }) => {
  galley.write('dense.md', `First.\n\n${'*quay* '.repeat(1500)}end of it\n\nLast.\n`)
  const page = await galley.start('dense.md')
  const dense = preview(page).locator('.galley-block').filter({ hasText: 'end of it' })
  await expect(dense.locator('em')).toHaveCount(1500)
  await caretAfter(page, 'end of it')
  await page.keyboard.type(' now')
  await expect(dense).toContainText('end of it now')
  await expect(dense.locator('em')).toHaveCount(1500)
})
