import type { BodyFormat } from '../article/body-format.ts'
import { nextTag } from './html-tags.ts'

/** What stands in a text for an image. */
export const IMAGE = '\uFFFC'

/** A source without what is not shown; each unit of `text` stands for the source from `from[i]` to `to[i]` (UTF-16). */
export interface VisibleSource {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
}
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/iy
/** Quotation, list and heading marks at the head of a line; a footnote's label. */
const PREFIX =
  /[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])(?=[ \t]|$)(?:[ \t]+\[[ xX]\](?=[ \t]))?[ \t]*|#{1,6}[ \t]+|\[\^[^\]\n]{1,200}\]:)*/my
const FENCE = /(`{3,}|~{3,})[^\n]*/y
/** A table's second line, a heading's underline, a thematic break. */
const RULE = /(?:[-|:*_ \t]{3,}|[ \t]*=+[ \t]*)$/my
const ESCAPE = /\\[!-/:-@[-`{-~]/y
const CODE = /(`+)(?!`)/y
const BRACKETS = /!\[(?:[^[\]]|\[[^[\]]{0,200}\]){0,1000}\]/y
const LABEL = /\]\[[^[\]]{0,1000}\]/y
const NOTE = /\[\^[^\]\s]{1,200}\]/y
const TAG = /<[a-z/!?]/iy
const AUTOLINK = /<(?:[a-z][a-z\d+.-]*:|[^\s<>]{1,200}@)/iy

/** Behind which offset the parentheses that open at an offset close; none go over a blank line. */
function closingParentheses(source: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>()
  let open: number[] = []
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i)
    if (char === '\\') i++
    else if (char === '(') open.push(i)
    else if (char === '\n' && source.charAt(i + 1) === '\n') open = []
    else if (char === ')') {
      const from = open.pop()
      if (from !== undefined) closing.set(from, i + 1)
    }
  }
  return closing
}

/** What of a block's source its reader sees, as far as that is told without parsing it: for finding places again. */
export function visibleSource(source: string, format: BodyFormat): VisibleSource {
  const seen = { text: '', from: [] as number[], to: [] as number[] }
  const emit = (text: string, from: number, to: number): number => {
    seen.text += text
    seen.from.push(...Array<number>(text.length).fill(from))
    seen.to.push(...Array<number>(text.length).fill(to))
    return to
  }
  const verbatim = (from: number, to: number): number => {
    for (let at = from; at < to; at++) {
      seen.text += source.charAt(at)
      seen.from.push(at)
      seen.to.push(at + 1)
    }
    return to
  }
  const matchAt = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(source)
  }

  const tag = (at: number): number | null => {
    if (!matchAt(TAG, at) || (format === 'markdown' && matchAt(AUTOLINK, at))) return null
    const found = nextTag(source, at)
    if (found?.from !== at) return null
    return found.name === 'img' ? emit(IMAGE, at, found.to) : found.to
  }
  const entity = (at: number): number | null => {
    const found = matchAt(ENTITY, at)
    if (!found) return null
    const [whole, decimal, hexadecimal, name = ''] = found
    const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : -1
    const text = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES[name]
    return emit(text ?? '&', at, at + whole.length)
  }
  /** Past a line's marks, and past a fenced block or a line that is nothing else. */
  const line = (at: number): number => {
    const rule = matchAt(RULE, at)
    if (rule) return at + rule[0].length
    const from = at + (matchAt(PREFIX, at)?.[0].length ?? 0)
    const fence = matchAt(FENCE, from)
    return fence ? fenced(from + fence[0].length, fence[1] ?? '') : from
  }
  const fenced = (from: number, mark: string): number => {
    const end = new RegExp(`\\n[ \\t>]*\\${mark.charAt(0)}{${mark.length},}[ \\t]*$`, 'my')
    for (let at = from; at < source.length; at = verbatim(at, at + 1)) {
      const closing = source.charAt(at) === '\n' ? matchAt(end, at) : null
      if (closing) return at + closing[0].length
    }
    return source.length
  }
  const code = (at: number): number | null => {
    const mark = matchAt(CODE, at)?.[1]
    if (mark === undefined) return null
    const end = source.indexOf(mark, at + mark.length)
    if (end < 0 || end - at > 2000) return at + mark.length
    return verbatim(at + mark.length, end) + mark.length
  }
  const closing = format === 'markdown' ? closingParentheses(source) : new Map<number, number>()
  /** Past the parentheses that open at `at`. */
  const destination = (at: number): number => closing.get(at) ?? at
  const image = (at: number): number | null => {
    const found = matchAt(BRACKETS, at)
    if (!found) return null
    const end = at + found[0].length
    const next = source.charAt(end)
    const label = next === '[' ? matchAt(LABEL, end - 1) : null
    return emit(IMAGE, at, next === '(' ? destination(end) : label ? end - 1 + label[0].length : end)
  }
  const bracket = (at: number): number | null => {
    const found = matchAt(NOTE, at) ?? matchAt(LABEL, at)
    if (found) return at + found[0].length
    if (source.startsWith('](', at)) return Math.max(destination(at + 1), at + 1)
    return at + 1
  }
  const markdown = (at: number): number | null => {
    switch (source.charAt(at)) {
      case '\n':
        return line(verbatim(at, at + 1))
      case '\\':
        return matchAt(ESCAPE, at) && emit(source.charAt(at + 1), at, at + 2)
      case '`':
        return code(at)
      case '!':
        return image(at)
      case '[':
      case ']':
        return bracket(at)
      default:
        return null
    }
  }

  let at = format === 'markdown' ? line(0) : 0
  while (at < source.length) {
    const char = source.charAt(at)
    const next =
      char === '<' ? tag(at) : char === '&' ? entity(at) : format === 'markdown' ? markdown(at) : null
    at = next ?? verbatim(at, at + 1)
  }
  return seen
}
