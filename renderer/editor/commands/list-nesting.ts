import { indentLess, indentMore } from '@codemirror/commands'
import type { ChangeSpec, StateCommand } from '@codemirror/state'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { apply, linesOf, selectedLines } from './targets.ts'

const ITEM = /^((?:>[ \t]?)*)([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)/

interface Item {
  readonly indent: number
  readonly width: number
  /** Where the indentation begins, in the line. */
  readonly at: number
}

function itemOf(text: string): Item | null {
  const match = ITEM.exec(text)
  if (match === null) return null
  const [, quote = '', indent = '', marker = ''] = match
  return { at: quote.length, indent: indent.length, width: marker.length }
}

/** Moves list items under the item before them (CommonMark 5.2: by the width of its marker), or back out. */
function nest(inwards: boolean): StateCommand {
  return (target) => {
    const { state } = target
    if (state.facet(bodyFormatFacet) !== 'markdown') return false
    const lines = selectedLines(state)
    const first = lines[0]
    const item = first === undefined ? null : itemOf(first.text)
    if (first === undefined || item === null) return false
    let step = 0
    for (let number = first.number - 1; number >= 1; number -= 1) {
      const { text } = state.doc.line(number)
      const above = itemOf(text)
      if (above === null && text.trim() !== '' && !/^\s/.test(text)) break
      if (above === null || (inwards ? above.indent > item.indent : above.indent >= item.indent)) continue
      step = inwards ? Math.max(0, above.indent + above.width - item.indent) : item.indent - above.indent
      break
    }
    if (step === 0 && !inwards) step = item.indent
    const changes = lines.flatMap((line): ChangeSpec[] => {
      if (line.text.trim() === '' || step === 0) return []
      const at = line.from + item.at
      if (inwards) return [{ from: at, insert: ' '.repeat(step) }]
      const spaces = /^[ \t]*/.exec(line.text.slice(item.at))?.[0].length ?? 0
      return spaces === 0 ? [] : [{ from: at, to: at + Math.min(step, spaces) }]
    })
    return apply(target, changes) || !inwards || step === 0
  }
}

const nestItem = nest(true)
const unnestItem = nest(false)

const severalLines: StateCommand = ({ state }) =>
  state.selection.ranges.some((range) => !range.empty && linesOf(state, range).length > 1)

/** Tab: nests list items, indents selected lines; elsewhere it moves the focus on, as in any page. */
export const tab: StateCommand = (target) => nestItem(target) || (severalLines(target) && indentMore(target))

/** Shift-Tab: the inverse of `tab`. */
export const shiftTab: StateCommand = (target) =>
  unnestItem(target) || (severalLines(target) && indentLess(target))
