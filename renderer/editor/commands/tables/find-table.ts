import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../../../core/article/text-edit.ts'
import { htmlTables } from '../../../../core/table/html-changes.ts'
import { markdownTables } from '../../../../core/table/markdown-changes.ts'
import { placeAt, type Place, type TableNotation } from '../../../../core/table/table.ts'
import { enclosingElement } from '../elements.ts'
import { enclosing, isInBody, treeUpTo } from '../targets.ts'

/** A table in the document: its source, where it stands, and how it is written. */
export interface FoundTable extends Span {
  readonly text: string
  readonly notation: TableNotation
  /** The cells' contents, as spans of `text`. */
  readonly cells: readonly (readonly Span[])[]
}

/** How much is parsed for the end of an HTML table, in UTF-16 units after the caret. */
const LONGEST = 200_000

/** The innermost table around a place of the body: GFM's or an HTML element, in either format; null outside. */
export function findTable(state: EditorState, pos: number): FoundTable | null {
  const at = { from: pos, to: pos }
  if (!isInBody(state, at)) return null
  const node = enclosing(state, at, (one) => one.name === 'Table')
  if (node !== null) {
    const span = { from: state.doc.lineAt(node.from).from, to: state.doc.lineAt(node.to).to }
    return found(state, span, markdownTables)
  }
  if (!isInTable(state, pos, treeUpTo(state, pos))) return null
  treeUpTo(state, pos, LONGEST)
  const tags = enclosingElement(state, at, ['table'])
  return tags === null ? null : found(state, { from: tags.open.from, to: tags.close.to }, htmlTables)
}

function found(state: EditorState, span: Span, notation: TableNotation): FoundTable | null {
  const text = state.sliceDoc(span.from, span.to)
  const cells = notation.read(text)
  return cells.some((row) => row.length > 0) ? { ...span, text, notation, cells } : null
}

/** Whether a place is in a table, by what is parsed already: cheap enough to ask after every pause. */
export function isInTable(state: EditorState, head: number, tree = syntaxTree(state)): boolean {
  for (const side of [1, -1] as const) {
    let node: SyntaxNode | null = tree.resolveInner(head, side)
    for (; node !== null; node = node.parent) {
      if (node.name === 'Table') return true
      const name = node.name === 'Element' ? node.getChild('OpenTag')?.getChild('TagName') : null
      if (name && state.sliceDoc(name.from, name.to).toLowerCase() === 'table') return true
    }
  }
  return false
}

/** The cell a place of the document is in or nearest to. */
export function cellAt(table: FoundTable, pos: number): Place {
  return placeAt(table.cells, pos - table.from)
}
