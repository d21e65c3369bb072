import type { TextEdit } from '../article/text-edit.ts'
import { displayWidth } from './display-width.ts'
import {
  alignmentOf,
  cellSpans,
  delimiterCell,
  linesOfTable,
  readMarkdownTable,
  writeLine,
  type MarkdownTable,
  type TableLine,
} from './markdown-table.ts'
import {
  movedOrder,
  sorted,
  type Alignment,
  type Place,
  type TableNotation,
  type TableOperation,
} from './table.ts'

/** A table after an operation; null when nothing is left of it. */
interface Outcome {
  readonly table: MarkdownTable | null
  readonly placeOf: (old: Place) => Place | null
  readonly next: Place | null
}

const stays = (old: Place): Place => old
const EMPTY = '     '

/** Bars at both ends and a space beside them, so that an outer cell may be empty or move. */
function closed(line: TableLine): TableLine {
  const cells = line.cells.map((cell, at) => {
    const start = at === 0 && !line.opened ? ` ${cell.trimStart()}` : cell
    return at === line.cells.length - 1 && line.end === '' ? `${start.trimEnd()} ` : start
  })
  return { ...line, opened: true, cells, end: line.end === '' ? '|' : line.end }
}

function padded(line: TableLine, count: number): TableLine {
  const missing = Math.max(0, count - line.cells.length)
  return missing === 0 ? line : { ...line, cells: [...line.cells, ...Array<string>(missing).fill(EMPTY)] }
}

/** The same change to the cells of every line; the delimiter row gets `delimiter` where others get `cell`. */
function mapCells(
  table: MarkdownTable,
  change: (cells: readonly string[], empty: string) => readonly string[],
): MarkdownTable {
  const count = table.delimiter.cells.length
  const on = (line: TableLine, empty: string): TableLine => {
    const full = closed(padded(line, count))
    return { ...full, cells: change(full.cells, empty) }
  }
  return {
    header: on(table.header, EMPTY),
    delimiter: on(table.delimiter, ' --- '),
    rows: table.rows.map((row) => on(row, EMPTY)),
  }
}

function emptyRow(table: MarkdownTable): TableLine {
  const { delimiter } = table
  const cells = closed(delimiter).cells.map((cell) => ' '.repeat(Math.max(3, displayWidth(cell))))
  return { prefix: delimiter.prefix, opened: true, cells, end: '|' }
}

/** The rows in another order or number: the first is the header, whatever it was. */
function withRows(table: MarkdownTable, rows: readonly TableLine[]): MarkdownTable | null {
  const [header, ...rest] = rows
  if (header === undefined) return null
  const { prefix } = table.delimiter
  return {
    header: { ...header, prefix: table.header.prefix },
    delimiter: table.delimiter,
    rows: rest.map((row) => (row === table.header ? { ...row, prefix } : row)),
  }
}

const allRows = (table: MarkdownTable): readonly TableLine[] => [table.header, ...table.rows]

function addRow(table: MarkdownTable, row: number, cell: number): Outcome {
  const rows = [...allRows(table)]
  rows.splice(row, 0, emptyRow(table))
  return {
    table: withRows(table, rows),
    placeOf: (old) => (old.row >= row ? { ...old, row: old.row + 1 } : old),
    next: { row, cell },
  }
}

function deleteRows(table: MarkdownTable, gone: readonly number[]): Outcome {
  const rows = allRows(table).filter((_, at) => !gone.includes(at))
  const before = (row: number): number => gone.filter((one) => one < row).length
  return {
    table: withRows(table, rows),
    placeOf: (old) => ({ ...old, row: Math.max(0, Math.min(rows.length - 1, old.row - before(old.row))) }),
    next: null,
  }
}

function reorder<T>(list: readonly T[], to: (at: number) => number): T[] {
  const result = [...list]
  for (const [at, one] of list.entries()) {
    const place = to(at)
    if (place >= 0) result[place] = one
  }
  return result
}

function moveRows(table: MarkdownTable, rows: readonly number[], step: 1 | -1): Outcome | null {
  const all = allRows(table)
  const to = movedOrder(rows, step, all.length)
  if (to === null) return null
  return {
    table: withRows(table, reorder(all, to)),
    placeOf: (old) => ({ ...old, row: to(old.row) }),
    next: null,
  }
}

function moveColumns(table: MarkdownTable, columns: readonly number[], step: 1 | -1): Outcome | null {
  const count = table.delimiter.cells.length
  const to = movedOrder(columns, step, count)
  if (to === null) return null
  const place = (at: number): number => (at < count ? to(at) : at)
  return {
    table: mapCells(table, (cells) => reorder(cells, place)),
    placeOf: (old) => ({ ...old, cell: place(old.cell) }),
    next: null,
  }
}

function addColumn(table: MarkdownTable, column: number, row: number): Outcome {
  return {
    table: mapCells(table, (cells, empty) => [...cells.slice(0, column), empty, ...cells.slice(column)]),
    placeOf: (old) => (old.cell >= column ? { ...old, cell: old.cell + 1 } : old),
    next: { row, cell: column },
  }
}

function deleteColumns(table: MarkdownTable, gone: readonly number[]): Outcome {
  const left = table.delimiter.cells.length - gone.length
  const before = (cell: number): number => gone.filter((one) => one < cell).length
  return {
    table: left <= 0 ? null : mapCells(table, (cells) => cells.filter((_, at) => !gone.includes(at))),
    placeOf: (old) => ({ ...old, cell: Math.max(0, Math.min(left - 1, old.cell - before(old.cell))) }),
    next: null,
  }
}

