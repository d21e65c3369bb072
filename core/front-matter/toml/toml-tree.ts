import type { Span } from '../../article/text-edit.ts'
import type { KeyPart } from './scan-key.ts'
import type { TomlHeader, TomlPair, TomlStatement } from './scan-toml.ts'
import type { TomlValue } from './scan-value.ts'

/** A map that statements make: a table, an element of an array of tables, or what dotted keys imply. */
export interface TomlMap {
  readonly kind: 'map'
  /** `dotted` maps have no header; `implied` ones stand only within longer headers. */
  readonly origin: 'root' | 'header' | 'element' | 'dotted' | 'implied'
  readonly header: TomlHeader | null
  readonly entries: readonly TomlEntry[]
  /** From its header, or first pair, to the end of its last statement. */
  readonly span: Span
}

/** An array of tables: every `[[header]]` of one name. */
export interface TomlTables {
  readonly kind: 'tables'
  readonly elements: readonly TomlMap[]
  readonly span: Span
}

export interface TomlEntry {
  readonly part: KeyPart
  readonly node: TomlMap | TomlTables | TomlPair
}

interface Draft extends TomlMap {
  origin: TomlMap['origin']
  header: TomlHeader | null
  readonly entries: DraftEntry[]
  readonly span: { from: number; to: number }
}
interface DraftTables extends TomlTables {
  readonly elements: Draft[]
  readonly span: { from: number; to: number }
}
interface DraftEntry extends TomlEntry {
  readonly node: Draft | DraftTables | TomlPair
}

/** Puts statements together to the tree of tables they stand for (TOML v1.0, “Table” and “Array of Tables”). */
export function buildTree(statements: readonly TomlStatement[]): TomlMap {
  const root = draft('root', null, statements[0]?.span ?? { from: 0, to: 0 })
  let path: readonly (Draft | DraftTables)[] = [root]
  for (const statement of statements) {
    if (statement.kind === 'header') path = openTable(root, statement)
    else addPair(path, statement)
  }
  return root
}

function draft(origin: TomlMap['origin'], header: TomlHeader | null, { from, to }: Span): Draft {
  return { kind: 'map', origin, header, entries: [], span: { from, to } }
}

/** Extends everything on the way to a statement over it. */
function cover(path: readonly (Draft | DraftTables)[], { from, to }: Span): void {
  for (const node of path) {
    node.span.from = Math.min(node.span.from, from)
    node.span.to = Math.max(node.span.to, to)
  }
}

function openTable(root: Draft, header: TomlHeader): readonly (Draft | DraftTables)[] {
  const path: (Draft | DraftTables)[] = [root]
  let map = root
  for (const part of header.key.slice(0, -1)) map = descend(map, part, 'implied', header.span, path)
  const last = header.key.at(-1)
  if (!last) return path
  const found = childOf(map, last.name)
  if (header.array) {
    const tables: DraftTables =
      found?.kind === 'tables' ? found : { kind: 'tables', elements: [], span: { ...header.span } }
    if (found !== tables) map.entries.push({ part: last, node: tables })
    const element = draft('element', header, header.span)
    tables.elements.push(element)
    path.push(tables, element)
  } else if (found?.kind === 'map' && found.header === null) {
    found.header = header
    found.origin = 'header'
    path.push(found)
  } else {
    const table = draft('header', header, header.span)
    map.entries.push({ part: last, node: table })
    path.push(table)
  }
  cover(path, header.span)
  return path
}

function addPair(path: readonly (Draft | DraftTables)[], pair: TomlPair): void {
  const way = [...path]
  let map = way.at(-1)
  const last = pair.key.at(-1)
  if (map?.kind !== 'map' || !last) return
  for (const part of pair.key.slice(0, -1)) map = descend(map, part, 'dotted', pair.span, way)
  map.entries.push({ part: last, node: pair })
  cover(way, pair.span)
}

/** The map under `part`, made when there is none yet; of an array of tables the last element. */
function descend(
  map: Draft,
  part: KeyPart,
  origin: 'dotted' | 'implied',
  span: Span,
  path: (Draft | DraftTables)[],
): Draft {
  const found = childOf(map, part.name)
  const element = found?.kind === 'tables' ? found.elements.at(-1) : undefined
  if (found?.kind === 'tables' && element) {
    path.push(found, element)
    return element
  }
  const next = found?.kind === 'map' ? found : draft(origin, null, span)
  if (next !== found) map.entries.push({ part, node: next })
  path.push(next)
  return next
}

function childOf(map: Draft, name: string): DraftEntry['node'] | undefined {
  return map.entries.find((entry) => entry.part.name === name)?.node
}

/** The value of a pair, or null for a table. */
export function valueOf(node: TomlEntry['node']): TomlValue | null {
  return node.kind === 'pair' ? node.value : null
}
