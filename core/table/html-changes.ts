import type { TextEdit } from '../article/text-edit.ts'
import { nextTag } from '../markdown/html-tags.ts'
import { displayWidth } from './display-width.ts'
import { addColumn, alignColumns, deleteColumns, moveColumns } from './html-columns.ts'
import { addRow, deleteRows, moveRows } from './html-rows.ts'
import { contentSpan, readHtmlTable, type HtmlTable } from './html-table.ts'
import {
  movedOrder,
  sorted,
  type Place,
  type TableChange,
  type TableNotation,
  type TableOperation,
} from './table.ts'

/** Longest row that is written on one line, in columns. */
const ROW_WIDTH = 100

/** Rows on lines of their own, indented by what they are in; the cells of a long row too. White space is all that changes. */
function format(table: HtmlTable): TableChange {
  const { text, rows } = table
  const edits: TextEdit[] = []
  const put = (at: number, gap: string): void => {
    const before = /\s*$/.exec(text.slice(0, at))?.[0] ?? ''
    const from = at - before.length
    if (from > 0 && text[from - 1] === '>' && before !== gap) edits.push({ from, to: at, insert: gap })
  }
  const sections = new Set(rows.map((row) => row.section))
  const indent = (depth: number): string => `\n${'  '.repeat(depth)}`
  for (const section of sections) {
    if (section === null) continue
    put(section.from, indent(1))
    const close = text.lastIndexOf('</', section.to - 1)
    if (close > section.from) put(close, indent(1))
  }
  for (const row of rows) {
    const depth = row.section === null ? 1 : 2
    put(row.from, indent(depth))
    const cells = row.cells.map((cell) => text.slice(cell.open.from, cell.to))
    const long =
      cells.some((cell) => cell.includes('\n')) ||
      displayWidth(cells.join('')) + 2 * depth + '<tr></tr>'.length > ROW_WIDTH
    for (const cell of row.cells) put(cell.open.from, long ? indent(depth + 1) : '')
    const close = text.slice(0, row.to).lastIndexOf('</tr')
    if (close > row.from) put(close, long ? indent(depth) : '')
  }
  const end = text.search(/<\/table\s*>$/i)
  if (end > 0) put(end, indent(0))
  for (const name of ['caption', 'colgroup']) {
    const tag = nextTag(text, 1)
    if (tag?.kind === 'open' && tag.name === name) put(tag.from, indent(1))
  }
  return { edits, placeOf: (old) => old, next: null }
}

function change(
  table: HtmlTable,
  operation: TableOperation,
  rows: readonly number[],
  columns: readonly number[],
  main: Place,
): TableChange | null {
  const step = (numbers: readonly number[], by: 1 | -1, count: number): ((at: number) => number) | null =>
    movedOrder(numbers, by, count)
  const rowOrder = (by: 1 | -1): TableChange | null => {
    const to = step(rows, by, table.rows.length)
    return to && moveRows(table, to)
  }
  const columnOrder = (by: 1 | -1): TableChange | null => {
    const to = step(columns, by, table.columns)
    return to && moveColumns(table, to)
  }
  switch (operation) {
    case 'rowAbove':
      return addRow(table, rows[0] ?? 0, false, main)
    case 'rowBelow':
      return addRow(table, (rows.at(-1) ?? 0) + 1, true, main)
    case 'columnLeft':
      return addColumn(table, columns[0] ?? 0, main)
    case 'columnRight':
      return addColumn(table, (columns.at(-1) ?? 0) + 1, main)
    case 'moveRowUp':
      return rowOrder(-1)
    case 'moveRowDown':
      return rowOrder(1)
    case 'moveColumnLeft':
      return columnOrder(-1)
    case 'moveColumnRight':
      return columnOrder(1)
    case 'deleteRow':
      return deleteRows(table, rows)
    case 'deleteColumn':
      return deleteColumns(table, columns)
    case 'alignLeft':
      return alignColumns(table, columns, 'left')
    case 'alignCenter':
      return alignColumns(table, columns, 'center')
    case 'alignRight':
      return alignColumns(table, columns, 'right')
    case 'format':
      return format(table)
  }
}

/** Tables of HTML; a text is one `<table>` element. */
export const htmlTables: TableNotation = {
  read(text) {
    return readHtmlTable(text).rows.map((row) => row.cells.map((cell) => contentSpan(text, cell)))
  },
  change(text, operation, at) {
    const table = readHtmlTable(text)
    const main = at[0]
    if (main === undefined || table.rows.length === 0) return null
    const rows = sorted(at.map((one) => one.row))
    const columns = at.flatMap(({ row, cell }) => {
      const own = table.rows[row]?.cells[cell]
      return own ? Array.from({ length: own.colspan }, (_, n) => own.column + n) : []
    })
    const result = change(table, operation, rows, sorted(columns), main)
    return (
      result && { ...result, edits: result.edits.filter((edit) => edit.insert !== '' || edit.from < edit.to) }
    )
  },
}
