import type { Problem } from '../../checks/problem.ts'
import { lineNumberAt } from '../../article/line-number.ts'
import type { Field, FieldKind, FieldValue, PathSegments } from '../model.ts'
import { joinPath } from '../path.ts'
import type { YamlEntry, YamlNode } from './node.ts'
import { contradictsTag, resolveScalar } from './resolve.ts'

/** Nodes that all aliases of one front matter may stand for together; a few lines can stand for billions. */
const mostAliased = 10_000

/** Aliases that cannot be followed are told of up to this many problems; the writer needs no thousands of them. */
const mostProblems = 100

/** What has no items, shared by all that do not. */
const none: readonly Field[] = []

interface Loaded {
  readonly kind: FieldKind
  readonly value: FieldValue
  readonly items: readonly Field[]
}

interface Anchored extends Loaded {
  /** How many nodes the value holds, those behind aliases counted each time. */
  readonly weight: number
}

/**
 * Turns the root mapping of a YAML tree into fields with values of the core schema. Maps have no prototype, so a key
 * `__proto__` is a key like any other. `<<` is an ordinary key, as in the core schema: nothing is merged.
 * An alias shares its anchor's value; one that stands for too much, for nothing, or for what it is itself part of
 * keeps its source as value and becomes a problem.
 */
export function fieldsOf(
  text: string,
  root: YamlNode,
): { fields: readonly Field[]; problems: readonly Problem[] } {
  const anchors = new Map<string, Anchored>()
  const problems: Problem[] = []
  let aliased = 0
  /** Nodes loaded so far, those behind aliases counted each time. */
  let count = 0

  function load(node: YamlNode, path: string, segments: PathSegments): Loaded {
    const before = count++
    const loaded = node.kind === 'alias' ? loadAlias(node) : loadOwn(node, path, segments)
    if (node.anchor !== null) anchors.set(node.anchor, { ...loaded, weight: count - before })
    return loaded
  }

  function loadOwn(node: YamlNode, path: string, segments: PathSegments): Loaded {
    if (contradictsTag(node)) problems.push(badTag(node))
    if (node.kind === 'list') {
      const items = node.entries.map((entry, index) => toField(entry, index, '', path, segments))
      return { kind: 'list', value: items.map((item) => item.value), items }
    }
    if (node.kind === 'map') return loadMap(node, path, segments)
    const value = resolveScalar(node)
    return { kind: kindOf(value), value, items: none }
  }

  function loadMap(node: YamlNode, path: string, segments: PathSegments): Loaded {
    const value = Object.create(null) as Record<string, FieldValue>
    const items = node.entries.map((entry) => pairField(entry, path, segments))
    for (const item of items) value[item.key] = item.value
    return { kind: 'map', value, items }
  }

  function pairField(entry: YamlEntry, path: string, segments: PathSegments): Field {
    const key = entry.key ? keyOf(entry.key) : ''
    return toField(entry, key, key, path, segments)
  }

  function keyOf(key: YamlNode): string {
    if (key.kind === 'scalar' && key.anchor === null && key.tag === null) return String(resolveScalar(key))
    const { value } = load(key, '', [])
    return typeof value === 'object' && value !== null ? text.slice(key.from, key.to) : String(value)
  }

  function toField(
    entry: YamlEntry,
    segment: string | number,
    key: string,
    parentPath: string,
    parentSegments: PathSegments,
  ): Field {
    const { value: node } = entry
    const path = joinPath(parentPath, segment)
    const segments = [...parentSegments, segment]
    const loaded = load(node, path, segments)
    return {
      key,
      path,
      segments,
      kind: loaded.kind,
      style: node.style,
      value: loaded.value,
      source: text.slice(node.from, node.to),
      span: { from: entry.key ? entry.from : node.outerFrom, to: node.to },
      keySpan: entry.key ? { from: entry.key.from, to: entry.key.to } : null,
      valueSpan: { from: node.from, to: node.to },
      alias: node.kind === 'alias',
      items: node.kind === 'alias' ? none : loaded.items,
    }
  }

  function loadAlias(node: YamlNode): Loaded {
    const target = anchors.get(node.text)
    if (target && aliased + target.weight <= mostAliased) {
      aliased += target.weight
      count += target.weight - 1
      return target
    }
    if (problems.length < mostProblems) problems.push(target ? tooMuch(node) : unknown(node))
    return { kind: 'text', value: `*${node.text}`, items: none }
  }

  function unknown(node: YamlNode): Problem {
    const message = `“*${node.text}” refers to an anchor “&${node.text}” that does not stand before it.`
    return problemAt('unknownAlias', node, message, node.text)
  }

  function tooMuch(node: YamlNode): Problem {
    const message = `“*${node.text}” stands for more than front matter can hold, so it is shown as it is written.`
    return problemAt('aliasLimit', node, message, node.text)
  }

  function badTag(node: YamlNode): Problem {
    const message = `What follows the tag “${node.tag ?? ''}” is not what it says.`
    return problemAt('badTag', node, message, node.tag ?? '')
  }

  function problemAt(code: string, node: YamlNode, message: string, name: string): Problem {
    const span = { from: node.from, to: node.to }
    const line = lineNumberAt(text, node.from)
    return { code, severity: 'error', span, line, message, params: { name } }
  }

  // The root needs no value of its own: a tag on it is judged, and what it holds are the fields.
  if (contradictsTag(root)) problems.push(badTag(root))
  return { fields: root.entries.map((entry) => pairField(entry, '', [])), problems }
}

function kindOf(value: FieldValue): FieldKind {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
      return 'text'
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    default:
      return Array.isArray(value) ? 'list' : 'map'
  }
}
