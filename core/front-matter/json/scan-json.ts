import type { Span } from '../../article/text-edit.ts'

/** A JSON value with its place in the whole text (UTF-16 offsets). */
export type JsonNode =
  | {
      readonly kind: 'object'
      readonly span: Span
      readonly open: number
      readonly close: number
      readonly members: readonly JsonMember[]
    }
  | {
      readonly kind: 'array'
      readonly span: Span
      readonly open: number
      readonly close: number
      readonly items: readonly JsonNode[]
    }
  | { readonly kind: 'string'; readonly span: Span; readonly value: string }
  | { readonly kind: 'number'; readonly span: Span; readonly value: number }
  | { readonly kind: 'boolean'; readonly span: Span; readonly value: boolean }
  | { readonly kind: 'null'; readonly span: Span }

export interface JsonMember {
  readonly key: string
  readonly keySpan: Span
  readonly value: JsonNode
}

export type JsonObject = Extract<JsonNode, { kind: 'object' }>

/** Why and where a text is no JSON (RFC 8259). */
export interface JsonError {
  readonly reason: 'unexpected' | 'unclosed' | 'badString' | 'missingComma' | 'trailingComma' | 'tooDeep'
  readonly at: number
}

export interface JsonScan {
  /** The value; an object cut short by an error holds the members read before it. */
  readonly root: JsonNode | null
  readonly error: JsonError | null
}

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y
const WORD = /true|false|null/y
const MAX_DEPTH = 100

class Stop extends Error {
  readonly error: JsonError

  constructor(reason: JsonError['reason'], at: number) {
    super(reason)
    this.error = { reason, at }
  }
}

/**
 * Reads the JSON value that fills `range`, or with `bare` the members of an object whose braces are not written, as
 * Hexo's `;;;` front matter has them. Never throws.
 */
export function scanJson(text: string, range: Span, bare = false): JsonScan {
  let at = range.from
  const root: { node: JsonNode | null } = { node: null }

  const skip = () => {
    SPACE.lastIndex = at
    SPACE.test(text)
    at = Math.min(SPACE.lastIndex, range.to)
  }
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match || pattern.lastIndex > range.to) return null
    at = pattern.lastIndex
    return match[0]
  }
  const stop = (reason: JsonError['reason']): never => {
    throw new Stop(at >= range.to ? 'unclosed' : reason, Math.min(at, range.to))
  }

  function value(depth: number): JsonNode {
    if (depth > MAX_DEPTH) stop('tooDeep')
    const from = at
    const char = at < range.to ? text.charAt(at) : ''
    if (char === '{') return object(depth, true)
    if (char === '[') return array(depth)
    if (char === '"') {
      const read = string()
      return { kind: 'string', span: { from, to: at }, value: read }
    }
    const word = take(WORD)
    if (word === 'null') return { kind: 'null', span: { from, to: at } }
    if (word !== null) return { kind: 'boolean', span: { from, to: at }, value: word === 'true' }
    const number = take(NUMBER)
    if (number === null) return stop('unexpected')
    return { kind: 'number', span: { from, to: at }, value: Number(number) }
  }

  function string(): string {
    const source = take(STRING)
    if (source === null) return stop(text.charAt(at) === '"' ? 'badString' : 'unexpected')
    return JSON.parse(source) as string
  }

  /** Calls `entry` for everything up to the closing bracket and returns that bracket's offset. */
  function entries(close: string, entry: () => void): number {
    const ended = () => (close === '' ? at >= range.to : text.charAt(at) === close && at < range.to)
    skip()
    if (ended()) return at
    while (true) {
      entry()
      skip()
      if (ended()) return at
      if (at >= range.to || text.charAt(at) !== ',') stop('missingComma')
      const comma = at
      at++
      skip()
      if (ended()) throw new Stop('trailingComma', comma)
    }
  }

  function object(depth: number, braces: boolean): JsonNode {
    const from = at
    if (braces) at++
    const members: JsonMember[] = []
    const open = at
    const node = { kind: 'object' as const, span: { from, to: range.to }, open, close: range.to, members }
    if (depth === 0) root.node = node
    const close = entries(braces ? '}' : '', () => {
      const keyFrom = at
      const key = string()
      const keySpan = { from: keyFrom, to: at }
      skip()
      if (text.charAt(at) !== ':' || at >= range.to) stop('unexpected')
      at++
      skip()
      members.push({ key, keySpan, value: value(depth + 1) })
    })
    if (braces) at++
    return { ...node, span: { from, to: at }, close }
  }

  function array(depth: number): JsonNode {
    const from = at
    at++
    const open = at
    const items: JsonNode[] = []
    const close = entries(']', () => {
      items.push(value(depth + 1))
    })
    at++
    return { kind: 'array', span: { from, to: at }, open, close, items }
  }

  try {
    skip()
    const node = bare ? object(0, false) : value(0)
    skip()
    if (at < range.to) throw new Stop('unexpected', at)
    return { root: node, error: null }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { root: root.node, error: error.error }
  }
}
