import type { Encoding } from '../../../core/encodings.ts'
import { AppError } from '../../../core/errors.ts'
import { decode, encode } from './codec.ts'

/** A character an encoding has no form for. */
export interface Unencodable {
  readonly character: string
  /** UTF-16 offset of its first occurrence. */
  readonly offset: number
}

const LISTED = 20
/** U+FFFD in UTF-8. */
const REPLACEMENT = Buffer.from([0xef, 0xbf, 0xbd])
const LONE_SURROGATE = /\p{Surrogate}/u

function show(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return LONE_SURROGATE.test(character) || /[\p{C}\p{Z}\p{M}]/u.test(character)
    ? name
    : `${character} (${name})`
}

function findAll(text: string, encoding: Encoding): readonly Unencodable[] {
  const fits = new Map<string, boolean>()
  const found: Unencodable[] = []
  let offset = 0
  for (const character of text) {
    if (character > '\x7f' && !fits.has(character)) {
      // Between two letters: at the very start U+FEFF would be taken for a mark.
      const probe = `a${character}a`
      const fit = !LONE_SURROGATE.test(character) && decode(encode(probe, encoding), encoding) === probe
      fits.set(character, fit)
      if (!fit) found.push({ character, offset })
    }
    offset += character.length
  }
  return found
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|[\r\n]/)
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}

function isExact(text: string, bytes: Buffer, encoding: Encoding): boolean {
  return text.isWellFormed() && decode(bytes, encoding) === text
}

/**
 * The bytes of a text, only if they decode to the very same text. Otherwise throws `unencodable` with
 * `encoding`, `count`, `characters` (a list to read, with `line:column`) and `offsets` (UTF-16, comma-separated).
 */
export function encodeLossless(text: string, encoding: Encoding): Buffer {
  const bytes = encode(text, encoding)
  // Every well-formed text has a form in UTF-8, where half a surrogate pair becomes U+FFFD; other encodings are asked.
  const unicode = encoding === 'utf-8' || encoding === 'utf-8-bom'
  if (unicode ? !bytes.includes(REPLACEMENT) || text.isWellFormed() : isExact(text, bytes, encoding))
    return bytes
  const found = findAll(text, encoding)
  const listed = found.slice(0, LISTED)
  const characters = listed.map((it) => `${show(it.character)} ${lineAndColumn(text, it.offset)}`).join(', ')
  throw new AppError('unencodable', `The text has characters that ${encoding} cannot hold: ${characters}.`, {
    encoding,
    count: found.length,
    characters: found.length > listed.length ? `${characters}, …` : characters,
    offsets: listed.map((it) => it.offset).join(','),
  })
}
