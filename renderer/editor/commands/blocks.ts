import { EditorSelection, type EditorState, type Line, type StateCommand } from '@codemirror/state'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement } from './elements.ts'
import { enclosing, isInBody, linesOf } from './targets.ts'

/** A change of whole lines and the range selected afterwards, as offsets into what is inserted. */
interface Replacement {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly anchor: number
  readonly head: number
}

function blockCommand(replace: (state: EditorState, lines: readonly Line[]) => Replacement): StateCommand {
  return ({ state, dispatch }) => {
    const taken = new Set<number>()
    const spec = state.changeByRange((range) => {
      const lines = linesOf(state, range)
      const first = lines[0]
      if (first === undefined || !isInBody(state, range) || taken.has(first.from)) return { range }
      const { from, to, insert, anchor, head } = replace(state, lines)
      if (taken.has(from)) return { range }
      taken.add(first.from).add(from)
      return { changes: { from, to, insert }, range: EditorSelection.range(from + anchor, from + head) }
    })
    if (spec.changes.empty) return false
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }
}

const WHOLE = /^(?:Table|FencedCode|CommentBlock|HTMLBlock)$/
const WHOLE_ELEMENTS = [
  'table',
  'pre',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'script',
  'style',
  'ul',
  'ol',
  'dl',
]

/** The last line of the table, code or paragraph a line is in: a block in the middle of one would tear it apart. */
function afterWhole(state: EditorState, line: Line): Line {
  const at = { from: line.to, to: line.to }
  const end =
    state.facet(bodyFormatFacet) === 'html'
      ? enclosingElement(state, at, WHOLE_ELEMENTS)?.close.to
      : enclosing(state, at, (one) => WHOLE.test(one.name) && one.from < line.to)?.to
  return end === undefined ? line : state.doc.lineAt(end)
}

/** Puts a block after the lines, or in place of a blank one, with the blank lines Markdown needs around it. */
function place(
  state: EditorState,
  lines: readonly Line[],
  block: string,
  select: readonly [number, number],
): Replacement {
  const last = afterWhole(state, lines.at(-1) ?? state.doc.line(1))
  const blank = last.text.trim() === ''
  const gap = state.facet(bodyFormatFacet) === 'html' ? '' : '\n'
  const above = last.number > 1 && blank ? state.doc.line(last.number - 1).text.trim() !== '' : !blank
  const below = last.number < state.doc.lines && state.doc.line(last.number + 1).text.trim() !== ''
  const inBody = isInBody(state, { from: Math.max(0, last.from - 1), to: last.from })
  const before = blank ? (above && inBody ? gap : '') : `\n${gap}`
  const after = below ? gap : ''
  const from = blank ? last.from : last.to
  const [anchor, head] = select
  return {
    from,
    to: last.to,
    insert: before + block + after,
    anchor: before.length + anchor,
    head: before.length + head,
  }
}

const MARKDOWN_TABLE = '|     |     |     |\n| --- | --- | --- |\n|     |     |     |\n|     |     |     |'
const HTML_TABLE = `<table>
  <thead>
    <tr><th></th><th></th><th></th></tr>
  </thead>
  <tbody>
    <tr><td></td><td></td><td></td></tr>
    <tr><td></td><td></td><td></td></tr>
  </tbody>
</table>`

/** A table of three columns, the caret in its first heading. */
export const insertTable = blockCommand((state, lines) => {
  const html = state.facet(bodyFormatFacet) === 'html'
  const caret = html ? HTML_TABLE.indexOf('<th>') + '<th>'.length : '| '.length
  return place(state, lines, html ? HTML_TABLE : MARKDOWN_TABLE, [caret, caret])
})

/** A horizontal rule on a line of its own, the caret on the line after it. */
export const insertRule = blockCommand((state, lines) => {
  const html = state.facet(bodyFormatFacet) === 'html'
  const rule = html ? '<hr>\n' : '---\n'
  return place(state, lines, rule, [rule.length, rule.length])
})
