import type { ChangeSpec, EditorState, Line } from '@codemirror/state'

/** What stands before a block on its first line, and on those after it (CommonMark 5). */
interface Container {
  readonly first: string
  readonly next: string
  /** Whether the first line ends in a task's box: a block has to begin on the next one. */
  readonly task: boolean
}

const QUOTES = /^[ \t]*(?:>[ \t]?)*/
const ITEM = /^([ \t]*(?:>[ \t]?)*[ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)(\[[ xX]\](?:[ \t]+|$))?/

/** The quote or list item that lines stand in together. */
function containerOf(lines: readonly Line[]): Container {
  const [first, ...others] = lines
  const text = first?.text ?? ''
  const [whole, before = '', marker = '', box = ''] = ITEM.exec(text) ?? []
  const next = before + ' '.repeat(marker.length)
  const under = others.every((line) => line.text.trim() === '' || line.text.startsWith(next))
  if (whole !== undefined && marker !== '' && under)
    return { first: before + marker + box, next, task: box !== '' }
  const indents = lines.filter((line) => line.text.trim() !== '').map((line) => quotesOf(line.text))
  const common = indents.reduce(
    (a, b) => (b.startsWith(a) ? a : a.startsWith(b) ? b : ''),
    indents[0] ?? quotesOf(text),
  )
  return { first: common, next: common, task: false }
}

function quotesOf(text: string): string {
  return QUOTES.exec(text)?.[0] ?? ''
}

/** The line ends of what a fence is written behind: `> ` needs its space, an indentation is nothing by itself. */
const blank = (prefix: string): string => prefix.trimEnd()

/**
 * Puts `open` and `close` on lines of their own around lines, inside the quote or list item these are in. `gap`: blank
 * lines between it and text around it. `shift` is how far the lines' own text moves on, `caret` where `open` ends.
 */
export function fenced(
  state: EditorState,
  lines: readonly Line[],
  open: string,
  close: string,
  gap: boolean,
): { readonly changes: readonly ChangeSpec[]; readonly shift: number; readonly caret: number } {
  const first = lines[0] ?? state.doc.line(1)
  const last = lines.at(-1) ?? first
  const container = containerOf(lines)
  const { next } = container
  const inItem = container.first !== next
  const empty = (number: number): boolean =>
    number < 1 || number > state.doc.lines || state.doc.line(number).text.replace(/^[ \t>]*/, '') === ''
  const fence = /^-{3}\s*$/.test(first.number > 1 ? state.doc.line(first.number - 1).text : '')
  const before = gap && !inItem && !fence && !empty(first.number - 1) ? `${blank(next)}\n` : ''
  const after = gap && !empty(last.number + 1) && !isItem(state, last.number + 1) ? `\n${blank(next)}` : ''
  const at = first.from + Math.min(container.first.length, first.length)
  const start = container.task ? `\n${next}${open}` : open
  const insert = `${start}\n${next}`
  const changes: ChangeSpec[] = before === '' ? [] : [{ from: first.from, insert: before }]
  changes.push({ from: at, insert }, { from: last.to, insert: `\n${next}${close}${after}` })
  const shift = before.length + insert.length
  return { changes, shift, caret: at + before.length + start.length }
}

function isItem(state: EditorState, number: number): boolean {
  return ITEM.test(state.doc.line(number).text)
}

/** Takes the two lines with marks away, but not the quote or list marks they stand behind. */
export function unfence(state: EditorState, top: Line, bottom: Line): ChangeSpec[] {
  const [prefix = ''] = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+)*/.exec(top.text) ?? []
  if (top.number === bottom.number) return [{ from: top.from + prefix.length, to: bottom.to }]
  const below = state.doc.line(top.number + 1)
  const same = contentAt(below.text, prefix.length)
  if (below.number === bottom.number) return [{ from: top.from + prefix.length, to: bottom.to }]
  return [
    { from: top.from + prefix.length, to: below.from + same },
    { from: bottom.from - 1, to: bottom.to },
  ]
}

/** How much of a line's start is the indentation and quote marks of a block that begins in this column. */
export function contentAt(text: string, column: number): number {
  return /^[ \t>]*/.exec(text.slice(0, column))?.[0].length ?? 0
}
