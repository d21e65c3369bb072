import { parse } from 'smol-toml'
import type { Span } from '../../article/text-edit.ts'

/** One part of a dotted key. */
export interface KeyPart {
  readonly name: string
  /** With its quotes. */
  readonly span: Span
}

/** Ends a scan at a place that is no TOML. */
export class TomlStop extends Error {
  readonly at: number

  constructor(at: number) {
    super(`Not TOML at ${at}`)
    this.at = at
  }
}

/** As many levels as values may nest. */
const MAX_PARTS = 100

const PART = /[ \t]*([A-Za-z0-9_-]+|"(?:[^"\\\r\n]|\\[^\r\n])*"|'[^'\r\n]*')/y
const DOT = /[ \t]*\./y
const TRIVIA = /(?:[ \t\r\n]|#[^\r\n]*)*/y

/** Reads a key, dotted or not, that begins at `from`; `to` is the end of its last part. */
export function scanKey(text: string, from: number): { key: readonly KeyPart[]; to: number } {
  const key: KeyPart[] = []
  let at = from
  while (true) {
    PART.lastIndex = at
    const part = PART.exec(text)?.[1]
    if (part === undefined || key.length === MAX_PARTS) throw new TomlStop(at)
    at = PART.lastIndex
    key.push({ name: keyName(part, at), span: { from: at - part.length, to: at } })
    DOT.lastIndex = at
    if (!DOT.test(text)) return { key, to: at }
    at = DOT.lastIndex
  }
}

/** The first offset from `at` on that is neither white space, line end nor comment, at most `limit`. */
export function skipTrivia(text: string, at: number, limit: number): number {
  TRIVIA.lastIndex = at
  TRIVIA.test(text)
  return Math.min(TRIVIA.lastIndex, limit)
}

function keyName(part: string, at: number): string {
  if (part.startsWith("'")) return part.slice(1, -1)
  return part.startsWith('"') ? readString(part, at) : part
}

/** The text of a TOML string with its quotes; smol-toml undoes the escapes. */
export function readString(source: string, at: number): string {
  try {
    const read = parse(`v=${source}`).v
    if (typeof read === 'string') return read
  } catch {
    throw new TomlStop(at)
  }
  throw new TomlStop(at)
}
