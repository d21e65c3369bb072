import type { Token, TokenizerThis, Tokens } from 'marked'
import { withoutCodeSpans } from './code-spans.ts'
import { escapeHtml } from './escape-html.ts'

const DEFINITION = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/
const REFERENCE = /^\[\^([^\]\s]+)\]/

/** A footnote definition: its first paragraph, and what follows it indented by four columns (as GitHub reads it). */
export function footnoteBlock(this: TokenizerThis, src: string): Tokens.Generic | undefined {
  const start = DEFINITION.exec(src)
  if (!start) return undefined
  const end = endOfDefinition(src, start[0].length)
  const raw = src.slice(0, end)
  const text = raw.slice(start[0].length).replace(/^(?: {4}|\t)/gm, '')
  const inner: Token[] = []
  this.lexer.blockTokens(text, inner)
  return { type: 'footnote', raw, label: footnoteLabel(start[1] ?? ''), tokens: inner }
}

function endOfDefinition(src: string, from: number): number {
  let at = lineEnd(src, from)
  while (at < src.length) {
    const line = src.slice(at, lineEnd(src, at))
    if (/^[ \t]*\n?$/.test(line)) {
      let next = at
      while (next < src.length && /^[ \t]*\n?$/.test(src.slice(next, lineEnd(src, next))))
        next = lineEnd(src, next)
      if (!/^(?: {4}|\t)[ \t]*\S/.test(src.slice(next, lineEnd(src, next)))) return at
      at = next
      continue
    }
    const indented = /^(?: {4}|\t)/.test(line)
    if (!indented && (DEFINITION.test(line) || /^ {0,3}(?:#{1,6}\s|>|```|~~~|[-*+]\s|<)/.test(line)))
      return at
    at = lineEnd(src, at)
  }
  return at
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

/** A reference to a footnote that is defined somewhere in the body. */
export function footnoteRef(src: string, numbers: ReadonlyMap<string, number>): Tokens.Generic | undefined {
  const found = REFERENCE.exec(src)
  const label = footnoteLabel(found?.[1] ?? '')
  if (!found || !numbers.has(label)) return undefined
  return { type: 'footnoteRef', raw: found[0], label }
}

/** The raised number of the `nth` reference, from 1, to a footnote. */
export function footnoteRefHtml(label: string, numbers: ReadonlyMap<string, number>, nth = 1): string {
  const number = String(numbers.get(label) ?? 0)
  const id = escapeHtml(footnoteRefId(label, nth))
  return `<sup class="footnote-ref"><a href="#fn-${escapeHtml(label)}" id="${id}">${number}</a></sup>`
}

/** The id of the `nth` reference, from 1, to a footnote (as GitHub counts them). */
export function footnoteRefId(label: string, nth: number): string {
  return `fnref-${label}${nth > 1 ? `-${String(nth)}` : ''}`
}

/** Labels match without regard to case. */
export function footnoteLabel(label: string): string {
  return label.toLowerCase()
}

/** The labels a text may refer to, in order; definitions' own labels are not references. */
export function footnoteRefsIn(text: string): readonly string[] {
  if (!text.includes('[^')) return []
  const refs: string[] = []
  const prose = withoutCodeSpans(text)
  for (const found of prose.matchAll(/\[\^([^\]\s]+)\](:?)/g)) {
    const before = prose.slice(Math.max(0, found.index - 4), found.index)
    if (found[2] === '' || !/(?:^|\n) {0,3}$/.test(before)) refs.push(footnoteLabel(found[1] ?? ''))
  }
  return refs
}
