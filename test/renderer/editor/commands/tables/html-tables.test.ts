import { describe, expect, test } from 'vitest'
import type { TableOperation } from '../../../../../core/table/table.ts'
import { changeTable } from '../../../../../renderer/editor/commands/tables/change-table.ts'
import { nextCell, previousCell } from '../../../../../renderer/editor/commands/tables/table-keys.ts'
import { run } from '../../cursor-notation.ts'

/** A table of one line from rows of cells; `h:` rows are the head's. */
function table(...rows: readonly string[]): string {
  const lines = rows.map((row) => {
    const name = row.startsWith('h:') ? 'th' : 'td'
    const cells = row.replace(/^h:/, '').split(',')
    return `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`
  })
  return `<table>${lines.join('')}</table>`
}

function expectTable(operation: TableOperation, before: string, after: string | null): void {
  expect(run(changeTable(operation), before, 'html')).toBe(after)
}

describe('rows of an HTML table', () => {
  test.each([
    ['below a row', table('a|', 'b'), table('a', '|', 'b')],
    ['below the last', table('a', 'b|'), table('a', 'b', '|')],
    ['in the same column', table('a,b|'), table('a,b', ',|')],
    ['below both selected', table('«a', 'b»', 'c'), table('a', 'b', '|', 'c')],
    [
      'under the head, in the body',
      '<table>\n  <thead>\n    <tr><th>a|</th></tr>\n  </thead>\n  <tbody>\n    <tr><td>1</td></tr>\n  </tbody>\n</table>',
      '<table>\n  <thead>\n    <tr><th>a</th></tr>\n  </thead>\n  <tbody>\n    <tr><td>|</td></tr>\n    <tr><td>1</td></tr>\n  </tbody>\n</table>',
    ],
    [
      'with cells on lines of their own',
      '<table>\n  <tr>\n    <td>a</td>\n    <td>b|</td>\n  </tr>\n</table>',
      '<table>\n  <tr>\n    <td>a</td>\n    <td>b</td>\n  </tr>\n  <tr>\n    <td></td>\n    <td>|</td>\n  </tr>\n</table>',
    ],
    [
      'under a cell that reaches over the place',
      '<table><tr><td rowspan="2">a</td><td>b|</td></tr><tr><td>c</td></tr></table>',
      '<table><tr><td rowspan="3">a</td><td>b</td></tr><tr><td>|</td></tr><tr><td>c</td></tr></table>',
    ],
    ['in two tables', `${table('a|')}${table('b|')}`, `${table('a', '|')}${table('b', '|')}`],
    ['outside a table', '<p>a|</p>', null],
  ])('added %s', (_, before, after) => expectTable('rowBelow', before, after))

  test.each([
    ['above a row', table('a', 'b|'), table('a', '|', 'b')],
    ['above the head', table('h:a|', 'b'), table('h:|', 'h:a', 'b')],
    ['above all selected', table('a', '«b', 'c»'), table('a', '|', 'b', 'c')],
    [
      'aligned as its column',
      '<table><tr><td style="text-align: right">a|</td></tr></table>',
      '<table><tr><td style="text-align: right">|</td></tr><tr><td style="text-align: right">a</td></tr></table>',
    ],
    [
      'of the table within a cell',
      `<table><tr><td>${table('a|')}</td></tr></table>`,
      `<table><tr><td>${table('|', 'a')}</td></tr></table>`,
    ],
    ['in two tables', `${table('a|')}${table('b|')}`, `${table('|', 'a')}${table('|', 'b')}`],
  ])('added %s', (_, before, after) => expectTable('rowAbove', before, after))

  test.each([
    ['the one with the caret', table('a|', 'b'), table('b|')],
    ['the last one', table('a', 'b|'), table('a|')],
    [
      'with its line',
      '<table>\n<tr><td>a|</td></tr>\n<tr><td>b</td></tr>\n</table>',
      '<table>\n<tr><td>b|</td></tr>\n</table>',
    ],
    [
      'with its section',
      '<table><thead><tr><th>a|</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
      '<table><tbody><tr><td>b|</td></tr></tbody></table>',
    ],
    [
      'under a cell that reaches into it',
      '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c|</td></tr></table>',
      '<table><tr><td>a|</td><td>b</td></tr></table>',
    ],
    ['not where a cell would lose its row', '<table><tr><td rowspan="2">a|</td></tr><tr></tr></table>', null],
    ['several', table('a|', 'b', 'c|'), table('b|')],
    ['everything: the table goes', `<p>x</p>${table('a|')}`, '<p>x</p>|'],
  ])('deleted: %s', (_, before, after) => expectTable('deleteRow', before, after))

  test.each([
    ['down', table('a|', 'b'), table('b', 'a|')],
    ['not beyond the end', table('a', 'b|'), null],
    ['several', table('«a', 'b»', 'c'), table('c', '«a', 'b»')],
    [
      'out of the head, as plain cells',
      '<table><thead><tr><th>a|</th></tr></thead><tr><td>b</td></tr></table>',
      '<table><thead><tr><th>b</th></tr></thead><tr><td>a|</td></tr></table>',
    ],
    [
      'not through a cell of two rows',
      '<table><tr><td rowspan="2">a</td><td>b|</td></tr><tr><td>c</td></tr></table>',
      null,
    ],
    ['two carets', table('a|', 'b', 'c|', 'd'), table('b', 'a|', 'd', 'c|')],
  ])('moved %s', (_, before, after) => expectTable('moveRowDown', before, after))

  test.each([
    ['up', table('a', 'b|'), table('b|', 'a')],
    ['not beyond the start', table('a|', 'b'), null],
    ['several', table('a', '«b', 'c»'), table('«b', 'c»', 'a')],
    ['two carets', table('a', 'b|', 'c', 'd|'), table('b|', 'a', 'd|', 'c')],
    ['with unclosed cells', '<table><tr><td>a<tr><td>b|</table>', '<table><tr><td>b|<tr><td>a</table>'],
    [
      'on lines',
      '<table>\n<tr><td>a</td></tr>\n<tr><td>b|</td></tr>\n</table>',
      '<table>\n<tr><td>b|</td></tr>\n<tr><td>a</td></tr>\n</table>',
    ],
  ])('moved %s', (_, before, after) => expectTable('moveRowUp', before, after))
})

