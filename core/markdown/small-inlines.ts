import type { TokenizerThis, Tokens } from 'marked'
import { escapeHtml } from './escape-html.ts'

const RAISED = /^\^(?![\s^])((?:[^^\s\\]|\\.)+)\^(?!\^)/
const LOWERED = /^~(?![\s~])((?:[^~\s\\]|\\.)+)~(?!~)/
const EMOJI = /^:([a-z0-9_+-]{1,40}):/

/** `x^2^` and `H~2~O` (Pandoc): no white space inside. */
export function subSuperInline(this: TokenizerThis, src: string): Tokens.Generic | undefined {
  const found = RAISED.exec(src) ?? LOWERED.exec(src)
  if (!found) return undefined
  const tokens = this.lexer.inlineTokens(found[1] ?? '')
  return { type: 'subSuper', raw: found[0], tag: found[0].startsWith('^') ? 'sup' : 'sub', tokens }
}

/** The HTML of a raised or lowered text whose content is already HTML. */
export function subSuperHtml(token: Tokens.Generic, content: string): string {
  const tag = token.tag === 'sup' ? 'sup' : 'sub'
  return `<${tag}>${content}</${tag}>`
}

/** `:name:`, which is an emoji when the table of names, loaded on demand, knows it. */
export function emojiInline(src: string): Tokens.Generic | undefined {
  const found = EMOJI.exec(src)
  return found ? { type: 'emoji', raw: found[0] } : undefined
}

/** The code as text, to be replaced by the emoji. */
export function emojiHtml(token: Tokens.Generic): string {
  return `<span class="galley-emoji">${escapeHtml(token.raw)}</span>`
}

/** A line of its own that asks for the table of contents: `[toc]`, `[[toc]]`. */
export function tocBlock(src: string): Tokens.Generic | undefined {
  const found = /^ {0,3}(?:\[toc\]|\[\[_?toc_?\]\])[ \t]*(?:\n|$)/i.exec(src)
  return found ? { type: 'toc', raw: found[0] } : undefined
}

/** Where the table of contents goes; what it lists is known only when the whole article is read. */
export const TOC_MARK = '<nav class="galley-toc"></nav>\n'
