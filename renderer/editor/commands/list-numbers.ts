import type { ChangeSpec, EditorState } from '@codemirror/state'
import { contentColumn, readListLine, type ListLine } from './markdown-lists.ts'

/** How many lines above and below a list is looked for. */
const REACH = 500

/** The lines of the lists around some lines, over blank ones. */
export function linesOfList(state: EditorState, first: number, last: number): ListLine[] {
  const quote = readListLine(state.doc.line(first)).quote.length
  const belongs = (one: ListLine): boolean =>
    one.blank || (one.quote.length === quote && (one.marker !== '' || one.indent > 0))
  const at = (number: number): ListLine | null =>
    number >= 1 && number <= state.doc.lines ? readListLine(state.doc.line(number)) : null
  const found: ListLine[] = []
  let top = first
  for (let one = at(top - 1); one && belongs(one) && first - top < REACH; one = at(top - 1)) top -= 1
  for (let number = top, one = at(number); one && number < last + REACH; one = at((number += 1))) {
    if (number > last && !belongs(one)) break
    found.push(one)
  }
  return found
}

/** An item that is open while lines are gone through; the first stands for the text around all lists. */
interface Open {
  readonly before: number
  readonly after: number
  /** The last item directly under it. */
  child: { readonly sign: string; readonly number: number } | null
}

/** The number an item gets, from the one before it in its list (null: it is the first). */
type Numbering = (one: ListLine, before: number | null) => number

function number(lines: readonly ListLine[], numbering: Numbering): ChangeSpec[] {
  const changes: ChangeSpec[] = []
  const open: Open[] = [{ before: 0, after: 0, child: null }]
  for (const one of lines) {
    if (one.blank) continue
    while (open.length > 1 && one.indent < (open.at(-1)?.before ?? 0)) open.pop()
    const parent = open.at(-1)
    if (parent === undefined) continue
    const indent = parent.after + one.indent - parent.before
    const mark = one.marker.trimEnd()
    const sign = mark.slice(-1)
    let marker = one.marker
    if (one.marker === '') {
      if (one.indent === parent.before) parent.child = null
    } else if (/^\d/.test(mark)) {
      const before = parent.child?.sign === sign ? parent.child.number : null
      const next = numbering(one, before)
      parent.child = { sign, number: next }
      marker = String(next) + one.marker.slice(mark.length - 1)
    } else parent.child = { sign, number: 0 }
    if (one.marker !== '') {
      const after = indent + contentColumn({ ...one, indent: 0, marker })
      open.push({ before: contentColumn(one), after, child: null })
    }
    if (indent === one.indent && marker === one.marker) continue
    const from = one.line.from + one.quote.length
    const space = /^[ \t]*/.exec(one.line.text.slice(one.quote.length))?.[0].length ?? 0
    const insert = ' '.repeat(Math.max(0, indent)) + marker
    changes.push({ from, to: from + space + one.marker.length, insert })
  }
  return changes
}

/** Whether every number of the lists in these lines follows from the one before it. */
export function isInOrder(lines: readonly ListLine[]): boolean {
  let order = true
  number(lines, (one, before) => {
    const own = parseInt(one.marker, 10)
    if (before !== null && own !== before + 1) order = false
    return own
  })
  return order
}

/** The lines whose items come first in their lists. */
export function firstItems(lines: readonly ListLine[]): ReadonlySet<number> {
  const found = new Set<number>()
  number(lines, (one, before) => {
    if (before === null) found.add(one.line.number)
    return parseInt(one.marker, 10)
  })
  return found
}

/** Numbers the lists of these lines through; what is under an item moves with its text. `kept`: lines that keep their numbers where they come first. */
export function renumber(lines: readonly ListLine[], kept: ReadonlySet<number>): ChangeSpec[] {
  return number(lines, (one, before) => {
    if (before !== null) return before + 1
    return kept.has(one.line.number) ? parseInt(one.marker, 10) : 1
  })
}
