import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder, type EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../core/article/text-edit.ts'
import { decorating, isParsedAnew } from './decorating.ts'

const dimmed = Decoration.line({ class: 'cm-dimmed' })
/** Longest stretch of lines without a blank one that is taken for a paragraph. */
const LONGEST = 500
const MARKDOWN_BLOCK =
  /^(?:Paragraph|ATXHeading\d|SetextHeading\d|FencedCode|CodeBlock|HTMLBlock|CommentBlock|Table|ListItem|HorizontalRule|LinkReference)$/
const HTML_BLOCK =
  /^(?:p|h[1-6]|li|dt|dd|blockquote|pre|figure|figcaption|table|details|summary|address|hr|script|style|svg)$/i

function isBlock(state: EditorState, node: SyntaxNode): boolean {
  if (MARKDOWN_BLOCK.test(node.name)) return true
  if (node.name !== 'Element') return false
  const tag = node.getChild('OpenTag') ?? node.getChild('SelfClosingTag')
  const name = tag?.getChild('TagName')
  return name ? HTML_BLOCK.test(state.sliceDoc(name.from, name.to)) : false
}

/** The lines of the paragraph, heading, list item, code or element that a place is in; else those between blank lines. */
export function blockAround(state: EditorState, pos: number): Span {
  for (const side of [-1, 1] as const) {
    let node: SyntaxNode | null = syntaxTree(state).resolveInner(pos, side)
    for (; node !== null; node = node.parent) {
      if (node.from <= pos && node.to >= pos && isBlock(state, node)) {
        return { from: state.doc.lineAt(node.from).from, to: state.doc.lineAt(node.to).to }
      }
    }
  }
  const here = state.doc.lineAt(pos)
  if (here.text.trim() === '') return here
  let first = here
  let last = here
  for (let left = LONGEST; left > 0 && first.number > 1; left -= 1) {
    const above = state.doc.line(first.number - 1)
    if (above.text.trim() === '') break
    first = above
  }
  for (let left = LONGEST; left > 0 && last.number < state.doc.lines; left -= 1) {
    const below = state.doc.line(last.number + 1)
    if (below.text.trim() === '') break
    last = below
  }
  return { from: first.from, to: last.to }
}

function decorate(view: EditorView): DecorationSet {
  const { state } = view
  const lit = state.selection.ranges.map((range): Span => {
    const start = blockAround(state, range.from)
    return range.empty ? start : { from: start.from, to: blockAround(state, range.to).to }
  })
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at)
      if (!lit.some((one) => one.from <= line.from && line.to <= one.to)) {
        builder.add(line.from, line.from, dimmed)
      }
      at = line.to + 1
    }
  }
  return builder.finish()
}

/** Shows the paragraph that is written and dims the others; only what is on the screen is looked at. */
export const focusMode: Extension = [
  decorating(
    decorate,
    (update) => update.docChanged || update.selectionSet || update.viewportChanged || isParsedAnew(update),
  ),
  EditorView.theme({
    '.cm-line.cm-dimmed': { opacity: '0.38' },
    '@media (forced-colors: active)': { '.cm-line.cm-dimmed': { opacity: '0.7' } },
  }),
]
