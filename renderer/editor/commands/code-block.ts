import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Line,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement, escapeHtml, unescapeHtml } from './elements.ts'
import { contentAt, fenced } from './fences.ts'
import { oneStretch } from './stretches.ts'
import { enclosing, isInBody, linesOf } from './targets.ts'

/** Changes and the range selected after them; offsets after the changes. */
interface Outcome {
  readonly changes: readonly ChangeSpec[]
  readonly range: SelectionRange
  /** Where the first line that is changed begins: no other caret changes that again. */
  readonly key: number
}

function outcome(
  state: EditorState,
  changes: readonly ChangeSpec[],
  from: number,
  to: number,
  key: number,
): Outcome {
  const set = state.changes([...changes])
  const start = set.mapPos(from, 1)
  return { changes, range: EditorSelection.range(start, Math.max(start, set.mapPos(to, -1))), key }
}

/** Code between fences as plain lines, in the quote or list item it stands in. */
function unfenced(state: EditorState, node: SyntaxNode): Outcome {
  const open = state.doc.lineAt(node.from)
  const close = state.doc.lineAt(node.to)
  const column = node.from - open.from
  if (close.number === open.number) {
    const { from, to } = node
    return outcome(state, [{ from, to }], to, to, open.from)
  }
  const [first, ...others] = node.getChildren('CodeMark')
  const end = others.at(-1)
  const closed = first !== undefined && end !== undefined && end.from >= close.from
  const below = state.doc.line(open.number + 1)
  if (closed && below.number === close.number) {
    return outcome(state, [{ from: node.from, to: close.to }], close.to, close.to, open.from)
  }
  const start = below.from + contentAt(below.text, column)
  const last = closed ? state.doc.line(close.number - 1) : close
  const changes: ChangeSpec[] = [{ from: node.from, to: start }]
  if (closed) changes.push({ from: last.to, to: close.to })
  return outcome(state, changes, start, last.to, open.from)
}

/** Code by its indentation (CommonMark 4.4) without that. */
function unindented(state: EditorState, node: SyntaxNode): Outcome {
  const lines = linesOf(state, node)
  const column = Math.max(0, node.from - (lines[0]?.from ?? node.from) - 4)
  const changes = lines.flatMap((line): ChangeSpec[] => {
    const spaces = /^(?: {1,4}|\t)/.exec(line.text.slice(column))?.[0].length ?? 0
    return spaces === 0 ? [] : [{ from: line.from + column, to: line.from + column + spaces }]
  })
  return outcome(state, changes, node.from, node.to, lines[0]?.from ?? node.from)
}

function inMarkdown(state: EditorState, range: SelectionRange, lines: readonly Line[]): Outcome | null {
  const from = lines[0]?.from ?? range.from
  const to = lines.at(-1)?.to ?? range.to
  const node =
    enclosing(state, range, (one) => /^(?:FencedCode|CodeBlock)$/.test(one.name)) ??
    enclosing(state, { from, to }, (one) => one.name === 'FencedCode')
  if (node !== null) return node.name === 'FencedCode' ? unfenced(state, node) : unindented(state, node)
  const text = state.sliceDoc(from, to)
  const runs = text.match(/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?`{3,}/gm) ?? []
  const longest = Math.max(2, ...runs.map((run) => run.length - run.indexOf('`')))
  const mark = '`'.repeat(longest + 1)
  const { changes, caret } = fenced(state, lines, mark, mark, false)
  return { changes, range: EditorSelection.cursor(caret), key: from }
}

const PARAGRAPH = /^[ \t]*<p(?:\s[^>]*)?>([^]*?)<\/p>[ \t]*$/i
const OPEN = '<pre><code>'
const CLOSE = '</code></pre>'

function replaced(from: number, to: number, code: string, key: number): Outcome {
  const start = from + OPEN.length
  return {
    changes: [{ from, to, insert: OPEN + code + CLOSE }],
    range: EditorSelection.range(start, start + code.length),
    key,
  }
}

function inHtml(state: EditorState, range: SelectionRange, lines: readonly Line[]): Outcome | null {
  const from = lines[0]?.from ?? range.from
  const to = lines.at(-1)?.to ?? range.to
  const tags = enclosingElement(state, { from, to }, ['pre']) ?? enclosingElement(state, range, ['pre'])
  if (tags !== null) {
    const content = state.sliceDoc(tags.open.to, tags.close.from).replace(/^<code[^>]*>([^]*)<\/code>$/, '$1')
    const insert = unescapeHtml(content)
    const start = tags.open.from
    return {
      changes: [{ from: start, to: tags.close.to, insert }],
      range: EditorSelection.range(start, start + insert.length),
      key: start,
    }
  }
  if (enclosingElement(state, range, ['script', 'style', 'textarea']) !== null) return null
  // The text of paragraphs is written as HTML already, and so is that of an item or a cell; bare text is escaped.
  const contents = lines.map((line) => PARAGRAPH.exec(line.text)?.[1])
  if (contents.every((one) => one !== undefined)) {
    const indent = /^[ \t]*/.exec(lines[0]?.text ?? '')?.[0].length ?? 0
    return replaced(from + indent, to, contents.join('\n'), from)
  }
  const stretch = lines.length === 1 ? oneStretch(state, { from, to }) : null
  if (
    stretch !== null &&
    (stretch.from > from || stretch.to < to) &&
    /^\s*</.test(state.sliceDoc(from, to))
  ) {
    return replaced(stretch.from, stretch.to, state.sliceDoc(stretch.from, stretch.to), from)
  }
  return replaced(from, to, escapeHtml(state.sliceDoc(from, to)), from)
}

/**
 * A fenced block or `<pre><code>` of the lines, inside the quote or list item they are in, or its marks away; in
 * Markdown the caret goes where the language is written.
 */
export const toggleCodeBlock: StateCommand = ({ state, dispatch }) => {
  const html = state.facet(bodyFormatFacet) === 'html'
  const done = new Set<number>()
  const spec = state.changeByRange((range) => {
    const lines = linesOf(state, range)
    if (!isInBody(state, range)) return { range }
    const result = html ? inHtml(state, range, lines) : inMarkdown(state, range, lines)
    if (result === null || done.has(result.key)) return { range }
    done.add(result.key)
    return { changes: [...result.changes], range: result.range }
  })
  if (spec.changes.empty) return false
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
  return true
}
