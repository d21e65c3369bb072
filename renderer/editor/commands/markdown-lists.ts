import type { ChangeSpec, EditorState, Line } from '@codemirror/state'
import { enclosing } from './targets.ts'

export type ListKind = 'bullet' | 'ordered' | 'task'

/** A line of Markdown as quote marks, indentation, a list marker with its spaces, a task's box, and the rest. */
export interface ListLine {
  readonly line: Line
  readonly quote: string
  readonly indent: number
  readonly marker: string
  readonly box: string
  readonly blank: boolean
}

const LINE =
  /^((?:[ \t]{0,3}>[ \t]?)*)([ \t]*)(?:([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?)?(.*)$/

/** Reads a line; tabs of the indentation count to the next multiple of four columns (CommonMark 2.2). */
export function readListLine(line: Line): ListLine {
  const [, quote = '', space = '', sign = '', gap = '', box = '', rest = ''] = LINE.exec(line.text) ?? []
  const indent = Array.from(space).reduce((at, char) => (char === '\t' ? at + 4 - (at % 4) : at + 1), 0)
  return { line, quote, indent, marker: sign + gap, box, blank: rest.trim() === '' && sign === '' }
}

/** Where an item's text begins (CommonMark 5.2); a marker without text counts one space. */
export function contentColumn({ indent, marker }: ListLine): number {
  const width = marker.trimEnd().length
  const gap = marker.length - width
  return indent + width + (gap >= 1 && gap <= 4 ? gap : 1)
}

function kindOf({ marker, box }: ListLine): ListKind | null {
  if (marker === '') return null
  if (box !== '') return 'task'
  return /^\d/.test(marker) ? 'ordered' : 'bullet'
}

/** Whether a list marker before a line would make it an item: not in code, tables, HTML or a rule. */
export function canBeItem(state: EditorState, { line, quote }: ListLine): boolean {
  const at = line.from + quote.length + line.text.slice(quote.length).search(/\S|$/)
  const WHOLE = /^(?:FencedCode|CodeBlock|Table|HTMLBlock|CommentBlock|HorizontalRule)$/
  return enclosing(state, { from: at, to: at }, (one) => WHOLE.test(one.name) && one.to > at) === null
}

/** How many lines above and below are looked at for the list a line belongs to. */
const REACH = 500

/** The line of the item that a line without a marker belongs to; null when it belongs to none. */
function ownerOf(state: EditorState, one: ListLine): ListLine | null {
  let { indent } = one
  for (let number = one.line.number - 1; number >= 1 && number > one.line.number - REACH; number -= 1) {
    const above = readListLine(state.doc.line(number))
    if (above.blank) continue
    if (above.quote.length !== one.quote.length) return null
    if (above.marker !== '' && contentColumn(above) <= indent) return above
    if (above.indent < indent && above.marker === '') indent = above.indent
    if (above.indent === 0 && above.marker === '') return null
  }
  return null
}

/** The item before one, in its list and on its level; null without any. */
export function siblingAbove(state: EditorState, one: ListLine): ListLine | null {
  for (let number = one.line.number - 1; number >= 1 && number > one.line.number - REACH; number -= 1) {
    const above = readListLine(state.doc.line(number))
    if (above.blank) continue
    if (above.quote.length !== one.quote.length) return null
    if (above.marker !== '' && above.indent <= one.indent && one.indent < contentColumn(above)) return above
    if (above.indent < one.indent || (above.marker === '' && above.indent === 0)) return null
  }
  return null
}

/** The lines that follow and belong to these: what is indented under the last item, over blank lines. */
export function linesBelow(state: EditorState, last: ListLine): ListLine[] {
  const found: ListLine[] = []
  let sure = 0
  for (let number = last.line.number + 1; number <= state.doc.lines && found.length < REACH; number += 1) {
    const below = readListLine(state.doc.line(number))
    if (!below.blank && (below.quote.length !== last.quote.length || below.indent < contentColumn(last)))
      break
    found.push(below)
    if (!below.blank) sure = found.length
  }
  return found.slice(0, sure)
}

/** An open item while lines are gone through: its text's column before and after. */
interface Level {
  readonly indent: number
  readonly before: number
  readonly after: number
}

const spaces = (count: number): string => ' '.repeat(Math.max(0, count))

/**
 * List markers of a kind on every line with text, in place of other markers; away when all items have them. What is
 * under an item moves with its text, so that it stays under it.
 */
export function toggleMarkdownList(state: EditorState, lines: readonly Line[], kind: ListKind): ChangeSpec[] {
  const chosen = new Map<number, ListLine>()
  const read = lines.map(readListLine)
  const full = read.filter((one) => !one.blank && canBeItem(state, one))
  const first = full[0] ?? (read.every((one) => one.blank) ? read[0] : undefined)
  if (first === undefined) return []
  const owner = first.marker === '' && !first.blank ? ownerOf(state, first) : null
  if (owner !== null) chosen.set(owner.line.number, owner)
  let top = owner
  for (const one of full.length === 0 ? [first] : full) {
    // A line under an item of the selection is part of that item.
    if (top !== null && one.marker === '' && one.indent >= contentColumn(top)) continue
    chosen.set(one.line.number, one)
    top = one.marker === '' ? null : one
  }
  const items = [...chosen.values()]
  const off = items.every((one) => kindOf(one) === kind)
  const from = items[0]
  const last = items.at(-1)
  if (from === undefined || last === undefined) return []
  const end = linesBelow(state, last).at(-1)?.line.number ?? last.line.number
  const above = from.blank && from.marker === '' ? null : siblingAbove(state, { ...from, marker: '- ' })
  return rewrite(state, from.line.number, end, chosen, off ? null : kind, above)
}

function rewrite(
  state: EditorState,
  start: number,
  end: number,
  chosen: ReadonlyMap<number, ListLine>,
  kind: ListKind | null,
  above: ListLine | null,
): ChangeSpec[] {
  const changes: ChangeSpec[] = []
  const levels: Level[] = []
  const numbers = new Map<number, number>()
  const isAbove = above !== null && kindOf(above) === kind
  const sign = isAbove && kind !== 'ordered' ? above.marker.charAt(0) : '-'
  const dot = isAbove && kind === 'ordered' ? above.marker.trimEnd().slice(-1) : '.'
  if (isAbove && kind === 'ordered') numbers.set(above.indent, parseInt(above.marker, 10))
  for (let number = start; number <= end; number += 1) {
    const one = readListLine(state.doc.line(number))
    if (one.blank && !chosen.has(number)) continue
    for (let level = levels.at(-1); level && one.indent < level.before; level = levels.at(-1)) levels.pop()
    const parent = levels.at(-1)
    const indent = parent ? parent.after + one.indent - parent.before : one.indent
    const item = chosen.has(number)
    let marker = one.marker
    let box = one.box
    if (item) {
      for (const depth of numbers.keys()) if (depth > one.indent) numbers.delete(depth)
      const next = (numbers.get(one.indent) ?? 0) + 1
      numbers.set(one.indent, next)
      marker = kind === null ? '' : kind === 'ordered' ? `${String(next)}${dot} ` : `${sign} `
      box = kind === 'task' ? '[ ] ' : ''
    }
    const before = one.marker === '' ? one.indent + 1 : contentColumn(one)
    const after = indent + (marker === '' ? 0 : contentColumn({ ...one, indent: 0, marker }))
    if (item || one.marker !== '')
      levels.push({ indent: one.indent, before, after: one.marker === '' ? after + 1 : after })
    const at = one.line.from + one.quote.length
    const old = one.line.text.slice(one.quote.length).length - rest(one).length
    const insert = spaces(indent) + marker + box
    if (one.line.text.slice(one.quote.length, one.quote.length + old) !== insert)
      changes.push({ from: at, to: at + old, insert })
  }
  return changes
}

/** What stands behind the marker and the box. */
function rest({ line }: ListLine): string {
  return LINE.exec(line.text)?.[6] ?? ''
}
