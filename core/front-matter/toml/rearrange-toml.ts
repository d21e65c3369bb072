import type { Span, TextEdit } from '../../article/text-edit.ts'
import { commentedFrom } from '../comment-lines.ts'
import { FrontMatterEditError } from '../edit-error.ts'
import type { TomlDocument } from './document.ts'
import { lineStop, statementsOf, wholeLines } from './place.ts'
import type { TomlStatement } from './scan-toml.ts'
import type { TomlEntry } from './toml-tree.ts'

/** Takes the lines of statements out, with what stands between two of them that follow each other. */
export function removeStatements(
  { text, statements }: TomlDocument,
  removed: readonly TomlStatement[],
): readonly TextEdit[] {
  const gone = new Set(removed)
  const edits: { from: number; to: number; insert: '' }[] = []
  let running = false
  for (const statement of statements) {
    const lines = wholeLines(text, statement.span)
    const last = edits.at(-1)
    if (gone.has(statement)) {
      if (running && last) last.to = lines.to
      else edits.push({ ...lines, insert: '' })
    }
    running = gone.has(statement)
  }
  return edits
}

/**
 * Moves the entry at `from` among its siblings to `to`. Entries change places as whole lines, with the comments at
 * their ends and right above them; what else stands between them stays. A pair cannot move past a table, which would take it over.
 */
export function moveStatements(
  document: TomlDocument,
  siblings: readonly TomlEntry['node'][],
  from: number,
  to: number,
): readonly TextEdit[] {
  const { text } = document
  const low = Math.min(from, to)
  const moved = siblings.slice(low, Math.max(from, to) + 1)
  const slots = moved.map((node) => linesOf(document, node))
  if (new Set(moved.map(hasHeader)).size > 1) {
    throw new FrontMatterEditError('unsupported', 'In TOML a plain field has to stand before all tables.')
  }
  const order = [...slots]
  const [taken] = order.splice(from - low, 1)
  if (taken === undefined) return []
  order.splice(to - low, 0, taken)
  return slots.flatMap((slot, index) => {
    const source = order[index]
    return source && source !== slot ? [{ ...slot, insert: text.slice(source.from, source.to) }] : []
  })
}

function hasHeader(node: TomlEntry['node']): boolean {
  return statementsOf(node).some((statement) => statement.kind === 'header')
}

/** The lines of an entry and the comments right above it, the last line end left out. Throws when lines of another entry stand among them. */
function linesOf({ text, content, statements }: TomlDocument, node: TomlEntry['node']): Span {
  const own = statementsOf(node)
  const first = own[0]
  const last = own.at(-1)
  const at = first ? statements.indexOf(first) : -1
  if (!first || !last || own.some((statement, index) => statements[at + index] !== statement)) {
    throw new FrontMatterEditError('unsupported', 'The lines of this field stand among those of another.')
  }
  const previous = statements[at - 1]
  const limit = previous ? wholeLines(text, previous.span).to : content.from
  return { from: commentedFrom(text, first.span.from, limit), to: lineStop(text, last.span.to) }
}
