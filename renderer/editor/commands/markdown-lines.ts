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

export type ListKind = 'bullet' | 'ordered' | 'task'

const PARTS =
  /^(\s*(?:>[ \t]?)*[ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(#{1,6}(?:[ \t]+|$))?(.*)$/

function partsOf(line: Line): LineParts {
  const [, prefix = '', list = '', heading = '', rest = ''] = PARTS.exec(line.text) ?? []
  return { line, prefix, list, heading, blank: (list + heading + rest).trim() === '' }
}

/** The lines a command works on: those with text, or the one line there is. */
function working(lines: readonly Line[]): LineParts[] {
  const parts = lines.map(partsOf)
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
  const parts = working(lines)
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

/** A `>` before every line, or away when all have one. Blank lines between are quoted too, so that it stays one quote. */
export function toggleMarkdownQuote(lines: readonly Line[]): ChangeSpec[] {
  const off = lines.every((line) => /^\s{0,3}>/.test(line.text) || line.text.trim() === '')
  const any = lines.some((line) => line.text.trim() !== '')
  return lines.flatMap((line): ChangeSpec[] => {
    if (!off || !any) return [{ from: line.from, insert: '> ' }]
    const mark = /^(\s{0,3})>[ \t]?/.exec(line.text)
    const indent = mark?.[1]?.length ?? 0
    return mark === null ? [] : [{ from: line.from + indent, to: line.from + mark[0].length }]
  })
}

function kindOf(marker: string): ListKind | null {
  if (marker === '') return null
  if (marker.includes('[')) return 'task'
  return /^\d/.test(marker) ? 'ordered' : 'bullet'
}

/** List markers of a kind on every line with text, in place of other markers; away when all have them. */
export function toggleMarkdownList(lines: readonly Line[], kind: ListKind): ChangeSpec[] {
  const parts = working(lines)
  const off = parts.every(({ list }) => kindOf(list) === kind)
  const numbers = new Map<number, number>()
  return parts.map(({ line, prefix, list }) => {
    const from = line.from + prefix.length
    const depth = prefix.length
    for (const other of numbers.keys()) if (other > depth) numbers.delete(other)
    const number = (numbers.get(depth) ?? 0) + 1
    numbers.set(depth, number)
    const marker = off ? '' : kind === 'ordered' ? `${number}. ` : kind === 'task' ? '- [ ] ' : '- '
    return { from, to: from + list.length, insert: marker }
  })
}
