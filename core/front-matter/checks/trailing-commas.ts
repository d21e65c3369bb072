import type { Span } from '../../article/text-edit.ts'
import type { Problem } from '../../checks/problem.ts'
import { problem, type CheckCode } from './check.ts'

const TOKEN = /"(?:[^"\\\r\n]|\\.)*"|,(?=\s*(?:[}\]]|$))/g

/** Commas after the last entry of a JSON object or list, which JSON does not allow. */
export function trailingCommas(text: string, content: Span): readonly Problem<CheckCode>[] {
  const problems: Problem<CheckCode>[] = []
  for (const { 0: token, index } of text.slice(content.from, content.to).matchAll(TOKEN)) {
    if (token !== ',') continue
    const span = { from: content.from + index, to: content.from + index + 1 }
    const message = 'A comma stands after the last entry, which JSON does not allow.'
    const edits = [{ ...span, insert: '' }]
    problems.push(problem(text, { code: 'trailingComma', severity: 'error', span, message, edits }))
  }
  return problems
}
