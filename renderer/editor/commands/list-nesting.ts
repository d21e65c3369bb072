import { indentLess, indentMore } from '@codemirror/commands'
import type { ChangeSpec, EditorState, StateCommand } from '@codemirror/state'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { firstItems, isInOrder, linesOfList, renumber } from './list-numbers.ts'
import { nestHtmlItem } from './html-nesting.ts'
import { canBeItem, linesBelow, readListLine, siblingAbove, type ListLine } from './markdown-lists.ts'
import { linesOf, selectedLines } from './targets.ts'

/** The line with its indentation moved by columns; tabs in it become spaces. */
function indented({ line, quote, indent }: ListLine, step: number): ChangeSpec {
  const from = line.from + quote.length
  const space = /^[ \t]*/.exec(line.text.slice(quote.length))?.[0] ?? ''
  const columns = Math.max(0, indent + step)
  if (!space.includes('\t') && step > 0) return { from, insert: ' '.repeat(step) }
  if (!space.includes('\t')) return { from, to: from + Math.min(space.length, -step) }
  return { from, to: from + space.length, insert: ' '.repeat(columns) }
}

/** How far the item that holds this one is out; all of its indentation when none does. */
function outwards(state: EditorState, item: ListLine): number {
  for (let number = item.line.number - 1; number >= 1; number -= 1) {
    const above = readListLine(state.doc.line(number))
    if (above.blank) continue
    if (above.marker !== '' && above.indent < item.indent) return item.indent - above.indent
    if (above.marker === '' && above.indent === 0) break
  }
  return item.indent
}

/**
 * Moves list items under the item before them (CommonMark 5.2: by the width of its marker), or back out, with all that
 * is under them; lists that are numbered through stay so.
 */
function nest(inwards: boolean): StateCommand {
  return ({ state, dispatch }) => {
    if (state.facet(bodyFormatFacet) !== 'markdown') return false
    const lines = selectedLines(state).map(readListLine)
    const first = lines[0]
    if (first === undefined || first.marker === '' || !canBeItem(state, first)) return false
    const sibling = inwards ? siblingAbove(state, first) : null
    const width = sibling ? sibling.marker.trimEnd().length + 1 : 0
    const gap = sibling ? sibling.marker.length - sibling.marker.trimEnd().length : 1
    const step = sibling
      ? sibling.indent + width + Math.min(Math.max(gap, 1), 4) - 1 - first.indent
      : inwards
        ? 0
        : -outwards(state, first)
    if (step === 0) return true
    const moved = new Map(lines.map((one) => [one.line.number, one]))
    for (const one of lines) {
      if (one.marker === '') continue
      for (const below of linesBelow(state, one)) moved.set(below.line.number, below)
    }
    const changes = state.changes(
      [...moved.values()].flatMap((one) => (one.blank ? [] : [indented(one, step)])),
    )
    const last = Math.max(...moved.keys())
    const list = linesOfList(state, first.line.number, last)
    const kept = new Set([...firstItems(list)].filter((line) => !moved.has(line)))
    const next = state.update({ changes }).state
    const numbers = isInOrder(list) ? renumber(linesOfList(next, first.line.number, last), kept) : []
    const all = changes.compose(next.changes(numbers))
    dispatch(
      state.update({
        changes: all,
        selection: state.selection.map(all, 1),
        scrollIntoView: true,
        userEvent: 'input.format',
      }),
    )
    return true
  }
}

const nestItem = nest(true)
const unnestItem = nest(false)

const severalLines: StateCommand = ({ state }) =>
  state.selection.ranges.some((range) => !range.empty && linesOf(state, range).length > 1)

/** Tab: nests list items, indents selected lines; elsewhere it moves the focus on, as in any page. */
export const tab: StateCommand = (target) =>
  nestItem(target) || nestHtmlItem(true)(target) || (severalLines(target) && indentMore(target))

/** Shift-Tab: the inverse of `tab`. */
export const shiftTab: StateCommand = (target) =>
  unnestItem(target) || nestHtmlItem(false)(target) || (severalLines(target) && indentLess(target))
