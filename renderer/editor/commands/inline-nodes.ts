import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../../core/article/text-edit.ts'
import { mathsInline } from '../../../core/markdown/maths.ts'

/** Something inside a line of text that marks must enclose whole or stand within, in what is its content. */
export interface InlineNode extends Span {
  /** What marks may stand in; null: nothing of it. */
  readonly inner: Span | null
  /** The parser's name, or the element's in lower case. */
  readonly name: string
  /** Its own opening and closing marks or tags; null when it has no two. */
  readonly marks: { readonly open: Span; readonly close: Span } | null
}

const EMPHASIS = /^(?:Emphasis|StrongEmphasis|Strikethrough)$/
const ATOMIC = /^(?:URL|Autolink|HTMLTag|Comment|Image|Escape|Entity|EntityReference|CharacterReference)$/

function between(name: string, node: SyntaxNode, open: SyntaxNode, close: SyntaxNode): InlineNode {
  const inner = { from: open.to, to: close.from }
  return { from: node.from, to: node.to, name, inner, marks: { open, close } }
}

/** What a node of the tree means for marks put around text; null when it does not matter to them. */
function inlineNode(state: EditorState, node: SyntaxNode): InlineNode | null {
  const { name, firstChild, lastChild } = node
  const whole: InlineNode = { from: node.from, to: node.to, name, inner: null, marks: null }
  if (EMPHASIS.test(name)) {
    return firstChild && lastChild && firstChild.from < lastChild.from
      ? between(name, node, firstChild, lastChild)
      : null
  }
  if (name === 'InlineCode') {
    return firstChild && lastChild ? { ...between(name, node, firstChild, lastChild), inner: null } : whole
  }
  if (name === 'Link') {
    // Brackets alone are mostly no link: only a definition elsewhere would make them one.
    if (!node.getChild('URL') && !node.getChild('LinkLabel')) return null
    const [open, close] = node.getChildren('LinkMark')
    return open && close ? { ...whole, inner: { from: open.to, to: close.from } } : whole
  }
  if (name === 'Element') {
    const open = node.getChild('OpenTag')
    const close = node.getChild('CloseTag')
    const tag = open?.getChild('TagName')
    const element = tag ? state.sliceDoc(tag.from, tag.to).toLowerCase() : name
    return open && close ? between(element, node, open, close) : { ...whole, name: element }
  }
  return ATOMIC.test(name) ? whole : null
}

/** The formulas in a stretch of text, as `mathsInline` reads them. */
function formulas(state: EditorState, span: Span): InlineNode[] {
  const text = state.sliceDoc(span.from, span.to)
  const found: InlineNode[] = []
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign !== '$' && sign !== '\\') continue
    const maths = mathsInline(text.slice(at, at + 4100))
    if (maths) {
      const from = span.from + at
      found.push({ from, to: from + maths.raw.length, name: 'Maths', inner: null, marks: null })
      at += maths.raw.length - 1
    } else if (sign === '\\') at += 1
  }
  return found
}

/** Everything in a stretch of text that marks have to heed, outer ones first. */
export function inlineNodes(state: EditorState, block: SyntaxNode, span: Span): InlineNode[] {
  const found: InlineNode[] = []
  const visit = (parent: SyntaxNode): void => {
    for (let node = parent.childAfter(span.from); node && node.from < span.to; node = node.nextSibling) {
      const one = inlineNode(state, node)
      if (one !== null) found.push(one)
      if (one?.inner !== null) visit(node)
    }
  }
  visit(block)
  const maths = formulas(state, span)
  const isTex = (one: InlineNode): boolean => maths.some(({ from, to }) => from <= one.from && one.to <= to)
  return [...maths, ...found.filter((one) => !isTex(one))]
}

/** The least stretch around `span` that cuts through none of these. */
export function wholeOf(span: Span, nodes: readonly InlineNode[]): Span {
  let { from, to } = span
  for (let again = true; again;) {
    again = false
    for (const one of nodes) {
      const apart = one.to <= from || one.from >= to
      const within = one.inner !== null && one.inner.from <= from && to <= one.inner.to
      if (apart || within || (from <= one.from && one.to <= to)) continue
      from = Math.min(from, one.from)
      to = Math.max(to, one.to)
      again = true
    }
  }
  return { from, to }
}
