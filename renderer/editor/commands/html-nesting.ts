import type { ChangeSpec, EditorState, StateCommand } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { tagsOf, type ElementTags } from './elements.ts'
import { enclosing, isInBody } from './targets.ts'

/** An element with the node it is in the tree. */
interface Found extends ElementTags {
  readonly node: SyntaxNode
}

function found(state: EditorState, node: SyntaxNode | null, name: RegExp): Found | null {
  const tags = node && tagsOf(state, node)
  return node && tags && name.test(tags.name) ? { ...tags, node } : null
}

function around(state: EditorState, pos: number, name: RegExp): Found | null {
  const span = { from: pos, to: pos }
  return found(
    state,
    enclosing(state, span, (one) => found(state, one, name) !== null),
    name,
  )
}

const LIST = /^[uo]l$/

/** The last element directly in another when nothing but white space follows it. */
function lastIn(state: EditorState, parent: Found, name: RegExp): Found | null {
  const last = found(state, parent.node.getChildren('Element').at(-1) ?? null, name)
  return last && state.sliceDoc(last.close.to, parent.close.from).trim() === '' ? last : null
}

function itemBefore(state: EditorState, item: Found): Found | null {
  let node = item.node.prevSibling
  while (node && node.name !== 'Element') node = node.prevSibling
  return found(state, node, /^li$/)
}

/** White space before an element on its line; null when something else stands there. */
function indentOf(state: EditorState, pos: number): string | null {
  const line = state.doc.lineAt(pos)
  const before = line.text.slice(0, pos - line.from)
  return before.trim() === '' ? before : null
}

/** The element's source with all lines but its first moved by columns. */
function moved(state: EditorState, item: Found, columns: number): string {
  const text = state.sliceDoc(item.open.from, item.close.to)
  if (columns > 0) return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`)
  return text.replace(
    /\n([ \t]*)/g,
    (_, space: string) => `\n${space.slice(Math.min(space.length, -columns))}`,
  )
}

/** The change that takes an element away with the white space before it. */
function taken(state: EditorState, item: Found): { readonly from: number; readonly to: number } {
  const line = state.doc.lineAt(item.open.from)
  const own = indentOf(state, item.open.from) !== null && line.from > 0
  return { from: own ? line.from - 1 : item.open.from, to: item.close.to }
}

/** A move of an item: changes, and where it starts after them. */
interface Move {
  readonly changes: readonly ChangeSpec[]
  /** Where what is moved is put, in the document before. */
  readonly at: number
  /** What stands before the item in what is put there. */
  readonly lead: string
}

/** Into a list in the item before: the one it ends with, or a new one of the same kind. */
function inwards(state: EditorState, item: Found): Move | null {
  const before = itemBefore(state, item)
  const list = around(state, item.open.from - 1, LIST)
  if (before === null || list === null) return null
  const from = taken(state, item)
  const indent = indentOf(state, item.open.from)
  const inner = lastIn(state, before, LIST)
  const pad = (depth: number): string => (indent === null ? '' : `\n${indent}${'  '.repeat(depth)}`)
  const text = moved(state, item, indent === null ? 0 : 4)
  if (inner !== null) {
    const last = lastIn(state, inner, /^li$/)
    const at = last?.close.to ?? inner.open.to
    const lead = pad(2)
    return { changes: [{ from: at, insert: lead + text }, from], at, lead }
  }
  const end = state.sliceDoc(before.open.to, before.close.from).trimEnd().length
  const at = before.open.to + end
  const lead = `${pad(1)}<${list.name}>${pad(2)}`
  const insert = `${lead}${text}${pad(1)}</${list.name}>${pad(0)}`
  return { changes: [{ from: at, to: before.close.from, insert }, from], at, lead }
}

/** Out of its list, after the item that list is in; a list that is empty then goes. */
function outwards(state: EditorState, item: Found): Move | null {
  const list = around(state, item.open.from - 1, LIST)
  const outer = list && around(state, list.open.from - 1, /^(?:li|ul|ol)$/)
  if (list === null || outer?.name !== 'li') return null
  const only = list.node.getChildren('Element').length === 1
  const indent = indentOf(state, outer.open.from)
  const own = indentOf(state, item.open.from)
  const columns = (indent ?? '').length - (own ?? '').length
  const lead = indent === null ? '' : `\n${indent}`
  const at = outer.close.to
  const gone = only ? taken(state, list) : taken(state, item)
  const rest = only ? state.sliceDoc(list.close.to, outer.close.from) : 'x'
  const to = rest.trim() === '' ? outer.close.from : gone.to
  return {
    changes: [
      { from: gone.from, to },
      { from: at, insert: lead + moved(state, item, columns) },
    ],
    at,
    lead,
  }
}

/** Moves the item of an HTML body that holds the caret into a list of the item before it, or out of its list. */
export function nestHtmlItem(deeper: boolean): StateCommand {
  return ({ state, dispatch }) => {
    const { main, ranges } = state.selection
    if (ranges.length > 1 || state.facet(bodyFormatFacet) !== 'html' || !isInBody(state, main)) return false
    const item = around(state, main.head, /^(?:li|pre|table)$/)
    if (item?.name !== 'li' || main.from < item.open.to || main.to > item.close.from) return false
    const move = deeper ? inwards(state, item) : outwards(state, item)
    // In the first item there is nothing to do; the key is not to leave the text all the same.
    if (move === null) return true
    const changes = state.changes([...move.changes])
    const start = changes.mapPos(move.at, -1) + move.lead.length
    const line = state.doc.lineAt(main.head)
    const same = line.from <= item.open.from
    const caret = same ? start + main.head - item.open.from : changes.mapPos(move.at, 1)
    dispatch(
      state.update({
        changes,
        selection: { anchor: caret },
        scrollIntoView: true,
        userEvent: 'input.format',
      }),
    )
    return true
  }
}
