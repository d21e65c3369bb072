import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement, tagsOf, type ElementTags } from './elements.ts'
import { isInBody, treeUpTo } from './targets.ts'

/** The item's start on a line of its own, as the one before it; the checkbox of a task comes with it. */
function nextItem(state: EditorState, item: ElementTags): string {
  const line = state.doc.lineAt(item.open.from)
  const indent = /^[ \t]*/.exec(line.text)?.[0] ?? ''
  const box = /^<input type="checkbox"[^>]*> ?/i.exec(state.sliceDoc(item.open.to, item.close.from))
  return `</li>\n${indent}<li>${box === null ? '' : '<input type="checkbox"> '}`
}

/** The end and start tags that a place inside an item needs for the item to be parted there (`</b>` … `<b>`). */
function reopened(state: EditorState, item: ElementTags, pos: number): readonly [string, string] {
  let close = ''
  let open = ''
  const left = treeUpTo(state, pos).resolveInner(pos, -1)
  for (let node: SyntaxNode | null = left; node && node.from > item.open.from; node = node.parent) {
    const tags = tagsOf(state, node)
    if (tags === null || pos < tags.open.to || pos > tags.close.from) continue
    close += `</${tags.name}>`
    open =
      state.sliceDoc(tags.open.from, tags.open.to).replace(/\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/i, '') +
      open
  }
  return [close, open]
}

interface Leaving {
  readonly changes: ChangeSpec[]
  readonly caret: number
}

/**
 * Takes an empty last item away and goes on after its list, in the list around it if there is one; null when it is
 * not the last. A list without other items goes too.
 */
function leaveList(state: EditorState, item: ElementTags): Leaving | null {
  const before = { from: item.open.from - 1, to: item.open.from - 1 }
  const list = item.open.from === 0 ? null : enclosingElement(state, before, ['ul', 'ol'])
  if (list === null || state.sliceDoc(item.close.to, list.close.from).trim() !== '') return null
  const only = state.sliceDoc(list.open.to, item.open.from).trim() === ''
  const outer =
    list.open.from === 0
      ? null
      : enclosingElement(state, { from: list.open.from - 1, to: list.open.from - 1 }, [
          'li',
          'ul',
          'ol',
          'td',
          'pre',
        ])
  const gone = only
    ? { from: list.open.from, to: list.close.to }
    : { from: item.open.from, to: item.close.to }
  const above = state.sliceDoc(Math.max(0, gone.from - 1000), gone.from)
  const lead = above.length - above.trimEnd().length
  const inItem = outer?.name === 'li'
  const from = only && !inItem ? gone.from : gone.from - lead
  const at = inItem ? outer.close.to : list.close.to
  const indent = inItem ? (/^[ \t]*/.exec(state.doc.lineAt(outer.open.from).text)?.[0] ?? '') : ''
  const [start, end] = inItem ? [`\n${indent}<li>`, '</li>'] : [only ? '' : '\n', '']
  return {
    changes: [
      { from, to: gone.to },
      { from: at, insert: start + end },
    ],
    caret: at + start.length - (gone.to - from),
  }
}

/** Enter in an item of a list in an HTML body: the next item; in an empty last one: out of the list. */
export const continueHtmlList: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection
  if (ranges.length > 1 || state.facet(bodyFormatFacet) !== 'html' || !isInBody(state, main)) return false
  const item = enclosingElement(state, main, ['li', 'pre', 'table'])
  if (item?.name !== 'li' || main.from < item.open.to || main.to > item.close.from) return false
  const content = state.sliceDoc(item.open.to, item.close.from).replace(/^<input type="checkbox"[^>]*>/i, '')
  const out = content.trim() === '' ? leaveList(state, item) : null
  const [close, open] = main.empty ? reopened(state, item, main.head) : ['', '']
  const insert = close + nextItem(state, item) + open
  dispatch(
    state.update(
      out === null
        ? {
            changes: { from: main.from, to: main.to, insert },
            selection: EditorSelection.cursor(main.from + insert.length),
          }
        : { changes: out.changes, selection: EditorSelection.cursor(out.caret) },
      { scrollIntoView: true, userEvent: 'input' },
    ),
  )
  return true
}
