import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand } from '@codemirror/state'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement, type ElementTags } from './elements.ts'
import { isInBody } from './targets.ts'

/** The item's start on a line of its own, as the one before it; the checkbox of a task comes with it. */
function nextItem(state: EditorState, item: ElementTags): string {
  const line = state.doc.lineAt(item.open.from)
  const indent = /^[ \t]*/.exec(line.text)?.[0] ?? ''
  const box = /^<input type="checkbox"[^>]*> ?/i.exec(state.sliceDoc(item.open.to, item.close.from))
  return `</li>\n${indent}<li>${box === null ? '' : '<input type="checkbox"> '}`
}

/** Takes an empty last item away and goes on after its list; null when it is not the last. */
function leaveList(
  state: EditorState,
  item: ElementTags,
): { readonly changes: ChangeSpec[]; readonly caret: number } | null {
  const list = enclosingElement(state, item.open, ['ul', 'ol'])
  if (list === null || state.sliceDoc(item.close.to, list.close.from).trim() !== '') return null
  const before = state.sliceDoc(list.open.to, item.open.from)
  const from = item.open.from - (before.length - before.trimEnd().length)
  return {
    changes: [
      { from, to: item.close.to },
      { from: list.close.to, insert: '\n' },
    ],
    caret: list.close.to + 1 - (item.close.to - from),
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
  const insert = nextItem(state, item)
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
