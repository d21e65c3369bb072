import type { Span } from '../../article/text-edit.ts'
import type { YamlNode } from './node.ts'
import { columnOf } from './lines.ts'

/** How the writer writes YAML, learnt from what stands there; new parts are written the same way. */
export interface YamlHabits {
  readonly lineEnd: string
  readonly quote: 'single' | 'double'
  /** Columns by which lists, and maps, stand in from the key above them. */
  readonly listIndent: number
  readonly mapIndent: number
  /** True: text of several lines is quoted on one line, where a block of text could take in what follows it. */
  readonly quoteLines?: boolean
}

/** The line end most lines of `span` have; of the whole text when the span has none. */
export function dominantLineEnd(text: string, span: Span): string {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 }
  const head = text.slice(span.from, span.to)
  const source = /[\r\n]/.test(head) ? head : text
  for (const [lineEnd] of source.matchAll(/\r\n|\n|\r/g)) counts[lineEnd as keyof typeof counts]++
  if (counts['\r\n'] > counts['\n'] && counts['\r\n'] >= counts['\r']) return '\r\n'
  return counts['\r'] > counts['\n'] ? '\r' : '\n'
}

/** Learns the habits of the front matter `content` with the root mapping `root`. */
export function yamlHabits(text: string, content: Span, root: YamlNode | null): YamlHabits {
  const seen = { single: 0, double: 0, listIndent: -1, mapIndent: -1 }
  if (root) look(text, root, seen)
  return {
    lineEnd: dominantLineEnd(text, content),
    quote: seen.double > seen.single ? 'double' : 'single',
    listIndent: seen.listIndent < 0 ? 2 : seen.listIndent,
    mapIndent: seen.mapIndent < 1 ? 2 : seen.mapIndent,
  }
}

interface Seen {
  single: number
  double: number
  listIndent: number
  mapIndent: number
}

function look(text: string, node: YamlNode, seen: Seen): void {
  if (node.style === 'single' || node.style === 'double') seen[node.style]++
  for (const { key, from, value } of node.entries) {
    if (key && value.style === 'block') {
      const indent = columnOf(text, value.from) - columnOf(text, from)
      if (value.kind === 'list' && seen.listIndent < 0) seen.listIndent = indent
      if (value.kind === 'map' && seen.mapIndent < 0) seen.mapIndent = indent
    }
    look(text, value, seen)
  }
}
