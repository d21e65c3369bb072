import type { ChangeSpec, EditorState, Line } from '@codemirror/state'
import { enclosing } from './targets.ts'

/** What a line of Markdown begins with: indentation and quote marks, then a list marker, then a heading's marks. */
interface LineParts {
  readonly line: Line
  readonly prefix: string
  readonly list: string
  readonly heading: string
  readonly blank: boolean
}

const PARTS =
  /^(\s*(?:>[ \t]?)*[ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(#{1,6}(?:[ \t]+|$))?(.*)$/

function partsOf(line: Line): LineParts {
  const [, prefix = '', list = '', heading = '', rest = ''] = PARTS.exec(line.text) ?? []
  return { line, prefix, list, heading, blank: (list + heading + rest).trim() === '' }
}

const NO_HEADING = /^(?:FencedCode|CodeBlock|Table|HTMLBlock|CommentBlock|HorizontalRule|LinkReference)$/

/** The lines a command works on: those with text that is not code or the like, or the one line there is. */
function working(state: EditorState, lines: readonly Line[]): LineParts[] {
  const parts = lines.map(partsOf).filter(({ line, prefix }) => {
    const at = { from: line.from + prefix.length, to: line.from + prefix.length }
    return enclosing(state, at, (one) => NO_HEADING.test(one.name) && one.to > at.to) === null
  })
  const full = parts.filter((one) => !one.blank)
  return full.length === 0 ? parts.slice(0, 1) : full
}

/** Which level a heading gets from the one it has; 0 is plain text. */
export type NextLevel = (level: number) => number

const hashes = (level: number): string => (level === 0 ? '' : `${'#'.repeat(level)} `)

/** Heading marks of another level; lines of one selection get the level that follows that of the first. */
export function changeMarkdownHeading(
  state: EditorState,
  lines: readonly Line[],
  next: NextLevel,
): ChangeSpec[] {
  const first = lines[0]
  const underlined = first === undefined ? null : underlinedHeading(state, first, next)
  if (underlined !== null) return underlined
  const parts = working(state, lines)
  const marks = hashes(next(parts[0]?.heading.trim().length ?? 0))
  return parts.map(({ line, prefix, list, heading }) => {
    const from = line.from + prefix.length + list.length
    return { from, to: from + heading.length, insert: marks }
  })
}

/** A heading with an underline (CommonMark 4.3) as a line of its next level with `#` and without the underline. */
function underlinedHeading(state: EditorState, line: Line, next: NextLevel): ChangeSpec[] | null {
  const node = enclosing(state, { from: line.to, to: line.to }, (one) => one.name.startsWith('SetextHeading'))
  const underline = node?.getChild('HeaderMark') ?? null
  if (node === null || underline === null) return null
  const marks = hashes(next(node.name === 'SetextHeading1' ? 1 : 2))
  const changes: ChangeSpec[] = [{ from: node.from, insert: marks }]
  const last = state.doc.lineAt(underline.from).number - 1
  for (let at = state.doc.lineAt(node.from).number; at < last; at += 1) {
    const below = state.doc.line(at + 1)
    changes.push({ from: below.from - 1, to: below.from + partsOf(below).prefix.length, insert: ' ' })
  }
  return [...changes, { from: state.doc.line(last).to, to: underline.to }]
}

const WHOLE = /^(?:FencedCode|Table|HTMLBlock|CommentBlock)$/

/** The lines together with those of the code, tables and HTML that they are part of. */
function wholeBlocks(state: EditorState, lines: readonly Line[]): readonly Line[] {
  const numbers = new Map(lines.map((line) => [line.number, line]))
  for (const line of [lines[0], lines.at(-1)]) {
    if (line === undefined) continue
    const block = enclosing(state, { from: line.to, to: line.to }, (one) => WHOLE.test(one.name))
    if (block === null) continue
    const last = state.doc.lineAt(block.to).number
    for (let at = state.doc.lineAt(block.from).number; at <= last; at += 1)
      numbers.set(at, state.doc.line(at))
  }
  return [...numbers.values()].sort((a, b) => a.number - b.number)
}

/** The indentation that all lines have under a list item they continue; none where an item begins among them. */
function itemIndent(state: EditorState, lines: readonly Line[]): number {
  const full = lines.filter((line) => line.text.trim() !== '')
  const indent = Math.min(...full.map((line) => line.text.length - line.text.trimStart().length))
  const first = full[0]
  if (first === undefined || indent < 2) return 0
  const at = first.from + indent
  const item = enclosing(state, { from: at, to: at }, (one) => one.name === 'ListItem')
  return item !== null && item.from < first.from ? indent : 0
}

/**
 * A `>` before every line, or away when all have one. Blank lines between are quoted too, so that it stays one quote;
 * so is all of the code or table that a line is part of. What continues a list item is quoted inside that.
 */
export function toggleMarkdownQuote(state: EditorState, chosen: readonly Line[]): ChangeSpec[] {
  const lines = wholeBlocks(state, chosen)
  const indent = itemIndent(state, lines)
  const textOf = (line: Line): string => line.text.slice(indent)
  const off = lines.every((line) => /^\s{0,3}>/.test(textOf(line)) || line.text.trim() === '')
  const any = lines.some((line) => line.text.trim() !== '')
  return lines.flatMap((line): ChangeSpec[] => {
    const from = line.from + Math.min(indent, line.length)
    if (!off || !any) {
      return [{ from, insert: ' '.repeat(Math.max(0, indent - line.length)) + '> ' }]
    }
    const mark = /^(\s{0,3})>[ \t]?/.exec(textOf(line))
    const space = mark?.[1]?.length ?? 0
    return mark === null ? [] : [{ from: from + space, to: from + mark[0].length }]
  })
}
