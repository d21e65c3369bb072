import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state'
import { applyEdits, type Span } from '../../../../core/article/text-edit.ts'
import type { Place, TableChange, TableOperation } from '../../../../core/table/table.ts'
import { cellAt, findTable, type FoundTable } from './find-table.ts'

/** A table with the carets and selections in it. */
interface Affected {
  readonly table: FoundTable
  readonly ranges: SelectionRange[]
  /** The cells the ranges touch; that of the last range's head comes first. */
  readonly places: Place[]
}

function affectedTables(state: EditorState): Affected[] {
  const found = new Map<number, Affected>()
  for (const range of state.selection.ranges) {
    const table = findTable(state, range.head)
    if (table === null) continue
    const affected = found.get(table.from) ?? { table, ranges: [], places: [] }
    affected.ranges.push(range)
    affected.places.unshift(cellAt(table, range.head), ...placesIn(table, range))
    found.set(table.from, affected)
  }
  return [...found.values()]
}

/** The cells between a selection's ends: the rectangle they span. */
function placesIn(table: FoundTable, range: SelectionRange): Place[] {
  if (range.empty) return []
  const start = cellAt(table, Math.max(range.from, table.from))
  const end = cellAt(table, Math.min(range.to, table.to))
  const left = Math.min(start.cell, end.cell)
  const right = Math.max(start.cell, end.cell)
  const places: Place[] = []
  for (let row = start.row; row <= end.row; row += 1) {
    for (let cell = left; cell <= right; cell += 1) places.push({ row, cell })
  }
  return places
}

/** A place of the old document in the changed table: in the same cell, as far from its start. */
function follow(pos: number, one: Affected, change: TableChange, after: FoundTable): number {
  const { table } = one
  const old = cellAt(table, pos)
  const content = table.cells[old.row]?.[old.cell]
  const place = change.placeOf(old)
  const target = place === null ? null : (after.cells[place.row]?.[place.cell] ?? null)
  if (target === null || content === undefined) return after.from
  const offset = Math.max(0, pos - table.from - content.from)
  return after.from + Math.min(target.from + offset, target.to)
}

function caretIn(cells: readonly (readonly Span[])[], { row, cell }: Place): number {
  const line = cells[row] ?? cells.at(-1)
  return (line?.[cell] ?? line?.at(-1))?.to ?? 0
}

/** Does an operation to every table that has a caret; each caret stays with its cell or goes to the new one. */
export function changeTable(operation: TableOperation): StateCommand {
  return ({ state, dispatch }) => {
    const done = affectedTables(state).flatMap((one) => {
      const change = one.table.notation.change(one.table.text, operation, one.places)
      return change === null || change.edits.length === 0 ? [] : [{ ...one, change }]
    })
    if (done.length === 0) return false
    const specs = done.flatMap(({ table, change }): ChangeSpec[] =>
      change.edits.map(({ from, to, insert }) => ({ from: table.from + from, to: table.from + to, insert })),
    )
    const changes = state.changes(specs)
    const moved = new Map<SelectionRange, SelectionRange>()
    for (const one of done) {
      const { table, change, ranges } = one
      const text = applyEdits(table.text, change.edits)
      const from = changes.mapPos(table.from, -1)
      const after = { ...table, from, to: from + text.length, text, cells: table.notation.read(text) }
      for (const range of ranges) {
        const head = follow(range.head, one, change, after)
        // What was selected is gone: only the caret goes on.
        const anchor = operation.startsWith('delete') ? head : follow(range.anchor, one, change, after)
        moved.set(
          range,
          change.next === null
            ? EditorSelection.range(anchor, head)
            : EditorSelection.cursor(from + caretIn(after.cells, change.next)),
        )
      }
    }
    const ranges = state.selection.ranges.map((range) => moved.get(range) ?? range.map(changes))
    dispatch(
      state.update({
        changes,
        selection: EditorSelection.create(ranges, state.selection.mainIndex),
        scrollIntoView: true,
        userEvent: 'input.table',
      }),
    )
    return true
  }
}
