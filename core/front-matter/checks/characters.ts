import type { Span } from '../../article/text-edit.ts'
import type { Problem } from '../../checks/problem.ts'
import type { FrontMatterFormat } from '../model.ts'
import { problem, type CheckCode } from './check.ts'

/**
 * Characters that cannot be seen and do harm: a byte order mark inside, no-break or ideographic spaces where the
 * notation wants plain ones, NUL and other control characters. A no-break space within a value is text.
 */
export function characterProblems(
  text: string,
  content: Span,
  format: FrontMatterFormat,
): readonly Problem<CheckCode>[] {
  const source = text.slice(content.from, content.to)
  const problems: Problem<CheckCode>[] = []
  const at = (index: number, length: number) => ({
    from: content.from + index,
    to: content.from + index + length,
  })
  for (const { 0: found, index } of source.matchAll(/\uFEFF+/g)) {
    problems.push(strayBom(text, at(index, found.length)))
  }
  for (const { 0: found, index } of source.matchAll(/\0+/g)) {
    const span = at(index, found.length)
    const message = 'A NUL character stands here, which front matter cannot hold.'
    problems.push(
      problem(text, { code: 'nul', severity: 'error', span, message, edits: [{ ...span, insert: '' }] }),
    )
  }
  for (const { 0: found, index } of source.matchAll(/[\x01-\x08\x0B\x0C\x0E-\x1F\x7F]+/g)) {
    const span = at(index, found.length)
    problems.push(
      problem(text, {
        code: 'controlCharacter',
        severity: 'error',
        span,
        message: 'A control character stands here, which front matter cannot hold.',
        params: { character: `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` },
        edits: [{ ...span, insert: '' }],
      }),
    )
  }
  for (const match of source.matchAll(WIDE_SPACES)) {
    const [whole, sign = '', found = ''] = match
    const lineFrom =
      Math.max(source.lastIndexOf('\n', match.index - 1), source.lastIndexOf('\r', match.index - 1)) + 1
    const before = source.slice(lineFrom, match.index)
    const structural = sign === ':' ? BEFORE_COLON : sign === '-' ? BEFORE_DASH : null
    if (structural !== null && (format !== 'yaml' || !structural.test(before))) continue
    problems.push(nbsp(text, at(match.index + whole.length - found.length, found.length)))
  }
  return problems
}

/** No-break and ideographic spaces at the beginning of a line, after a colon or after a dash. */
const WIDE_SPACES = /(^|[\r\n:-])[ \t]*((?:[\u00A0\u3000][ \t]*)+)(?=\S)/g
/** What stands on a line before the colon of a key, or the dash of a list item. */
const BEFORE_COLON = /^[ \t]*(?:- )?[^\s:#'"]+$/
const BEFORE_DASH = /^[ \t]*$/

/** A byte order mark anywhere but at the very beginning of a file. */
export function strayBom(text: string, span: Span): Problem<CheckCode> {
  return problem(text, {
    code: 'strayBom',
    severity: 'warning',
    span,
    message: 'An invisible byte order mark stands here, left over from another file.',
    edits: [{ ...span, insert: '' }],
  })
}

function nbsp(text: string, span: Span): Problem<CheckCode> {
  const insert = text.slice(span.from, span.to).replace(/[\u00A0\u3000]/g, ' ')
  return problem(text, {
    code: 'nbsp',
    severity: 'warning',
    span,
    message: 'A no-break space stands here, where a plain space is needed.',
    edits: [{ ...span, insert }],
  })
}
