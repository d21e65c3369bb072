const ADDRESS = /\b(?:https?|ftp):\/\/[^\s<>"']+/gi
const LETTER = /[\p{L}\p{N}]/u

/**
 * A piece of text so that Markdown reads it as text (CommonMark 2.4, GFM, and Galley's marks, maths and definition
 * lists), with no more backslashes than that takes. Addresses are left alone: GFM links them as they are. What only
 * means something at a line's start is looked for at the start of the piece. A dollar sign begins a formula only where
 * another one can end it: `formulas` is false when the whole text has no two of them.
 */
export function escapeMarkdown(text: string, formulas = true): string {
  let escaped = ''
  let at = 0
  for (const found of text.matchAll(ADDRESS)) {
    escaped += escapeInline(text, at, found.index, formulas) + found[0]
    at = found.index + found[0].length
  }
  return escapeStart(escaped + escapeInline(text, at, text.length, formulas))
}

function escapeInline(text: string, from: number, to: number, formulas: boolean): string {
  let escaped = ''
  for (let at = from; at < to; at++) {
    const sign = text.charAt(at)
    escaped += isActive(sign, text, at) && (formulas || sign !== '$') ? `\\${sign}` : sign
  }
  return escaped
}

function isActive(sign: string, text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  switch (sign) {
    case '\\':
      return after === '' || /[!-/:-@[-`{-~\n]/.test(after)
    case '`':
    case '[':
    case ']':
      return true
    case '*':
    case '~':
      return !(isSpace(before) && isSpace(after))
    case '_':
      return !(isSpace(before) && isSpace(after)) && !(LETTER.test(before) && LETTER.test(after))
    case '<':
      return after === '' || /[a-z/!?]/i.test(after)
    case '&':
      return /^&(?:#|[a-z])[a-z\d]{0,31};/i.test(text.slice(at, at + 34))
    case '!':
      return after === ''
    case '$':
      return after === '' || !isSpace(after)
    case '=':
      return before !== '=' && after === '=' && !isSpace(text.charAt(at + 2))
    default:
      return false
  }
}

const isSpace = (sign: string): boolean => sign === '' || /\s/.test(sign)

function escapeStart(text: string): string {
  return text
    .replace(/^([-+])(?=[ \t]|$)/, '\\$1')
    .replace(/^(-|=)(?=[-= \t]*$)/, '\\$1')
    .replace(/^(#{1,6})(?=[ \t]|$)/, '\\$1')
    .replace(/^>/, '\\>')
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2')
    .replace(/^:(?=[ \t])/, '\\:')
}
