import type { TokenizerThis, Tokens } from 'marked'

const MARK = /^==(?![\s=])((?:[^=\\\n]|\\.|=(?!=))+?)(?<!\s)==(?!=)/

/** `==text==`, marked as with a pen (a common extension; not CommonMark). */
export function markInline(this: TokenizerThis, src: string): Tokens.Generic | undefined {
  const found = MARK.exec(src)
  if (!found) return undefined
  return { type: 'mark', raw: found[0], tokens: this.lexer.inlineTokens(found[1] ?? '') }
}

/** The HTML of marked text whose content is already HTML. */
export function markHtml(content: string): string {
  return `<mark>${content}</mark>`
}
