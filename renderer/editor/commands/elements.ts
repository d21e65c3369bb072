import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../../core/article/text-edit.ts'
import { enclosing } from './targets.ts'

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
  const open = node.getChild('OpenTag')
  const close = node.getChild('CloseTag')
  if (node.name !== 'Element' || open === null || close === null) return null
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

/** `text` with the characters HTML reads as markup written as entities. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The inverse of `escapeHtml`. */
export function unescapeHtml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
