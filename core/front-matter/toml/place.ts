import type { Span } from '../../article/text-edit.ts'
import { FrontMatterEditError } from '../edit-error.ts'
import type { CommaList } from '../comma-list.ts'
import type { PathSegments } from '../model.ts'
import type { TomlStatement } from './scan-toml.ts'
import type { TomlValue } from './scan-value.ts'
import { valueOf, type TomlEntry, type TomlMap } from './toml-tree.ts'

/** Where a field stands: made by statements of its own, or inside the value of one. */
export type TomlPlace =
  | {
      readonly kind: 'statement'
      readonly node: TomlEntry['node']
      /** What it and its siblings stand in, and which of them it is. */
      readonly siblings: readonly TomlEntry['node'][]
      readonly index: number
    }
  | { readonly kind: 'value'; readonly value: TomlValue; readonly list: CommaList; readonly index: number }

/** The place of the field at `segments`. Throws `FrontMatterEditError` where there is none that can be edited. */
export function placeOf(root: TomlMap, segments: PathSegments): TomlPlace {
  let siblings: readonly TomlEntry['node'][] = root.entries.map((entry) => entry.node)
  let names: readonly (string | number)[] = root.entries.map((entry) => entry.part.name)
  for (let depth = 0; depth < segments.length; depth++) {
    const index = names.indexOf(segments[depth] ?? '')
    const node = siblings[index]
    if (node === undefined) break
    const rest = segments.slice(depth + 1)
    if (rest.length === 0) return { kind: 'statement', node, siblings, index }
    const value = valueOf(node)
    if (value) return insideValue(value, rest)
    if (node.kind === 'map') {
      siblings = node.entries.map((entry) => entry.node)
      names = node.entries.map((entry) => entry.part.name)
    } else if (node.kind === 'tables') {
      siblings = node.elements
      names = node.elements.map((_, at) => at)
    }
  }
  throw new FrontMatterEditError('noSuchField', 'There is no such field in the front matter.')
}

function insideValue(value: TomlValue, segments: PathSegments): TomlPlace {
  if (value.kind === 'array') {
    const index = Number(segments[0])
    const item = value.items[index]
    if (item) {
      return segments.length > 1
        ? insideValue(item, segments.slice(1))
        : { kind: 'value', value: item, list: listOf(value), index }
    }
  }
  if (value.kind === 'table') {
    const index = value.members.findIndex((member) => {
      return (
        member.key.length <= segments.length && member.key.every((part, at) => part.name === segments[at])
      )
    })
    const member = value.members[index]
    if (member) {
      const rest = segments.slice(member.key.length)
      return rest.length > 0
        ? insideValue(member.value, rest)
        : { kind: 'value', value: member.value, list: listOf(value), index }
    }
  }
  throw new FrontMatterEditError('unsupported', 'A map that only dotted keys make is edited entry by entry.')
}

/** The entries of an array or inline table. */
export function listOf(value: TomlValue): CommaList {
  switch (value.kind) {
    case 'array':
      return { ...value, items: value.items.map((item) => item.span) }
    case 'table':
      return { ...value, items: value.members.map((member) => member.span) }
    case 'scalar':
      throw new FrontMatterEditError('notAList', 'There is no list here.')
  }
}

/** All statements that make `node`, in the order of the text. */
export function statementsOf(node: TomlEntry['node']): readonly TomlStatement[] {
  if (node.kind === 'pair') return [node]
  const inside =
    node.kind === 'tables'
      ? node.elements.flatMap(statementsOf)
      : [...(node.header ? [node.header] : []), ...node.entries.flatMap((entry) => statementsOf(entry.node))]
  return [...inside].sort((a, b) => a.span.from - b.span.from)
}

/** The beginning of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** The end of the line that holds `at`, before its line end. */
export function lineStop(text: string, at: number): number {
  const next = text.indexOf('\n', at)
  if (next < 0) return text.length
  return text.charAt(next - 1) === '\r' ? next - 1 : next
}

/** The lines a span touches, the last one's line end included. */
export function wholeLines(text: string, span: Span): Span {
  const next = text.indexOf('\n', span.to)
  return { from: lineStart(text, span.from), to: next < 0 ? text.length : next + 1 }
}
