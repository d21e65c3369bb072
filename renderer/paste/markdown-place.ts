import type { EditorState } from '@codemirror/state'
import type { Span } from '../../core/article/text-edit.ts'
import { splitField } from '../editor/article-fields.ts'
import { enclosing } from '../editor/commands/targets.ts'
import type { PasteChange } from './insertion.ts'
import type { PastedText } from './pasted-text.ts'

const MARKER = /[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+/
/** What stands before the text of a line in lists and quotes (CommonMark 5). */
const PREFIX = new RegExp(String.raw`^(?:[ \t]*(?:>[ ]?|${MARKER.source}))*[ \t]*`)
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]/

/** How further lines begin that belong to the same items and quotes. */
function continuation(prefix: string): string {
  return prefix.replace(new RegExp(MARKER.source, 'g'), (marker) =>
    ' '.repeat(marker.replace(/\[[ xX]\][ \t]+$/, '').length),
  )
}

function indented(text: string, indent: string): string {
  const blank = indent.trimEnd()
  return text
    .split('\n')
    .map((line, i) => (i === 0 ? line : line === '' ? blank : indent + line))
    .join('\n')
}

/** The lines of a list or quote a place is in begin like this; empty elsewhere. */
export function linePrefix(state: EditorState, pos: number): string {
  const line = state.doc.lineAt(pos)
  return PREFIX.exec(line.text.slice(0, pos - line.from))?.[0] ?? ''
}

/** A pasted text in a Markdown body. */
export function markdownPlace(state: EditorState, range: Span, pasted: PastedText): PasteChange {
  const line = state.doc.lineAt(range.from)
  const last = state.doc.lineAt(range.to)
  const prefix = linePrefix(state, range.from)
  const indent = continuation(prefix)
  const before = line.text.slice(prefix.length, range.from - line.from)
  const after = last.text.slice(range.to - last.from)
  const at = (from: number, head: string, text: string, tail: string): PasteChange => ({
    changes: [{ from, to: range.to, insert: head + text + tail }],
    caret: { change: 0, at: head.length + text.length },
  })
  if (enclosing(state, range, (one) => one.name === 'Table') !== null && line.text.includes('|'))
    return at(range.from, '', inCell(pasted), '')
  if (/^ {0,3}#{1,6}[ \t]/.test(line.text) && pasted.kind !== 'blocks')
    return at(range.from, '', pasted.text.replace(/\s*\n\s*/g, ' '), '')
  const item = new RegExp(`(${MARKER.source})[ \t]*$`).exec(prefix)
  if (item !== null && before === '' && after.trim() === '' && ITEM.test(pasted.text)) {
    // Items pasted into an item with nothing in it take its place.
    return at(
      line.from + item.index,
      '',
      indented(pasted.text, continuation(prefix.slice(0, item.index))),
      '',
    )
  }
  const text = indented(pasted.text, indent)
  if (pasted.kind !== 'blocks') return at(range.from, '', text, '')
  const gap = `\n${indent.trimEnd()}\n${indent}`
  const above = lineText(state, line.number - 1)
  const below = lineText(state, last.number + 1)
  const crowded = (other: string, own: string): boolean =>
    PREFIX.exec(other)?.[0].length !== other.length && !(ITEM.test(other) && ITEM.test(own))
  const first = pasted.text.slice(0, pasted.text.indexOf('\n') + 1 || undefined)
  const final = pasted.text.slice(pasted.text.lastIndexOf('\n') + 1)
  const head = before.trim() !== '' ? gap : item === null && crowded(above, first) ? `\n${indent}` : ''
  const tail = after.trim() !== '' ? gap : crowded(below, final) ? `\n${indent.trimEnd()}` : ''
  const from = before.trim() === '' ? range.from : range.from - (/[ \t]*$/.exec(before)?.[0].length ?? 0)
  return at(from, head, text, tail)
}

/** A line of the body; empty beyond its ends. */
function lineText(state: EditorState, number: number): string {
  if (number < 1 || number > state.doc.lines) return ''
  const line = state.doc.line(number)
  return line.from < state.field(splitField).body.from ? '' : line.text
}

/** A text on one line, for a cell of a table (GFM 4.10). */
function inCell(pasted: PastedText): string {
  return pasted.text
    .trim()
    .replace(/ *\n[\s\n]*/g, '<br>')
    .replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 1 ? bar : `${slashes}\\|`))
}
