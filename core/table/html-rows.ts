import type { Span, TextEdit } from '../article/text-edit.ts'
import { attributeOf, gapBefore, type HtmlCell, type HtmlRow, type HtmlTable } from './html-table.ts'
import type { Place, TableChange } from './table.ts'

/** The edit that makes a cell span `count` rows or columns. */
export function setSpan(
  table: HtmlTable,
  cell: HtmlCell,
  name: 'colspan' | 'rowspan',
  count: number,
): TextEdit {
  const found = attributeOf(table.text, cell.open, name)
  if (found !== null && count <= 1) return { ...found.all, insert: '' }
  if (found !== null) return { ...found.span, insert: String(count) }
  const at = cell.open.to - 1
  return { from: at, to: at, insert: count <= 1 ? '' : ` ${name}="${String(count)}"` }
}

/** A stretch with the line it stands on alone. */
export function wholeLine(text: string, { from, to }: Span): Span {
  const gap = gapBefore(text, from)
  const ends = /^[ \t]*(?=\n|$)/.test(text.slice(to, to + 200))
  return gap.includes('\n') && ends ? { from: from - gap.length + gap.lastIndexOf('\n'), to } : { from, to }
}

/** Attributes a new cell has in common with its neighbour: how the column is aligned. */
function alignmentAttributes(table: HtmlTable, cell: HtmlCell): string {
  const { text } = table
  const align = attributeOf(text, cell.open, 'align')
  const style = /(?:^|;)\s*(text-align\s*:\s*[a-z]+)/i.exec(
    attributeOf(text, cell.open, 'style')?.value ?? '',
  )
  return (align ? ` align="${align.value}"` : '') + (style?.[1] === undefined ? '' : ` style="${style[1]}"`)
}

function newRow(table: HtmlTable, template: HtmlRow, columns: readonly HtmlCell[]): string {
  const { text } = table
  const first = template.cells[0]
  const second = template.cells[1]
  const lead = first ? gapBefore(text, first.open.from) : ''
  const between = second ? gapBefore(text, second.open.from) : lead
  const last = template.cells.at(-1)
  const end = last ? /^\s*/.exec(text.slice(last.to, template.to))?.[0] : ''
  const cells = columns.map((cell, at) => {
    const name = template.cells.includes(cell) ? cell.name : 'td'
    return `${at === 0 ? lead : between}<${name}${alignmentAttributes(table, cell)}></${name}>`
  })
  return `<tr>${cells.join('')}${end ?? ''}</tr>`
}

/** Adds a row before row `at`, or after the last; cells that reach over the place grow. */
export function addRow(table: HtmlTable, at: number, below: boolean, main: Place): TableChange | null {
  const { text, rows, grid } = table
  const above = rows[at - 1]
  const under = rows[at]
  const leavesHead = below && above?.section?.name === 'thead' && under !== undefined
  const beside = below && !leavesHead ? above : (under ?? above)
  if (beside === undefined) return null
  const line = grid[rows.indexOf(beside)] ?? []
  const grown = new Set<HtmlCell>()
  const columns: HtmlCell[] = []
  for (const [x, cell] of line.entries()) {
    const upper = grid[at - 1]?.[x]
    if (upper !== undefined && upper === grid[at]?.[x]) grown.add(upper)
    else if (cell !== undefined) columns.push(cell)
  }
  const row = newRow(table, beside, columns)
  const gap = gapBefore(text, beside.from)
  const after = beside === above
  const edits = [...grown].map((cell) => setSpan(table, cell, 'rowspan', cell.rowspan + 1))
  const place = after ? beside.to : beside.from
  edits.push({ from: place, to: place, insert: after ? gap + row : row + gap })
  return {
    edits,
    placeOf: (old) => (old.row >= at ? { ...old, row: old.row + 1 } : old),
    next: { row: at, cell: Math.max(0, Math.min(main.cell, columns.length - 1)) },
  }
}

/** Deletes rows; null where a cell would lose the row it begins in. The last row takes the table with it. */
export function deleteRows(table: HtmlTable, gone: readonly number[]): TableChange | null {
  const { text, rows, grid } = table
  if (gone.length >= rows.length) {
    return { edits: [{ from: 0, to: text.length, insert: '' }], placeOf: () => null, next: null }
  }
  const edits: TextEdit[] = []
  const shrunk = new Map<HtmlCell, number>()
  for (const at of gone) {
    for (const cell of new Set(grid[at])) {
      if (cell === undefined) continue
      const start = rows.findIndex((row) => row.cells.includes(cell))
      const staying = Array.from({ length: cell.rowspan }, (_, n) => start + n).filter(
        (one) => one < rows.length && !gone.includes(one),
      )
      if (gone.includes(start) && staying.length > 0) return null
      if (!gone.includes(start)) shrunk.set(cell, staying.length)
    }
  }
  for (const [cell, count] of shrunk) edits.push(setSpan(table, cell, 'rowspan', count))
  const emptied = new Set(
    rows
      .map((row) => row.section)
      .filter(
        (section) =>
          section !== null && rows.every((row, at) => row.section !== section || gone.includes(at)),
      ),
  )
  for (const section of emptied) if (section) edits.push({ ...wholeLine(text, section), insert: '' })
  for (const at of gone) {
    const row = rows[at]
    if (row && !emptied.has(row.section)) edits.push({ ...wholeLine(text, row), insert: '' })
  }
  const left = rows.length - gone.length
  return {
    edits,
    placeOf: (old) => {
      const row = old.row - gone.filter((one) => one < old.row).length
      return { ...old, row: Math.max(0, Math.min(left - 1, row)) }
    },
    next: null,
  }
}

/** A row's source as it is written in a section of another kind: header cells in the head, plain ones elsewhere. */
function rowIn(table: HtmlTable, row: HtmlRow, target: HtmlRow): string {
  const { text } = table
  const wasHead = row.section?.name === 'thead'
  const isHead = target.section?.name === 'thead'
  if (wasHead === isHead) return text.slice(row.from, row.to)
  const name = isHead ? 'th' : 'td'
  let at = row.from
  let result = ''
  for (const cell of row.cells) {
    result += `${text.slice(at, cell.open.from)}<${name}${text.slice(cell.open.from + 3, cell.content.to)}`
    if (cell.to > cell.content.to) result += `</${name}>`
    at = cell.to
  }
  return result + text.slice(at, row.to)
}

/** Puts the rows in another order; null where a cell reaches over several of those that move. */
export function moveRows(table: HtmlTable, to: (row: number) => number): TableChange | null {
  const { rows, grid } = table
  const edits: TextEdit[] = []
  for (const [at, row] of rows.entries()) {
    const target = rows[to(at)]
    if (target === undefined || target === row) continue
    if (grid[at]?.some((cell) => cell !== undefined && cell.rowspan > 1) === true) return null
    edits.push({ from: target.from, to: target.to, insert: rowIn(table, row, target) })
  }
  return { edits, placeOf: (old) => ({ ...old, row: to(old.row) }), next: null }
}