describe('columns of an HTML table', () => {
  test.each([
    ['right of the caret', table('h:a|,b', '1,2'), table('h:a,|,b', '1,,2')],
    ['after the last', table('a|'), table('a,|')],
    [
      'on lines of their own',
      '<table>\n<tr>\n  <td>a|</td>\n</tr>\n</table>',
      '<table>\n<tr>\n  <td>a</td>\n  <td>|</td>\n</tr>\n</table>',
    ],
    [
      'through a cell of two columns',
      '<table><tr><td colspan="2">a</td></tr><tr><td>b|</td><td>c</td></tr></table>',
      '<table><tr><td colspan="3">a</td></tr><tr><td>b</td><td>|</td><td>c</td></tr></table>',
    ],
    [
      'beside row headings',
      '<table><tr><th>a|</th><td>1</td></tr></table>',
      '<table><tr><th>a</th><td>|</td><td>1</td></tr></table>',
    ],
    ['in two tables', `${table('a|')}${table('b|')}`, `${table('a,|')}${table('b,|')}`],
  ])('added %s', (_, before, after) => expectTable('columnRight', before, after))

  test.each([
    ['left of the caret', table('a,b|', '1,2'), table('a,|,b', '1,,2')],
    ['before the first', table('h:a|', '1'), table('h:|,a', ',1')],
    ['left of all selected', table('a,«b,c»'), table('a,|,b,c')],
    [
      'beside a cell of two rows',
      '<table><tr><td rowspan="2">a</td><td>b|</td></tr><tr><td>c</td></tr></table>',
      '<table><tr><td rowspan="2">a</td><td>|</td><td>b</td></tr><tr><td></td><td>c</td></tr></table>',
    ],
    ['with unclosed cells', '<table><tr><td>a|</table>', '<table><tr><td>|</td><td>a</table>'],
    ['in two tables', `${table('a|')}${table('b|')}`, `${table('|,a')}${table('|,b')}`],
  ])('added %s', (_, before, after) => expectTable('columnLeft', before, after))

  test.each([
    ['the one with the caret', table('a|,b', '1,2'), table('b|', '2')],
    ['the last', table('a,b|'), table('a|')],
    ['two carets', table('a|,b,c|'), table('b|')],
    [
      'under a cell of two columns',
      '<table><tr><td colspan="2">a</td></tr><tr><td>b|</td><td>c</td></tr></table>',
      '<table><tr><td>a</td></tr><tr><td>c|</td></tr></table>',
    ],
    [
      'with its lines',
      '<table>\n<tr>\n  <td>a</td>\n  <td>b|</td>\n</tr>\n</table>',
      '<table>\n<tr>\n  <td>a|</td>\n</tr>\n</table>',
    ],
    ['everything: the table goes', table('a|'), '|'],
  ])('deleted: %s', (_, before, after) => expectTable('deleteColumn', before, after))

  test.each([
    ['right', table('a|,b', '1,2'), table('b,a|', '2,1')],
    ['not beyond the end', table('a,b|'), null],
    ['several', table('«a,b»,c'), table('c,«a,b»')],
    [
      'with their attributes',
      '<table><tr><td class="x">a|</td><td>b</td></tr></table>',
      '<table><tr><td>b</td><td class="x">a|</td></tr></table>',
    ],
    [
      'not through a cell of two columns',
      '<table><tr><td colspan="2">a</td></tr><tr><td>b|</td><td>c</td></tr></table>',
      null,
    ],
    ['two carets', table('a|,b,c|,d'), table('b,a|,d,c|')],
  ])('moved %s', (_, before, after) => expectTable('moveColumnRight', before, after))

  test.each([
    ['left', table('a,b|', '1,2'), table('b|,a', '2,1')],
    ['not beyond the start', table('a|,b'), null],
    ['several', table('a,«b,c»'), table('«b,c»,a')],
    ['a column that holds a table', table(`a,${table('x')}|`), table(`${table('x')}|,a`)],
    ['from the head', table('h:a,b|', '1,2'), table('h:b|,a', '2,1')],
    ['in two tables', `${table('a,b|')}${table('c,d|')}`, `${table('b|,a')}${table('d|,c')}`],
  ])('moved %s', (_, before, after) => expectTable('moveColumnLeft', before, after))
})

