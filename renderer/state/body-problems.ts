import type { Text } from '@codemirror/state'
import type { Problem } from '../../core/checks/problem.ts'
import type { StrictEmphasis } from '../../core/checks/strict-emphasis.ts'

/** What strict readers of Markdown will not set as emphasis, as problems of the article. */
export function emphasisProblems(doc: Text, found: readonly StrictEmphasis[]): readonly Problem[] {
  return found.map(({ span, edits }): Problem => ({
    code: 'strictEmphasis',
    severity: 'info',
    span,
    line: doc.lineAt(span.from).number,
    message: 'Site generators that read Markdown strictly show these asterisks instead of emphasis.',
    ...(edits === null ? {} : { fix: { edits, safe: true } }),
  }))
}
