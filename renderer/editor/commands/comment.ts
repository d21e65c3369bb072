import { toggleComment as toggleCodeComment, type CommentTokens } from '@codemirror/commands'
import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state'
import type { Span } from '../../../core/article/text-edit.ts'
import { splitField } from '../article-fields.ts'
import { visibleFrom } from '../raw-front-matter.ts'
import { enclosingElement } from './elements.ts'
import { enclosing, isInBody, linesOf } from './targets.ts'

const OPEN = '<!--'
const CLOSE = '-->'

interface Result {
  readonly changes: readonly ChangeSpec[]
  readonly range: SelectionRange
}

/** The comment that holds a range, or that the range is. */
function commentAround(state: EditorState, range: Span): Span | null {
  const node = enclosing(state, range, (one) => one.name === 'Comment' || one.name === 'CommentBlock')
  if (node === null) return null
  const text = state.sliceDoc(node.from, node.to)
  const from = node.from + text.indexOf(OPEN)
  const to = node.from + text.lastIndexOf(CLOSE) + CLOSE.length
  return text.includes(OPEN) &&
    to - from >= OPEN.length + CLOSE.length &&
    from <= range.to &&
    to >= range.from
    ? { from, to }
    : null
}

/** The range without white space at its ends; of a caret, the text of its line. */
function target(state: EditorState, range: SelectionRange): Span {
  const span = range.empty ? state.doc.lineAt(range.head) : range
  const text = state.sliceDoc(span.from, span.to)
  if (text.trim() === '') return range
  const from = span.from + text.length - text.trimStart().length
  return { from, to: from + text.trim().length }
}

/** An HTML comment around the range or away; a comment cannot hold the end of another (HTML 13.1.6). */
function inBody(state: EditorState, range: SelectionRange): Result | null {
  const found = commentAround(state, range) ?? commentAround(state, target(state, range))
  if (found !== null) {
    const text = state.sliceDoc(found.from, found.to)
    const start = OPEN.length + (text[OPEN.length] === ' ' ? 1 : 0)
    const space = text.length > start + CLOSE.length && text[text.length - CLOSE.length - 1] === ' ' ? 1 : 0
    const changes = [
      { from: found.from, to: found.from + start },
      { from: found.to - CLOSE.length - space, to: found.to },
    ]
    return { changes, range: range.map(state.changes(changes)) }
  }
  const span = target(state, range)
  if (/-->|<!--/.test(state.sliceDoc(span.from, span.to))) return null
  const changes = [
    { from: span.from, insert: `${OPEN} ` },
    { from: span.to, insert: ` ${CLOSE}` },
  ]
  const shift = OPEN.length + 1
  const anchor = Math.min(Math.max(range.anchor, span.from), span.to) + shift
  const head = Math.min(Math.max(range.head, span.from), span.to) + shift
  return { changes, range: EditorSelection.range(anchor, head) }
}

/** `# ` before the lines' text, or away when all have it: YAML and TOML; JSON has no comments. */
function inFrontMatter(state: EditorState, range: SelectionRange): Result | null {
  const block = state.field(splitField).frontMatter
  if (block === null || block.format === 'json') return null
  const lines = linesOf(state, range).filter(
    (line) => line.from >= block.content.from && line.to <= block.content.to && line.text.trim() !== '',
  )
  if (lines.length === 0) return null
  const off = lines.every((line) => line.text.trimStart().startsWith('#'))
  const indent = Math.min(...lines.map((line) => line.text.length - line.text.trimStart().length))
  const changes = lines.map((line): ChangeSpec => {
    if (!off) return { from: line.from + indent, insert: '# ' }
    const at = line.from + line.text.indexOf('#')
    return { from: at, to: at + (state.sliceDoc(at + 1, at + 2) === ' ' ? 2 : 1) }
  })
  return { changes, range: range.map(state.changes(changes), 1) }
}

const CODE = /^(?:FencedCode|CodeBlock|Script|ScriptText|StyleSheet|StyleText)$/
/** Languages whose comments are written as in HTML. */
const MARKUP = /^(?:html?|xhtml|xml|svg|vue|svelte|astro|markdown|md)\b/i

/** The comment marks of the code at a place; null where its language has none or is not known, undefined outside code. */
function codeTokens(state: EditorState, range: Span): CommentTokens | null | undefined {
  const node = enclosing(state, range, (one) => CODE.test(one.name))
  if (node === null) return enclosingElement(state, range, ['script', 'style']) === null ? undefined : null
  const [tokens] = state.languageDataAt<CommentTokens>('commentTokens', Math.max(range.from, node.from), 1)
  const info = node.getChild('CodeInfo')
  const markup = info !== null && MARKUP.test(state.sliceDoc(info.from, info.to))
  if (tokens === undefined || (tokens.block?.open === OPEN && !markup)) return null
  // Behind the marks of a quote or a list CodeMirror would not look for the code.
  const indented = node.name === 'FencedCode' && node.from > state.doc.lineAt(node.from).from
  return indented ? null : tokens
}

/** In code, what comments are in its language; elsewhere what `toggleMarkupComment` does. */
export const toggleComment: StateCommand = (target) => {
  const tokens = target.state.selection.ranges.map((range) =>
    isInBody(target.state, range) ? codeTokens(target.state, range) : undefined,
  )
  if (tokens.every((one) => one === undefined)) return toggleMarkupComment(target)
  return tokens.every((one) => one) && toggleCodeComment(target)
}

/** A comment of the selection or the line, or its marks away: `<!-- -->` in the body, `#` in front matter. */
const toggleMarkupComment: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const bodyFrom = state.field(splitField).body.from
  const seen = new Set<number>()
  const spec = state.changeByRange((range) => {
    const line = state.doc.lineAt(range.from).from
    if (range.from < visibleFrom(state) || (range.empty && seen.has(line))) return { range }
    seen.add(line)
    const result = range.from < bodyFrom ? inFrontMatter(state, range) : inBody(state, range)
    return result === null ? { range } : { changes: [...result.changes], range: result.range }
  })
  if (spec.changes.empty) return false
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
  return true
}
