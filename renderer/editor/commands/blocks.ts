import { EditorSelection, type EditorState, type Line, type StateCommand } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement, escapeHtml, unescapeHtml } from './elements.ts'
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

/** The last line of the table a line is in: a block in the middle of one would tear it apart. */
function afterTable(state: EditorState, line: Line): Line {
  const table =
    state.facet(bodyFormatFacet) === 'html'
      ? enclosingElement(state, line, ['table'])?.close
      : enclosing(state, { from: line.to, to: line.to }, (one) => one.name === 'Table')
  return table ? state.doc.lineAt(table.to) : line
}

/** Puts a block after the lines, or in place of a blank one, with the blank lines Markdown needs around it. */
function place(
  state: EditorState,
  lines: readonly Line[],
  block: string,
  select: readonly [number, number],
): Replacement {
  const last = afterTable(state, lines.at(-1) ?? state.doc.line(1))
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

function fencedCode(state: EditorState, node: SyntaxNode): Replacement {
  const text = state.sliceDoc(node.from, node.to).split('\n')
  const closed = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(text.at(-1) ?? '') && text.length > 1
  const content = text.slice(1, closed ? -1 : undefined).join('\n')
  return { from: node.from, to: node.to, insert: content, anchor: 0, head: content.length }
}

/** A fenced block or `<pre><code>` of the lines, or its marks away; the caret goes where the language is written. */
export const toggleCodeBlock = blockCommand((state, lines) => {
  const from = lines[0]?.from ?? 0
  const to = lines.at(-1)?.to ?? from
  const text = state.sliceDoc(from, to)
  if (state.facet(bodyFormatFacet) === 'html') {
    const tags =
      enclosingElement(state, { from, to }, ['pre']) ?? enclosingElement(state, state.selection.main, ['pre'])
    if (tags !== null) {
      const content = state
        .sliceDoc(tags.open.to, tags.close.from)
        .replace(/^<code[^>]*>([^]*)<\/code>$/, '$1')
      const plain = unescapeHtml(content)
      return { from: tags.open.from, to: tags.close.to, insert: plain, anchor: 0, head: plain.length }
    }
    const code = escapeHtml(text)
    const open = '<pre><code>'
    return {
      from,
      to,
      insert: `${open}${code}</code></pre>`,
      anchor: open.length,
      head: open.length + code.length,
    }
  }
  const node = enclosing(state, { from, to }, (one) => one.name === 'FencedCode')
  if (node !== null) return fencedCode(state, node)
  const longest = Math.max(2, ...(text.match(/^\s*`{3,}/gm) ?? []).map((run) => run.trim().length))
  const fence = '`'.repeat(longest + 1)
  return { from, to, insert: `${fence}\n${text}\n${fence}`, anchor: fence.length, head: fence.length }
})

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