function align(table: MarkdownTable, columns: readonly number[], wanted: Alignment): Outcome {
  const { cells } = table.delimiter
  const off = columns.every((at) => alignmentOf(cells[at] ?? '') === wanted)
  const changed = cells.map((cell, at) => {
    if (!columns.includes(at)) return cell
    const mark = cell.trim()
    const start = cell.indexOf(mark)
    const written = delimiterCell(off ? null : wanted, mark.length)
    return cell.slice(0, start) + written + cell.slice(start + mark.length)
  })
  return {
    table: { ...table, delimiter: { ...table.delimiter, cells: changed } },
    placeOf: stays,
    next: null,
  }
}

function spread(text: string, width: number, alignment: Alignment): string {
  const space = Math.max(0, width - displayWidth(text))
  const before = alignment === 'right' ? space : alignment === 'center' ? Math.floor(space / 2) : 0
  return ` ${' '.repeat(before)}${text}${' '.repeat(space - before)} `
}

/** Columns as wide as their widest cell, bars under bars. */
function format(table: MarkdownTable): Outcome {
  const alignments = table.delimiter.cells.map(alignmentOf)
  const rows = allRows(table).map((row) => padded(row, alignments.length))
  const [header, ...rest] = rows
  const widths = alignments.map((_, at) =>
    Math.max(3, ...rows.map((row) => displayWidth(row.cells[at]?.trim() ?? ''))),
  )
  const even = (row: TableLine): TableLine => ({
    ...row,
    opened: true,
    cells: row.cells.map((cell, at) => spread(cell.trim(), widths[at] ?? 0, alignments[at] ?? null)),
    end: '|',
  })
  const delimiter = alignments.map((alignment, at) => ` ${delimiterCell(alignment, widths[at] ?? 3)} `)
  return {
    table: header
      ? {
          header: even(header),
          delimiter: { ...table.delimiter, opened: true, cells: delimiter, end: '|' },
          rows: rest.map(even),
        }
      : null,
    placeOf: stays,
    next: null,
  }
}

function outcome(
  table: MarkdownTable,
  operation: TableOperation,
  rows: readonly number[],
  columns: readonly number[],
  main: Place,
): Outcome | null {
  switch (operation) {
    case 'rowAbove':
      return addRow(table, rows[0] ?? 0, main.cell)
    case 'rowBelow':
      return addRow(table, (rows.at(-1) ?? 0) + 1, main.cell)
    case 'columnLeft':
      return addColumn(table, columns[0] ?? 0, main.row)
    case 'columnRight':
      return addColumn(table, (columns.at(-1) ?? 0) + 1, main.row)
    case 'moveRowUp':
      return moveRows(table, rows, -1)
    case 'moveRowDown':
      return moveRows(table, rows, 1)
    case 'moveColumnLeft':
      return moveColumns(table, columns, -1)
    case 'moveColumnRight':
      return moveColumns(table, columns, 1)
    case 'deleteRow':
      return deleteRows(table, rows)
    case 'deleteColumn':
      return deleteColumns(table, columns)
    case 'alignLeft':
      return align(table, columns, 'left')
    case 'alignCenter':
      return align(table, columns, 'center')
    case 'alignRight':
      return align(table, columns, 'right')
    case 'format':
      return format(table)
  }
}

/** One edit per line that is another; where lines come or go, one for the stretch between lines that stay. */
function lineEdits(before: string, after: string): TextEdit[] {
  const old = before.split('\n')
  const now = after.split('\n')
  if (old.length !== now.length) {
    let start = 0
    while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1
    let end = 0
    const most = Math.min(old.length, now.length) - start
    while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1
    const from = old.slice(0, start).reduce((sum, line) => sum + line.length + 1, 0)
    const to = before.length - old.slice(old.length - end).reduce((sum, line) => sum + line.length + 1, 0)
    const inserted = now.slice(start, now.length - end).join('\n')
    if (start === old.length) return [{ from: before.length, to: before.length, insert: `\n${inserted}` }]
    if (old.length - end === start) return [{ from, to: from, insert: `${inserted}\n` }]
    if (now.length - end === start) {
      return end === 0
        ? [{ from: from - 1, to: before.length, insert: '' }]
        : [{ from, to: to + 1, insert: '' }]
    }
    return [{ from, to, insert: inserted }]
  }
  let at = 0
  return old.flatMap((line, number): TextEdit[] => {
    const from = at
    at += line.length + 1
    const insert = now[number] ?? ''
    return line === insert ? [] : [{ from, to: from + line.length, insert }]
  })
}

/** Tables of GFM. */
export const markdownTables: TableNotation = {
  read(text) {
    const table = readMarkdownTable(text)
    if (table === null) return []
    let at = 0
    const spans = linesOfTable(table).map((line) => {
      const found = cellSpans(line, at)
      at += writeLine(line).length + 1
      return found
    })
    return spans.filter((_, line) => line !== 1)
  },
  change(text, operation, at) {
    const table = readMarkdownTable(text)
    const main = at[0]
    if (table === null || main === undefined) return null
    const count = table.delimiter.cells.length
    const rows = sorted(at.map((one) => one.row))
    const columns = sorted(at.map((one) => Math.min(one.cell, count - 1)))
    const result = outcome(table, operation, rows, columns, main)
    if (result === null) return null
    const after = result.table === null ? '' : linesOfTable(result.table).map(writeLine).join('\n')
    return { edits: lineEdits(text, after), placeOf: result.placeOf, next: result.next }
  },
}
