import type { FieldStyle } from '../model.ts'

/** A block scalar's header and text: `indent` columns are taken off each line from `textFrom` to `textTo`. */
export interface BlockText {
  readonly indent: number
  readonly chomping: 'clip' | 'strip' | 'keep'
  readonly textFrom: number
  readonly textTo: number
}

/** A YAML node with its place in the whole text (UTF-16 offsets). */
export interface YamlNode {
  readonly kind: 'scalar' | 'list' | 'map' | 'alias'
  readonly style: FieldStyle
  /** The value's own characters, with quotes or brackets and without anchor or tag; empty when nothing is written. */
  readonly from: number
  readonly to: number
  /** Where its anchor or tag begins; `from` when there is none. */
  readonly outerFrom: number
  readonly anchor: string | null
  readonly tag: string | null
  /** A scalar's text with quotes, escapes and folding undone; an alias's name; '' otherwise. */
  readonly text: string
  readonly blockText: BlockText | null
  /** The entries of a list or map. */
  readonly entries: readonly YamlEntry[]
}

/** An item of a list (`key` is null) or a pair of a map. */
export interface YamlEntry {
  /** The dash, the `?`, or the beginning of the key or flow item. */
  readonly from: number
  readonly key: YamlNode | null
  /** The offset of the colon; -1 in lists and where a key stands alone. */
  readonly colon: number
  readonly value: YamlNode
}

/** True when something stands there, be it only quotes. */
export function isWritten(node: YamlNode): boolean {
  return node.to > node.from
}
