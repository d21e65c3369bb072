import type { Tokens } from 'marked'
import { escapeHtml } from './escape-html.ts'
import type { TagToken } from './template-tags.ts'

/** A formula in TeX. */
export interface MathsToken extends Tokens.Generic {
  readonly type: 'maths'
  readonly tex: string
  readonly display: boolean
}

/** How far a display formula looks for its end, in UTF-16 units. */
const REACH = 20_000
const OPENING = /^ {0,3}(\$\$|\\\[)/
/** Brackets in a paragraph: its next line begins with a letter, which no other kind of block does. */
const ESCAPED_BRACKETS = /^\\\[[^\n]*\\\][ \t]*\n[ \t]*\p{L}/u
/** A blank line, or the beginning of another kind of block. */
const INTERRUPTED = /\n[ \t]*(?:\n|(?:[-+*]|\d{1,9}[.)])[ \t]|[#>|<`~])/
const DOLLARS = /^\$\$(?!\$)((?:[^$\\]|\\[\s\S]|\$(?!\$)){1,4000}?)\$\$(?!\$)/
const DOLLAR = /^\$(?![\s$])((?:[^$\\\n]|\\[^\n]|\n(?![ \t]*\n)){0,2000}?(?:[^\s\\$]|\\[^\n]))\$(?![\d$])/
const QUOTED = /^\$`([^`\n]{1,2000})`\$/
const PARENTHESES = /^\\\(((?:[^\\\n]|\\(?!\))[^\n]|\n(?![ \t]*\n)){1,2000}?)\\\)/

/**
 * A display formula that begins a block: `$$ … $$` or `\[ … \]`, which may hold blank lines. One whose end is not
 * in sight is a tag left open, so that the index knows what a later end would change.
 */
export function mathsBlock(src: string): MathsToken | TagToken | undefined {
  const opening = OPENING.exec(src)
  if (!opening || ESCAPED_BRACKETS.test(src.trimStart())) return undefined
  const open = opening[1] ?? '$$'
  const from = opening[0].length
  const end = closing(src, from, open === '$$' ? '$$' : '\\]')
  const tex = end < 0 ? '' : src.slice(from, end).trim()
  const after = /^[ \t]*(?:\n|$)/.exec(src.slice(end + 2, end + 200))
  const fenced = /^ {0,3}\$\$[ \t]*\n/.test(src)
  // A formula with text after it belongs to a paragraph, one that begins beside its mark is a single paragraph.
  if (tex === '' || !after || (!fenced && INTERRUPTED.test(tex))) return fenced ? unclosed(src) : undefined
  return { type: 'maths', raw: src.slice(0, end + 2 + after[0].length), tex, display: true }
}

function closing(src: string, from: number, mark: string): number {
  const limit = Math.min(src.length, REACH)
  for (let at = from; at < limit; at++) {
    if (src.startsWith(mark, at)) return at
    if (src.charCodeAt(at) === 92) at++
  }
  return -1
}

function unclosed(src: string): TagToken {
  const end = src.indexOf('\n') + 1
  const raw = src.slice(0, end)
  return { type: 'tag', raw, name: '$$', rest: '', content: null, inline: false, unclosed: true }
}

/** A formula inside a line of text: `$x$` as Pandoc and GitHub read it, GitHub's ``$`x`$``, `$$x$$`, `\(x\)`. */
export function mathsInline(src: string): MathsToken | undefined {
  const double = DOLLARS.exec(src)
  if (double) return maths(double[0], double[1], true)
  const quoted = QUOTED.exec(src)
  if (quoted) return maths(quoted[0], quoted[1], false)
  const single = DOLLAR.exec(src) ?? PARENTHESES.exec(src)
  return single ? maths(single[0], single[1], false) : undefined
}

function maths(raw: string, tex: string | undefined, display: boolean): MathsToken {
  return { type: 'maths', raw, tex: (tex ?? '').trim(), display }
}

/** The formula's TeX as text, to be set by KaTeX once that is there. */
export function mathsHtml(token: Pick<MathsToken, 'tex' | 'display'>): string {
  const display = token.display ? ' galley-maths-display' : ''
  return `<span class="galley-maths${display}">${escapeHtml(token.tex)}</span>`
}
