import type { EditorState } from '@codemirror/state'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Span } from '../../core/article/text-edit.ts'
import { splitField } from '../editor/article-fields.ts'
import { bodyFormatFacet } from '../editor/body-format-facet.ts'
import { enclosingElement } from '../editor/commands/elements.ts'
import { enclosing } from '../editor/commands/targets.ts'
import { htmlPlace } from './html-place.ts'
import { markdownPlace } from './markdown-place.ts'
import type { PastedText } from './pasted-text.ts'

/** A change and where the caret stands after it, as an offset into what is inserted. */
export interface PasteChange {
  readonly changes: readonly { readonly from: number; readonly to: number; readonly insert: string }[]
  /** Which of the changes the caret follows, and how far into its text. */
  readonly caret: { readonly change: number; readonly at: number }
}

const VERBATIM =
  /^(?:FencedCode|CodeBlock|CodeText|InlineCode|CommentBlock|Comment|ProcessingInstruction|OpenTag|SelfClosingTag|CloseTag|Attribute|URL|LinkTitle|HTMLTag|DoctypeDecl)$/

/** What a pasted text becomes at a place: as it is in front matter, code, comments and tags, else the body's format. */
export function pasteFormat(state: EditorState, range: Span): BodyFormat | 'plain' {
  if (range.from < state.field(splitField).body.from) return 'plain'
  const inside = (name: RegExp): boolean => {
    const node = enclosing(state, range, (one) => name.test(one.name))
    // At the edge of such a piece the text beside it is meant.
    return (
      node !== null &&
      node.from < range.from &&
      (node.to > range.to || !/`|\n$|>$/.test(lastSign(state, node)))
    )
  }
  if (inside(VERBATIM)) return 'plain'
  if (enclosingElement(state, range, ['pre', 'code', 'script', 'style', 'textarea', 'title', 'svg']) !== null)
    return 'plain'
  const format = state.facet(bodyFormatFacet)
  return format === 'markdown' && inside(/^HTMLBlock$/) ? 'html' : format
}

function lastSign(state: EditorState, node: Span): string {
  return state.sliceDoc(Math.max(node.from, node.to - 1), node.to)
}

/** How a pasted text goes in at a range: on lines of its own where it is blocks, indented as its list or quote is. */
export function pasteChange(
  state: EditorState,
  range: Span,
  pasted: PastedText,
  format: BodyFormat | 'plain',
): PasteChange {
  if (format === 'plain') return asItIs(range, pasted.text)
  return format === 'html' ? htmlPlace(state, range, pasted) : markdownPlace(state, range, pasted)
}

/** A text in place of a range, the caret behind it. */
export function asItIs(range: Span, insert: string): PasteChange {
  return { changes: [{ from: range.from, to: range.to, insert }], caret: { change: 0, at: insert.length } }
}
