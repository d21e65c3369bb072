import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../../core/article/text-edit.ts'
import { enclosing, treeUpTo } from './targets.ts'

/** An HTML element with both of its tags. */
export interface ElementTags {
  readonly name: string
  readonly open: Span
  readonly close: Span
  /** The element's name inside each tag. */
  readonly openName: Span
  readonly closeName: Span
}

function nameIn(state: EditorState, tag: SyntaxNode): { readonly span: Span; readonly name: string } | null {
  const node = tag.getChild('TagName')
  return node === null ? null : { span: node, name: state.sliceDoc(node.from, node.to).toLowerCase() }
}

/** The tags of an `Element` node; null when one is missing. */
export function tagsOf(state: EditorState, node: SyntaxNode): ElementTags | null {
  // Asked of an article as a whole, all its blocks would be looked through.
  if (node.name !== 'Element') return null
  const open = node.getChild('OpenTag')
  const close = node.getChild('CloseTag')
  if (open === null || close === null) return null
  const first = nameIn(state, open)
  const last = nameIn(state, close)
  if (first === null || last === null) return null
  return { name: first.name, open, close, openName: first.span, closeName: last.span }
}

/** The innermost element of one of these names whose content, or itself, is the range or holds it. */
export function enclosingElement(
  state: EditorState,
  range: Span,
  names: readonly string[],
): ElementTags | null {
  const node = enclosing(state, range, (one) => {
    const tags = tagsOf(state, one)
    return tags !== null && names.includes(tags.name)
  })
  return node === null ? null : tagsOf(state, node)
}

/** How much of a Markdown paragraph is looked at for the tags around a range, in UTF-16 units to either side. */
const REACH = 4000

/**
 * The tags of the innermost element of one of these names around a range of Markdown text, where tags stand alone in
 * the tree (CommonMark 6.6, raw HTML). Both are in the range's paragraph.
 */
export function enclosingInlineTags(
  state: EditorState,
  range: Span,
  names: readonly string[],
): { readonly open: Span; readonly close: Span } | null {
  const from = Math.max(0, range.from - REACH)
  const text = state.sliceDoc(from, range.to + REACH)
  const open: { readonly name: string; readonly span: Span }[] = []
  for (const match of text.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>|\n[ \t]*\n/gi)) {
    const [whole, slash, tag] = match
    const span = { from: from + match.index, to: from + match.index + whole.length }
    if (tag === undefined) {
      if (span.from >= range.to) return null
      open.length = 0
      continue
    }
    const name = tag.toLowerCase()
    if (!names.includes(name) || !isTag(state, span)) continue
    if (slash === '') {
      open.push({ name, span })
      continue
    }
    const at = open.findLastIndex((one) => one.name === name)
    const start = open[at]
    if (start === undefined) continue
    open.length = at
    if (start.span.from <= range.from && span.to >= range.to) return { open: start.span, close: span }
  }
  return null
}

/** Whether the parser takes these characters for a tag: in code they are none. */
function isTag(state: EditorState, span: Span): boolean {
  const tree = treeUpTo(state, span.to)
  for (let node: SyntaxNode | null = tree.resolve(span.from, 1); node !== null; node = node.parent) {
    if (node.name === 'HTMLTag') return true
  }
  return false
}

/** `text` with the characters HTML reads as markup written as entities. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The inverse of `escapeHtml`. */
export function unescapeHtml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
