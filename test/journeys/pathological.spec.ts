import { caretAfter, preview, source } from './page.ts'
import { expect, test } from './galley.ts'
import { giveUp } from './steady-typing.ts'

/** How many texts are opened in one Galley, one after the other. */
const IN_A_ROW = 7
/** From this length on a text is opened at the start, by itself: its beginning is shown before the rest is there. */
const LONG = 5_000_000

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
  'white space in a tag': `<p ${' '.repeat(300_000)}>text</p>`,
  'tags in a value': `<p title="${'<a>'.repeat(150_000)}">text</p>`,
  'a list of very many items': '- item *a*\n'.repeat(40_000),
  'very many elements': '<b>a</b>'.repeat(60_000),
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
  'white space in a tag': `<p ${' '.repeat(300_000)}>text</p>`,
  'tags in a value': `<p title="${'<a>'.repeat(150_000)}">text</p>`,
  'very many elements': `<ul>${'<b>a</b>'.repeat(28_000)}</ul>`,
  'formulas that never close': `<ul>${'\\(x'.repeat(80_000)}</ul>`,
}

/** A table of 1,000 rows and 6 columns, the first cell of each row told by its number. */
const ROWS = Array.from(
  { length: 1000 },
  (_, row) => `<tr><td>row ${row}</td>${'<td>b</td>'.repeat(5)}</tr>`,
).join('\n')
const TABLES: readonly (readonly [string, string, string])[] = [
  ['HTML', 'table.html', `<p>First.</p>\n<table>\n${ROWS}\n</table>\n<p>Last.</p>\n`],
  ['HTML in Markdown', 'table.md', `First.\n\n<table>\n${ROWS}\n</table>\n\nLast.\n`],
  [
    'Markdown',
    'table.md',
    `First.\n\n|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n${Array.from({ length: 1000 }, (_, row) => `|row ${row}|b|b|b|b|b|\n`).join('')}\nLast.\n`,
  ],
]

const FORMATS = [
  [
    'Markdown',
    'hostile.md',
    (text: string) => `# Before\n\nA first paragraph.\n\n${text}\n\nAfter all.\n`,
    Object.entries(MARKDOWN),
  ],
  [
    'HTML',
    'hostile.html',
    (text: string) => `<h1>Before</h1>\n<p>A first paragraph.</p>\n${text}\n`,
    Object.entries(HTML),
  ],
] as const

for (const [format, file, article, texts] of FORMATS) {
  const rows = texts.filter(([, text]) => text.length >= LONG).map((one) => [one])
  const others = texts.filter(([, text]) => text.length < LONG)
  for (let at = 0; at < others.length; at += IN_A_ROW) rows.push(others.slice(at, at + IN_A_ROW))
  for (const row of rows) {
    test(`typing goes on in ${format} with ${row.map(([name]) => name).join(', ')}`, async ({ galley }) => {
      test.setTimeout(row.length * 60_000)
      galley.write(file, article(row[0]![1]))
      const page = await galley.start(file)
      for (const [index, [name, text]] of row.entries()) {
        await test.step(name, async () => {
          if (index > 0) {
            await giveUp(page)
            galley.write(file, article(text))
            await galley.open(galley.path(file))
          }
          await expect(preview(page).getByRole('heading', { name: 'Before' }), name).toBeVisible()
          await caretAfter(page, 'first paragraph')
          await page.keyboard.type(' goes on')
          await expect(preview(page).getByText('A first paragraph goes on.'), name).toBeVisible()
          await expect(source(page), name).toContainText('A first paragraph goes on.')
        })
      }
    })
  }
}

test('what takes long to make is made beside the page or between other tasks, and said where it cannot be', async ({
  galley,
}) => {
  test.setTimeout(180_000)
  await test.step('a paragraph of very many delimiters is rendered beside the page', async () => {
    const page = await galley.instead('dense.md', `First.\n\n${'*quay* '.repeat(1500)}end of it\n\nLast.\n`)
    const dense = preview(page).locator('.galley-block').filter({ hasText: 'end of it' })
    await expect(dense.locator('em')).toHaveCount(1500)
    await caretAfter(page, 'end of it')
    await page.keyboard.type(' now')
    await expect(dense).toContainText('end of it now')
    await expect(dense.locator('em')).toHaveCount(1500)
  })
  for (const [name, file, text] of TABLES) {
    await test.step(`a table of thousands of cells is made between other tasks: ${name}`, async () => {
      galley.write(file, text)
      const page = await galley.instead(file)
      const cells = preview(page).locator('td')
      await expect(preview(page).getByText('Last.')).toBeVisible()
      await expect(cells).toHaveCount(6000, { timeout: 30_000 })
      await caretAfter(page, 'row 7')
      // At no moment between two keys is there anything but the table.
      for (const key of ' by sea') {
        await page.keyboard.type(key)
        expect(await cells.count()).toBe(6000)
      }
      await expect(preview(page).getByText('row 7 by sea', { exact: true })).toBeVisible({ timeout: 30_000 })
      await expect(cells).toHaveCount(6000)
    })
  }
  await test.step('a block of more elements than can be shown says so', async () => {
    const page = await galley.instead('many.html', `<p>First.</p>\n<ul>${'<b>a</b>'.repeat(12_000)}</ul>\n`)
    await expect(preview(page).getByText('First.')).toBeVisible()
    await expect(preview(page).locator('.galley-plain')).toContainText('<b>a</b>')
    await expect(page.getByText('Part of this article is too complex to preview')).toBeVisible()
  })
})
