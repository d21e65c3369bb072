import type { Span, TextEdit } from '../article/text-edit.ts'

/** What can be done to a table. Rows count from the header, columns from the start. */
export type TableOperation =
  | 'rowAbove'
  | 'rowBelow'
  | 'columnLeft'
  | 'columnRight'
  | 'moveRowUp'
  | 'moveRowDown'
  | 'moveColumnLeft'
  | 'moveColumnRight'
  | 'deleteRow'
  | 'deleteColumn'
  | 'alignLeft'
  | 'alignCenter'
  | 'alignRight'
  | 'format'

export type Alignment = 'left' | 'center' | 'right' | null

/** A cell by its row (0: the header) and its number within the row as written. */
export interface Place {
  readonly row: number
  readonly cell: number
}

/** What an operation does to a table's text. */
export interface TableChange {
  /** In the table's text; empty when there is nothing to do. */
  readonly edits: readonly TextEdit[]
  /** Where a cell is afterwards; null when it is gone. */
  readonly placeOf: (old: Place) => Place | null
  /** The new cell a writer goes on in; null: the one they were in. */
  readonly next: Place | null
}

/** A way of writing tables. */
export interface TableNotation {
  /** The cells' contents without outer spaces, by row, as spans of the table's text. */
  readonly read: (text: string) => readonly (readonly Span[])[]
  /** Does an operation at the cells given, of which the first is the main one; null when it cannot be done. */
  readonly change: (text: string, operation: TableOperation, at: readonly Place[]) => TableChange | null
}

/** The cell a place in the text is in or nearest to, on its row. */
export function placeAt(rows: readonly (readonly Span[])[], offset: number): Place {
  let best: Place = { row: 0, cell: 0 }
  let least = Infinity
  for (const [row, cells] of rows.entries()) {
    for (const [cell, { from, to }] of cells.entries()) {
      const distance = offset < from ? from - offset : offset > to ? offset - to : 0
      if (distance < least) {
        best = { row, cell }
        least = distance
      }
    }
  }
  return best
}

/** The numbers in order, each once. */
export function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** Moves numbers one step towards the end (1) or the start (-1): where each of `count` is then; null when stuck. */
export function movedOrder(
  numbers: readonly number[],
  step: 1 | -1,
  count: number,
): ((at: number) => number) | null {
  const first = numbers[0] ?? 0
  const last = numbers.at(-1) ?? 0
  if (first + step < 0 || last + step >= count) return null
  const order = Array.from({ length: count }, (_, at) => at)
  for (const number of step === 1 ? [...numbers].reverse() : numbers) {
    const [one] = order.splice(number, 1)
    if (one !== undefined) order.splice(number + step, 0, one)
  }
  return (at) => order.indexOf(at)
}
