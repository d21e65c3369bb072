import { EditorSelection, type EditorState, type SelectionRange, type StateCommand } from '@codemirror/state'
import { markdownTables } from '../../../../core/table/markdown-changes.ts'
import { linesOfTable, readMarkdownTable, writeLine } from '../../../../core/table/markdown-table.ts'
import { changeTable } from './change-table.ts'
import { cellAt, findTable, type FoundTable } from './find-table.ts'

const rowBelow = changeTable('rowBelow')

/** The content of a cell, selected. */
function selectCell(table: FoundTable, row: number, cell: number): SelectionRange | null {
  const cells = table.cells[row]
  const span = cells?.[Math.min(cell, cells.length - 1)]
  return span ? EditorSelection.range(table.from + span.from, table.from + span.to) : null
}

function step(state: EditorState, range: SelectionRange, by: 1 | -1): SelectionRange | 'end' | null {
  const table = findTable(state, range.head)
  if (table === null) return null
  let { row, cell } = cellAt(table, range.head)
  cell += by
  if (cell < 0) {
    row -= 1
    cell = (table.cells[row]?.length ?? 0) - 1
  } else if (cell >= (table.cells[row]?.length ?? 0)) {
    row += 1
    cell = 0
  }
  if (row >= table.cells.length) return 'end'
  return selectCell(table, row, cell) ?? range
}

/** Puts each caret into the cell after (1) or before (-1) its own; after the last cell there is a new row. */
function goToCell(by: 1 | -1): StateCommand {
  return ({ state, dispatch }) => {
    const steps = state.selection.ranges.map((range) => step(state, range, by))
    const end = steps.indexOf('end')
    if (end >= 0) return addRowAtEnd(state, dispatch, state.selection.ranges[end])
    const ranges = steps.filter((one) => one !== null && one !== 'end')
    if (ranges.length < steps.length) return false
    dispatch(
      state.update({
        selection: EditorSelection.create(ranges, state.selection.mainIndex),
        scrollIntoView: true,
        userEvent: 'select',
      }),
    )
    return true
  }
}

function addRowAtEnd(
  state: EditorState,
  dispatch: Parameters<StateCommand>[0]['dispatch'],
  range: SelectionRange | undefined,
): boolean {
  const table = range ? findTable(state, range.head) : null
  const first = table?.cells.at(-1)?.[0]
  if (table === null || first === undefined) return false
  const inFirst = state.update({ selection: { anchor: table.from + first.from } })
  return rowBelow({
    state: inFirst.state,
    dispatch: (tr) =>
      dispatch(
        state.update({
          changes: tr.changes,
          selection: tr.newSelection,
          scrollIntoView: true,
          userEvent: 'input.table',
        }),
      ),
  })
}

/** Tab in a table: the next cell, its text selected; in the last cell a new row. */
export const nextCell = goToCell(1)

/** Shift-Tab in a table: the cell before. */
export const previousCell = goToCell(-1)

/** The one caret in a cell of a Markdown table; null elsewhere, and outside the outer bars of its line. */
function inMarkdownCell(state: EditorState): FoundTable | null {
  const { main, ranges } = state.selection
  if (ranges.length > 1 || !state.doc.lineAt(main.head).text.includes('|')) return null
  const table = findTable(state, main.head)
  if (table?.notation !== markdownTables || main.from < table.from || main.to > table.to) return null
  const line = state.doc.lineAt(main.head)
  const number = line.number - state.doc.lineAt(table.from).number
  const read = readMarkdownTable(table.text)
  const parts = read && linesOfTable(read)[number]
  if (!parts || line.from + parts.prefix.length + (parts.opened ? 1 : 0) > main.head) return null
  const end = writeLine(parts).length - parts.end.length
  return main.head - line.from <= end && (parts.end !== '' || main.head < line.to) ? table : null
}

/** Enter in a cell of a Markdown table: the cell below, in a new row after the last; an empty last row is left. */
export const enterInTable: StateCommand = ({ state, dispatch }) => {
  const table = inMarkdownCell(state)
  if (table === null) return false
  const { row, cell } = cellAt(table, state.selection.main.head)
  const below = selectCell(table, row + 1, cell)
  if (below !== null) {
    dispatch(state.update({ selection: below, scrollIntoView: true, userEvent: 'select' }))
    return true
  }
  if (row > 0 && table.cells[row]?.every(({ from, to }) => from === to) === true) {
    const last = state.doc.lineAt(table.to)
    const quote = /^[ \t>]*/.exec(last.text)?.[0] ?? ''
    const insert = `${quote.trimEnd()}\n${quote}`
    dispatch(
      state.update({
        changes: { from: last.from, to: last.to, insert },
        selection: { anchor: last.from + insert.length },
        scrollIntoView: true,
        userEvent: 'input',
      }),
    )
    return true
  }
  return rowBelow({ state, dispatch })
}

/** Shift-Enter in a cell of a Markdown table: a line break, which there has to be an element. */
export const breakInCell: StateCommand = ({ state, dispatch }) => {
  if (inMarkdownCell(state) === null) return false
  dispatch(state.update(state.replaceSelection('<br>'), { scrollIntoView: true, userEvent: 'input' }))
  return true
}
