import type { Span } from '../article/text-edit.ts'
import type { Alignment } from './table.ts'

/** A line of a Markdown table, in pieces that make the line again when joined. */
export interface TableLine {
  /** Indentation and quote marks, on the first line perhaps a list marker. */
  readonly prefix: string
  readonly opened: boolean
  /** What stands between the bars, spaces included. */
  readonly cells: readonly string[]
  /** The bar after the last cell with the white space behind it; empty without one. */
  readonly end: string
}

/** A table as GFM has it: a header, the delimiter row, and rows that may have too few cells or too many. */
export interface MarkdownTable {
  readonly header: TableLine
  readonly delimiter: TableLine
  readonly rows: readonly TableLine[]
}

const PREFIX = /^(?:[ \t]*>)*[ \t]*/
const FIRST_PREFIX = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t]))*[ \t]*/

/** Cuts a line at its bars; one behind a backslash is text, also in code (GFM, tables). */
function readLine(text: string, first: boolean): TableLine {
  const prefix = (first ? FIRST_PREFIX : PREFIX).exec(text)?.[0] ?? ''
  const opened = text[prefix.length] === '|'
  const cells: string[] = []
  let from = prefix.length + (opened ? 1 : 0)
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '|') {
      cells.push(text.slice(from, at))
      from = at + 1
    }
  }
  const rest = text.slice(from)
  const closed = rest.trim() === '' && cells.length > 0
  if (!closed) cells.push(rest)
  return { prefix, opened, cells, end: closed ? `|${rest}` : '' }
}

/** Reads the lines of a table, the first of which is its header. */
export function readMarkdownTable(text: string): MarkdownTable | null {
  const [header, delimiter, ...rows] = text.split('\n').map((line, at) => readLine(line, at === 0))
  return header === undefined || delimiter === undefined ? null : { header, delimiter, rows }
}

/** The line again, as it was read. */
export function writeLine({ prefix, opened, cells, end }: TableLine): string {
  return prefix + (opened ? '|' : '') + cells.join('|') + end
}

/** All lines of a table in order. */
export function linesOfTable(table: MarkdownTable): readonly TableLine[] {
  return [table.header, table.delimiter, ...table.rows]
}

/** The contents of the cells of a line that begins at `from`, without the spaces around them. */
export function cellSpans(line: TableLine, from: number): Span[] {
  let at = from + line.prefix.length + (line.opened ? 1 : 0)
  return line.cells.map((cell) => {
    const lead = cell.length - cell.trimStart().length
    // Of an empty cell, the place one space behind the bar.
    const start = cell.trim() === '' ? at + Math.min(1, cell.length) : at + lead
    const span = { from: start, to: start + cell.trim().length }
    at += cell.length + 1
    return span
  })
}

/** What a cell of the delimiter row says. */
export function alignmentOf(cell: string): Alignment {
  const mark = cell.trim()
  if (mark.startsWith(':')) return mark.endsWith(':') && mark.length > 1 ? 'center' : 'left'
  return mark.endsWith(':') ? 'right' : null
}

/** A cell of the delimiter row, `width` characters long (at least 3), without spaces around it. */
export function delimiterCell(alignment: Alignment, width: number): string {
  const dashes = '-'.repeat(Math.max(3, width))
  switch (alignment) {
    case 'left':
      return `:${dashes.slice(1)}`
    case 'center':
      return `:${dashes.slice(2)}:`
    case 'right':
      return `${dashes.slice(1)}:`
    case null:
      return dashes
  }
}