describe('alignment in an HTML table', () => {
  const cell = (style: string, text: string): string => `<table><tr><td${style}>${text}</td></tr></table>`

  test.each([
    [
      'every cell of the column',
      table('h:a|,b', '1,2'),
      '<table><tr><th style="text-align: center">a|</th><th>b</th></tr><tr><td style="text-align: center">1</td><td>2</td></tr></table>',
      'alignCenter',
    ],
    [
      'beside other styles',
      cell(' style="color: red;"', 'a|'),
      cell(' style="color: red; text-align: left"', 'a|'),
      'alignLeft',
    ],
    [
      'in place of another',
      cell(' style="text-align:left"', 'a|'),
      cell(' style="text-align: right"', 'a|'),
      'alignRight',
    ],
    [
      'in place of the old attribute',
      cell(' align="left"', 'a|'),
      cell(' style="text-align: right"', 'a|'),
      'alignRight',
    ],
    ['off', cell(' style="text-align: center"', 'a|'), cell('', 'a|'), 'alignCenter'],
    [
      'off beside other styles',
      cell(' style="text-align: center; color: red"', 'a|'),
      cell(' style="color: red"', 'a|'),
      'alignCenter',
    ],
    [
      'two columns',
      table('a|,b,c|'),
      '<table><tr><td style="text-align: right">a|</td><td>b</td><td style="text-align: right">c|</td></tr></table>',
      'alignRight',
    ],
  ] as const)('%s', (_, before, after, operation) => expectTable(operation, before, after))
})

describe('an HTML table set out evenly', () => {
  test.each([
    [
      'rows on lines',
      table('a|,b', '1,2'),
      '<table>\n  <tr><td>a|</td><td>b</td></tr>\n  <tr><td>1</td><td>2</td></tr>\n</table>',
    ],
    [
      'sections',
      '<table><thead><tr><th>a|</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
      '<table>\n  <thead>\n    <tr><th>a|</th></tr>\n  </thead>\n  <tbody>\n    <tr><td>1</td></tr>\n  </tbody>\n</table>',
    ],
    [
      'short rows on one line',
      '<table>\n<tr>\n<td>a|</td>\n<td>b</td>\n</tr>\n</table>',
      '<table>\n  <tr><td>a|</td><td>b</td></tr>\n</table>',
    ],
    [
      'long rows on several',
      table(`|${'港口'.repeat(20)},b`),
      `<table>\n  <tr>\n    <td>|${'港口'.repeat(20)}</td>\n    <td>b</td>\n  </tr>\n</table>`,
    ],
    [
      'a caption',
      '<table><caption>c</caption><tr><td>a|</td></tr></table>',
      '<table>\n  <caption>c</caption>\n  <tr><td>a|</td></tr>\n</table>',
    ],
    ['an even one stays', '<table>\n  <tr><td>a|</td></tr>\n</table>', null],
    [
      'two tables',
      `${table('a|')}\n${table('b|')}`,
      '<table>\n  <tr><td>a|</td></tr>\n</table>\n<table>\n  <tr><td>b|</td></tr>\n</table>',
    ],
  ])('%s', (_, before, after) => expectTable('format', before, after))
})

describe('keys in an HTML table', () => {
  const expectKey = (command: typeof nextCell, before: string, after: string | null): void => {
    expect(run(command, before, 'html')).toBe(after)
  }

  test.each([
    ['the next cell, selected', table('a|,b'), table('a,«b»')],
    ['the next row', table('a|', 'b'), table('a', '«b»')],
    ['a new row after the last', table('a,b|'), table('a,b', '|,')],
    ['an empty cell', table('a|,'), table('a,|')],
    ['several carets', table('a|,b', '1|,2'), table('a,«b»', '1,«2»')],
    ['outside a table nothing', '<p>a|</p>', null],
  ])('Tab: %s', (_, before, after) => expectKey(nextCell, before, after))

  test.each([
    ['the cell before', table('a,b|'), table('«a»,b')],
    ['the row above', table('a', 'b|'), table('«a»', 'b')],
    ['the first cell stays', table('a|'), table('a|')],
    ['several carets', table('a,b|', '1,2|'), table('«a»,b', '«1»,2')],
    [
      'white space is not selected',
      '<table><tr><td>\n  a\n</td><td>b|</td></tr></table>',
      '<table><tr><td>\n  «a»\n</td><td>b</td></tr></table>',
    ],
    ['outside a table nothing', '|', null],
  ])('Shift-Tab: %s', (_, before, after) => expectKey(previousCell, before, after))
})

test('an HTML table inside Markdown is a table too', () => {
  expect(run(changeTable('columnRight'), `text\n\n${table('a|')}\n`, 'markdown')).toBe(
    `text\n\n${table('a,|')}\n`,
  )
})
