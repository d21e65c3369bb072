import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../core/article/text-edit.ts'
import { nextTag, type Tag } from '../../core/markdown/html-tags.ts'

/** The two tags of an element, and its name in each. */
export interface TagPair {
  readonly open: Span
  readonly close: Span
  readonly openName: Span
  readonly closeName: Span
}

/** How far from a place its tag's partner is looked for in a Markdown paragraph, in UTF-16 units. */
const REACH = 4000

function nameOf(tag: SyntaxNode | null): Span | null {
  return tag?.getChild('TagName') ?? null
}

function pairOf(element: SyntaxNode | null): TagPair | null {
  if (element?.name !== 'Element') return null
  const open = element.getChild('OpenTag')
  const close = element.getChild('CloseTag')
  const openName = nameOf(open)
  const closeName = nameOf(close)
  return open && close && openName && closeName ? { open, close, openName, closeName } : null
}

const named = (tag: Tag): Span => {
  const from = tag.from + (tag.kind === 'close' ? 2 : 1)
  return { from, to: from + tag.name.length }
}

/** The pair one of whose tags a place is in, among the tags of a Markdown paragraph, each of which stands alone in the tree. */
function inlinePair(state: EditorState, pos: number): TagPair | null {
  const start = Math.max(0, pos - REACH)
  const around = state.sliceDoc(start, pos + REACH)
  const before = around.slice(0, pos - start).search(/\n[ \t]*\n(?![^]*\n[ \t]*\n)/)
  const after = /\n[ \t]*\n/.exec(around.slice(pos - start))
  const from = before < 0 ? 0 : before
  const text = around.slice(from, after ? pos - start + after.index : undefined)
  const offset = start + from
  const at = pos - offset
  const open: Tag[] = []
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.to)) {
    if (tag.kind === 'open') open.push(tag)
    if (tag.kind !== 'close') continue
    const name = tag.name
    const index = open.findLastIndex((one) => one.name === name)
    const partner = open[index]
    if (partner === undefined) continue
    open.length = index
    if ([partner, tag].some((one) => one.from <= at && at <= one.to)) {
      const shift = (span: Span): Span => ({ from: span.from + offset, to: span.to + offset })
      return {
        open: shift(partner),
        close: shift(tag),
        openName: shift(named(partner)),
        closeName: shift(named(tag)),
      }
    }
  }
  return null
}

/** The pair of tags of which a place is in one; by what is parsed already, so that it may be asked at every key. */
export function tagPairAt(state: EditorState, pos: number, tree = syntaxTree(state)): TagPair | null {
  for (const side of [-1, 1] as const) {
    let inTag = false
    for (let node: SyntaxNode | null = tree.resolveInner(pos, side); node !== null; node = node.parent) {
      if (node.name === 'OpenTag' || node.name === 'CloseTag') {
        const pair = pairOf(node.parent)
        if (pair !== null) return pair
      }
      if (node.name === 'HTMLTag') inTag = true
    }
    const pair = inTag ? inlinePair(state, pos) : null
    if (pair !== null) return pair
  }
  return null
}

/** The innermost element with both tags that a place is in. */
export function elementAround(state: EditorState, pos: number, tree = syntaxTree(state)): TagPair | null {
  for (let node: SyntaxNode | null = tree.resolveInner(pos, -1); node !== null; node = node.parent) {
    const pair = pairOf(node)
    if (pair !== null && pair.open.from <= pos && pos <= pair.close.to) return pair
  }
  return null
}
