import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../../core/article/text-edit.ts'

/** Text of an HTML block with the inline elements in it. */
export interface HtmlRun extends Span {
  /** The node whose children the run is made of. */
  readonly block: SyntaxNode
}

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|big|br|button|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|mark|q|rb|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/
/** What holds no text a writer formats. */
const CLOSED = /^(?:script|style|textarea|title|svg|math|iframe|object|select|template)$/

function nameOf(state: EditorState, element: SyntaxNode): string {
  const tag = element.firstChild?.getChild('TagName')
  return tag ? state.sliceDoc(tag.from, tag.to).toLowerCase() : ''
}

function holdsBlocks(state: EditorState, element: SyntaxNode): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.name === 'Element' && !isInline(state, node)) return true
  }
  return false
}

function isInline(state: EditorState, node: SyntaxNode): boolean {
  if (node.name === 'Element') return INLINE.test(nameOf(state, node)) && !holdsBlocks(state, node)
  return /^(?:Text|EntityReference|CharacterReference|Comment|InvalidEntity)$/.test(node.name)
}

/** The runs of text under a node of the HTML tree that touch a range, not yet cut to it. */
export function htmlRuns(state: EditorState, parent: SyntaxNode, range: Span): HtmlRun[] {
  const found: HtmlRun[] = []
  let from = -1
  let to = -1
  const end = (): void => {
    if (from >= 0) found.push({ from, to, block: parent })
    from = -1
  }
  const first = parent.childBefore(range.from) ?? parent.childAfter(range.from)
  for (let node = first; node && node.from <= range.to; node = node.nextSibling) {
    if (node.from === node.to) continue
    if (isInline(state, node)) {
      if (from < 0) from = node.from
      to = node.to
      continue
    }
    end()
    if (node.name === 'Element' && node.to >= range.from && !CLOSED.test(nameOf(state, node)))
      found.push(...htmlRuns(state, node, range))
  }
  end()
  return found.filter((one) => one.from <= range.to && one.to >= range.from)
}
