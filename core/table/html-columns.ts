import type { TextEdit } from '../article/text-edit.ts'
import { setSpan } from './html-rows.ts'
import { attributeOf, gapBefore, type HtmlCell, type HtmlRow, type HtmlTable } from './html-table.ts'
import type { Alignment, Place, TableChange } from './table.ts'

/** A gap between tags that keeps cells on lines of their own; elsewhere none. */
const lineGap = (text: string, at: number): string => {
  const gap = gapBefore(text, at)
  return gap.includes('\n') ? gap : ''
}

const nameFor = (row: HtmlRow, beside: HtmlCell): string =>
  row.section?.name === 'thead' || row.cells.every((cell) => cell.name === 'th') ? beside.name : 'td'

/** Adds a column before grid column `at`, or after the last; cells that reach over the place grow. */
export function addColumn(table: HtmlTable, at: number, main: Place): TableChange {
  const { text, rows, grid } = table
  const edits: TextEdit[] = []
  const added = new Map<number, number>()
  for (const [number, row] of rows.entries()) {
    const left = grid[number]?.[at - 1]
    if (left !== undefined && left === grid[number]?.[at]) {
      if (row.cells.includes(left)) edits.push(setSpan(table, left, 'colspan', left.colspan + 1))
      continue
    }
    const before = row.cells.filter((cell) => cell.column < at).at(-1)
    const beside = before ?? row.cells[0]
    if (beside === undefined) continue
    const name = nameFor(row, beside)
    const cell = `<${name}></${name}>`
    const gap = lineGap(text, beside.open.from)
    added.set(number, before === undefined ? 0 : row.cells.indexOf(before) + 1)
    edits.push(
      before === undefined
        ? { from: beside.open.from, to: beside.open.from, insert: cell + gap }
        : { from: before.to, to: before.to, insert: gap + cell },
    )
  }
  const own = added.get(main.row)
  return {
    edits,
    placeOf: (old) => {
      const inserted = added.get(old.row)
      return inserted !== undefined && old.cell >= inserted ? { ...old, cell: old.cell + 1 } : old
    },
    next: own === undefined ? null : { row: main.row, cell: own },
  }
}

/** Deletes grid columns; cells that reach beyond them shrink. The last column takes the table with it. */
export function deleteColumns(table: HtmlTable, gone: readonly number[]): TableChange {
  const { text, rows, columns } = table
  if (gone.length >= columns) {
    return { edits: [{ from: 0, to: text.length, insert: '' }], placeOf: () => null, next: null }
  }
  const edits: TextEdit[] = []
  const removed = new Map<number, number[]>()
  for (const [number, row] of rows.entries()) {
    const lost: number[] = []
    for (const [at, cell] of row.cells.entries()) {
      const own = gone.filter((one) => one >= cell.column && one < cell.column + cell.colspan).length
      if (own === 0) continue
      if (own < cell.colspan) edits.push(setSpan(table, cell, 'colspan', cell.colspan - own))
      else {
        lost.push(at)
        const from = cell.open.from - lineGap(text, cell.open.from).length
        edits.push({ from, to: cell.to, insert: '' })
      }
    }
    removed.set(number, lost)
  }
  return {
    edits,
    placeOf: (old) => {
      const lost = removed.get(old.row) ?? []
      const left = (rows[old.row]?.cells.length ?? 0) - lost.length
      const cell = old.cell - lost.filter((one) => one < old.cell).length
      return { ...old, cell: Math.max(0, Math.min(left - 1, cell)) }
    },
    next: null,
  }
}

/** Puts grid columns in another order; null where a cell reaches over several of those that move. */
export function moveColumns(table: HtmlTable, to: (column: number) => number): TableChange | null {
  const { text, rows } = table
  const edits: TextEdit[] = []
  const orders: (readonly HtmlCell[])[] = []
  for (const row of rows) {
    if (row.cells.some((cell) => cell.colspan > 1 && spansMove(cell, to))) return null
    const order = [...row.cells].sort((a, b) => to(a.column) - to(b.column))
    orders.push(order)
    for (const [at, cell] of order.entries()) {
      const slot = row.cells[at]
      if (slot === undefined || slot === cell) continue
      edits.push({ from: slot.open.from, to: slot.to, insert: text.slice(cell.open.from, cell.to) })
    }
  }
  return {
    edits,
    placeOf: (old) => {
      const cell = rows[old.row]?.cells[old.cell]
      return cell === undefined ? old : { ...old, cell: orders[old.row]?.indexOf(cell) ?? old.cell }
    },
    next: null,
  }
}

function spansMove(cell: HtmlCell, to: (column: number) => number): boolean {
  return Array.from({ length: cell.colspan }, (_, n) => cell.column + n).some(
    (column) => to(column) !== column,
  )
}

const TEXT_ALIGN = /(^|;)\s*text-align\s*:\s*([a-z]+)\s*/i

/** How a cell says it is aligned. */
function alignmentIn(table: HtmlTable, cell: HtmlCell): string | null {
  const style = TEXT_ALIGN.exec(attributeOf(table.text, cell.open, 'style')?.value ?? '')?.[2]
  return (style ?? attributeOf(table.text, cell.open, 'align')?.value)?.toLowerCase() ?? null
}

/** The edits that align a cell, or take its alignment away, and leave its other attributes as they are. */
function alignCell(table: HtmlTable, cell: HtmlCell, alignment: Alignment): TextEdit[] {
  const { text } = table
  const old = attributeOf(text, cell.open, 'align')
  const edits: TextEdit[] = old === null ? [] : [{ ...old.all, insert: '' }]
  const style = attributeOf(text, cell.open, 'style')
  const written = alignment === null ? '' : `text-align: ${alignment}`
  if (style === null) {
    const at = cell.open.from + 1 + cell.name.length
    if (written !== '') edits.push({ from: at, to: at, insert: ` style="${written}"` })
    return edits
  }
  const rest = style.value.replace(TEXT_ALIGN, '').replace(/^\s*;\s*|\s*;\s*$/g, '')
  const value = [rest, written].filter((one) => one !== '').join('; ')
  edits.push(value === '' ? { ...style.all, insert: '' } : { ...style.span, insert: value })
  return edits
}

/** Aligns the cells of grid columns, or no longer when all of them are aligned so already. */
export function alignColumns(
  table: HtmlTable,
  columns: readonly number[],
  alignment: Alignment,
): TableChange {
  const cells = table.rows.flatMap((row) => row.cells.filter((cell) => columns.includes(cell.column)))
  const off = cells.every((cell) => alignmentIn(table, cell) === alignment)
  return {
    edits: cells.flatMap((cell) => alignCell(table, cell, off ? null : alignment)),
    placeOf: (old) => old,
    next: null,
  }
}
