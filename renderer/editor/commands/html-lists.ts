import type { ChangeSpec, EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../../core/article/text-edit.ts'
import { enclosingElement, tagsOf, type ElementTags } from './elements.ts'
import type { ListKind } from './markdown-lists.ts'
import { stretchesIn } from './stretches.ts'
import { enclosing, treeUpTo } from './targets.ts'

const BOX = /^\s*<input type="checkbox"(?: checked)?(?: disabled)?> ?/i
const NEW_BOX = '<input type="checkbox"> '

const listName = (kind: ListKind): 'ol' | 'ul' => (kind === 'ordered' ? 'ol' : 'ul')

/** A list with one empty item, as what stands before and after the caret in it. */
export function emptyHtmlList(kind: ListKind): readonly [string, string] {
  const name = listName(kind)
  return [`<${name}>\n  <li>${kind === 'task' ? NEW_BOX : ''}`, `</li>\n</${name}>`]
}

/** An item of a list: its tags, of which the closing one may be left out (HTML 13.1.2.4). */
interface Item {
  readonly open: Span
  readonly close: Span
  readonly node: SyntaxNode
}

function itemsOf(state: EditorState, tags: ElementTags): Item[] {
  const tree = treeUpTo(state, tags.close.to)
  let list: SyntaxNode | null = tree.resolveInner(tags.open.from, 1)
  while (list && !(list.name === 'Element' && list.from === tags.open.from)) list = list.parent
  return (list?.getChildren('Element') ?? []).flatMap((node): Item[] => {
    const open = node.getChild('OpenTag')
    const name = open?.getChild('TagName')
    if (!open || !name || state.sliceDoc(name.from, name.to).toLowerCase() !== 'li') return []
    const text = state.sliceDoc(open.to, node.to)
    const end = open.to + text.trimEnd().length
    return [{ node, open, close: node.getChild('CloseTag') ?? { from: end, to: end } }]
  })
}

/** The change that takes a tag away, with its line when it stands alone on it. */
export function dropTag(state: EditorState, tag: Span): ChangeSpec {
  const line = state.doc.lineAt(tag.from)
  const alone = tag.to <= line.to && line.text.trim() === state.sliceDoc(tag.from, tag.to)
  if (!alone) return { from: tag.from, to: tag.to }
  return line.to < state.doc.length
    ? { from: line.from, to: line.to + 1 }
    : { from: Math.max(0, line.from - 1), to: line.to }
}

/** White space at the start of a place's line, when there is nothing else before it. */
function indentBefore(state: EditorState, pos: number): string {
  const line = state.doc.lineAt(pos)
  const before = line.text.slice(0, pos - line.from)
  return before.trim() === '' ? before : ''
}

/** An item as a paragraph, or as the blocks it holds. */
function unlisted(state: EditorState, item: Item, indent: string): ChangeSpec[] {
  const { open, close } = item
  const text = state.sliceDoc(open.to, close.from)
  const box = BOX.exec(text)?.[0].length ?? 0
  const blocks = /<(?:p|ul|ol|dl|div|pre|table|blockquote|h[1-6])\b/i.test(text)
  const own = indentBefore(state, open.from)
  const from = open.from - own.length
  const start = own === '' ? '' : indent
  if (!blocks) {
    return [
      { from, to: open.to + box, insert: `${start}<p>` },
      { from: close.from, to: close.to, insert: '</p>' },
    ]
  }
  const lead = /^\s*/.exec(text.slice(box))?.[0].length ?? 0
  return [{ from, to: open.to + box + lead, insert: start }, dropTag(state, close)]
}

const isTask = (state: EditorState, { open, close }: Item): boolean =>
  BOX.test(state.sliceDoc(open.to, close.from))

/** The items of a list in the notation of a task, or without the boxes. */
function boxes(state: EditorState, items: readonly Item[], wanted: boolean): ChangeSpec[] {
  return items.flatMap((item): ChangeSpec[] => {
    if (isTask(state, item) === wanted) return []
    const { to } = item.open
    const length = BOX.exec(state.sliceDoc(to, item.close.from))?.[0].length ?? 0
    return [wanted ? { from: to, insert: NEW_BOX } : { from: to, to: to + length }]
  })
}

/** What becomes an item: an element or text, with the content that goes into the item. */
interface Entry extends Span {
  readonly content: Span
  /** Where the element begins that holds it: entries of one make one list. */
  readonly parent: number
}

function entriesIn(state: EditorState, range: Span): Entry[] {
  const found: Entry[] = []
  for (const stretch of stretchesIn(state, range)) {
    const node = enclosing(state, stretch, (one) => one.name === 'Element' && tagsOf(state, one) !== null)
    const tags = node && tagsOf(state, node)
    const block = tags && /^(?:p|h[1-6])$/.test(tags.name) ? tags : null
    if (node && block) {
      const content =
        block.name === 'p' ? { from: block.open.to, to: block.close.from } : { from: node.from, to: node.to }
      if (found.at(-1)?.from === node.from) continue
      found.push({ from: node.from, to: node.to, content, parent: node.parent?.from ?? -1 })
      continue
    }
    // Text that is in no paragraph: every line of it is an item.
    const text = state.sliceDoc(stretch.from, stretch.to)
    for (const match of text.matchAll(/[^\s][^\n]*/g)) {
      const from = stretch.from + match.index
      const span = { from, to: from + match[0].trimEnd().length }
      found.push({ ...span, content: span, parent: node?.from ?? -1 })
    }
  }
  return found
}

function listed(state: EditorState, entries: readonly Entry[], kind: ListKind): ChangeSpec[] {
  const name = listName(kind)
  const first = entries[0]
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return []
  const indent = indentBefore(state, first.from)
  const open = `<li>${kind === 'task' ? NEW_BOX : ''}`
  return entries.flatMap((one, at): ChangeSpec[] => {
    const before = entries[at - 1]
    const gap = before === undefined ? '' : state.sliceDoc(before.to, one.from)
    const blank = before !== undefined && gap.trim() === ''
    const breaks = before === undefined ? `<${name}>\n` : (blank && gap.replace(/[^\n]/g, '')) || '\n'
    const end = one === last ? `</li>\n${indent}</${name}>` : '</li>'
    return [
      { from: blank ? before.to : one.from, to: one.content.from, insert: `${breaks}${indent}  ${open}` },
      { from: one.content.to, to: one.to, insert: end },
    ]
  })
}

/** `<ul>` or `<ol>` around the paragraphs and lines of a range, each an item; another kind of list becomes this one; the same kind goes. */
export function toggleHtmlList(state: EditorState, range: Span, kind: ListKind): ChangeSpec[] {
  const name = listName(kind)
  const tags = enclosingElement(state, range, ['ul', 'ol', 'pre', 'script', 'style', 'textarea'])
  if (tags !== null && !/^[uo]l$/.test(tags.name)) return []
  if (tags === null) {
    const groups = new Map<number, Entry[]>()
    for (const one of entriesIn(state, range)) {
      const group = groups.get(one.parent)
      if (group) group.push(one)
      else groups.set(one.parent, [one])
    }
    return [...groups.values()].flatMap((entries) => listed(state, entries, kind))
  }
  const items = itemsOf(state, tags)
  const task = items.some((item) => isTask(state, item))
  if (tags.name === name && task === (kind === 'task')) {
    const indent = indentBefore(state, tags.open.from)
    const parts = items.flatMap((item) => unlisted(state, item, indent))
    return [dropTag(state, tags.open), ...parts, dropTag(state, tags.close)]
  }
  const names: ChangeSpec[] =
    tags.name === name
      ? []
      : [tags.openName, tags.closeName].map(({ from, to }) => ({ from, to, insert: name }))
  return [...names, ...boxes(state, items, kind === 'task')]
}
