import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../../core/article/text-edit.ts'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement } from './elements.ts'
import { htmlRuns } from './html-runs.ts'
import { inlineNodes, wholeOf, type InlineNode } from './inline-nodes.ts'
import { isInBody, linesOf, treeUpTo, wordAround } from './targets.ts'

/** Text of one block that can carry inline formatting, without white space at its ends. */
export interface Stretch extends Span {
  /** Whether marks are written as elements here: in HTML bodies, and in HTML blocks of Markdown. */
  readonly html: boolean
  /** What its block holds that marks must not cut. */
  readonly nodes: readonly InlineNode[]
}

/** A block's text: all of it, and the node that has its inline nodes as children; null without a tree. */
interface Leaf extends Span {
  readonly block: SyntaxNode | null
  readonly html: boolean
}

/** How far around a range its block is looked at, in UTF-16 units. */
const REACH = 10_000
const LEAF = /^(?:Paragraph|ATXHeading\d|SetextHeading\d|TableCell|Task)$/
const FOOTNOTE = /^\[\^[^\]\s]+\]:[ \t]*/
const LINE_PREFIX = /^\s*(?:>\s?)*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?(?:#{1,6}\s+)?/

/** The text of a Markdown block without the marks that make it one. */
function markdownLeaf(state: EditorState, node: SyntaxNode): Leaf {
  let { from, to } = node
  const first = node.firstChild
  const last = node.lastChild
  if (node.name.startsWith('ATXHeading')) {
    if (first?.name === 'HeaderMark') from = first.to
    if (last?.name === 'HeaderMark' && last.from > from) to = last.from
  } else if (node.name.startsWith('SetextHeading')) {
    if (last?.name === 'HeaderMark') to = last.from
  } else if (node.name === 'Task') {
    if (first?.name === 'TaskMarker') from = first.to
  } else from += FOOTNOTE.exec(state.sliceDoc(from, Math.min(to, from + 200)))?.[0].length ?? 0
  return { from, to, block: node, html: false }
}

/** Lines of text that no parser has read. */
function plainLeaves(state: EditorState, range: Span): Leaf[] {
  return linesOf(state, range).map((line) => {
    const from = line.from + (LINE_PREFIX.exec(line.text)?.[0].length ?? 0)
    return { from, to: line.to, block: null, html: false }
  })
}

function markdownLeaves(state: EditorState, range: Span): Leaf[] {
  const tree = treeUpTo(state, range.to)
  if (tree.length < range.to) return plainLeaves(state, range)
  const found: Leaf[] = []
  tree.iterate({
    ...range,
    enter: ({ name, node }) => {
      if (LEAF.test(name)) found.push(markdownLeaf(state, node))
      else if (name === 'LinkReference' && FOOTNOTE.test(state.sliceDoc(node.from, node.from + 200)))
        found.push({ ...markdownLeaf(state, node), block: null })
      else if (name === 'PlainText') {
        const part = { from: Math.max(node.from, range.from), to: Math.min(node.to, range.to) }
        found.push(...plainLeaves(state, part))
      } else if (name === 'HTMLBlock') {
        const root = node.enter(Math.max(node.from, range.from), 1)
        if (root?.name === 'Document') found.push(...htmlLeaves(state, root, range))
      } else return undefined
      return false
    },
  })
  return found
}

function htmlLeaves(state: EditorState, root: SyntaxNode, range: Span): Leaf[] {
  return htmlRuns(state, root, range).map((run) => ({ ...run, html: true }))
}

function leavesIn(state: EditorState, range: Span): Leaf[] {
  if (state.facet(bodyFormatFacet) === 'markdown') return markdownLeaves(state, range)
  const root = treeUpTo(state, range.to).topNode.getChild('Document')
  return root === null ? [] : htmlLeaves(state, root, range)
}

/** A stretch without white space at its ends; null when there is nothing else in it. */
export function trimmed(state: EditorState, span: Span): Span | null {
  if (span.from >= span.to) return null
  const text = state.sliceDoc(span.from, span.to)
  const from = span.from + text.length - text.trimStart().length
  const to = from + text.trim().length
  return from < to ? { from, to } : null
}

/** Whether a formula on lines of its own is all that a block holds. */
function isWhole(state: EditorState, node: Span, leaf: Span): boolean {
  const all = trimmed(state, leaf)
  return all?.from === node.from && all.to === node.to && state.sliceDoc(node.from, node.to).includes('\n')
}

/** The text of a range that can carry inline formatting, one stretch a block; nothing of it is code or markup. */
export function stretchesIn(state: EditorState, range: Span): Stretch[] {
  return leavesIn(state, range).flatMap((leaf): Stretch[] => {
    const span = trimmed(state, { from: Math.max(leaf.from, range.from), to: Math.min(leaf.to, range.to) })
    if (span === null) return []
    const near = { from: Math.max(leaf.from, span.from - REACH), to: Math.min(leaf.to, span.to + REACH) }
    const nodes = leaf.block === null ? [] : inlineNodes(state, leaf.block, near)
    const whole = wholeOf(span, nodes)
    // A block that is one formula is no text.
    if (nodes.some((one) => one.name === 'Maths' && isWhole(state, one, leaf))) return []
    return [{ from: whole.from, to: whole.to, html: leaf.html, nodes }]
  })
}

/** What the blocks at a range hold that marks must not cut, as far as it is near. */
export function nodesAround(state: EditorState, range: Span): InlineNode[] {
  return leavesIn(state, range).flatMap(({ block, from, to }) => {
    const near = { from: Math.max(from, range.from - REACH), to: Math.min(to, range.to + REACH) }
    return block === null ? [] : inlineNodes(state, block, near)
  })
}

/** The one stretch of text a range is; null when it is none, or several blocks. */
export function oneStretch(state: EditorState, range: Span): Stretch | null {
  const [first, ...others] = stretchesIn(state, range)
  return others.length === 0 ? (first ?? null) : null
}

/** What a caret must not be in for a mark to be written there. */
const NOT_PROSE =
  /^(?:FencedCode|CodeBlock|InlineCode|HTMLTag|Comment|CommentBlock|ProcessingInstruction(?:Block)?|URL|Autolink|LinkReference|HorizontalRule|OpenTag|CloseTag|SelfClosingTag|MismatchedCloseTag|DoctypeDecl|Script|ScriptText|StyleText|StyleSheet|TextareaText)$/

/** Whether text with marks may be written at a place: neither code nor markup is there. */
export function isProse(state: EditorState, pos: number): boolean {
  if (!isInBody(state, { from: pos, to: pos })) return false
  const tree = treeUpTo(state, pos)
  const left = tree.resolveInner(pos, -1)
  for (let node: SyntaxNode | null = left; node !== null; node = node.parent) {
    const { name, from, to } = node
    if (!NOT_PROSE.test(name)) continue
    if (name === 'LinkReference' && FOOTNOTE.test(state.sliceDoc(from, from + 200))) continue
    const open = /^(?:FencedCode|CodeBlock)$/.test(name) || /^(?:Script|Style|Textarea)/.test(name)
    if (open || (from < pos && pos < to)) return false
  }
  return enclosingElement(state, { from: pos, to: pos }, ['script', 'style', 'textarea']) === null
}

/** The word at a caret, as far as it is text; null where there is none. */
export function proseWordAt(state: EditorState, pos: number): Stretch | null {
  const word = wordAround(state, pos)
  if (word === null) return null
  const inTag = treeUpTo(state, pos).resolveInner(pos, -1)
  for (let node: SyntaxNode | null = inTag; node !== null; node = node.parent) {
    const tag = /^(?:HTMLTag|OpenTag|CloseTag|SelfClosingTag|Comment|CommentBlock)$/.test(node.name)
    if (tag && node.from < pos && pos < node.to) return null
  }
  return stretchesIn(state, word)[0] ?? null
}
