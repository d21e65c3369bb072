import { lineNumberAt } from '../../article/line-number.ts'
import type { Span, TextEdit } from '../../article/text-edit.ts'
import type { Problem, Severity } from '../../checks/problem.ts'

/** Every kind of problem these checks find; `problem.<code>` and `fix.<code>` in the catalogue. */
export type CheckCode =
  | 'duplicateKey'
  | 'tabIndentation'
  | 'fullWidthColon'
  | 'missingSpaceAfterColon'
  | 'unquotedColon'
  | 'unquotedValue'
  | 'yaml11Meaning'
  | 'strayBom'
  | 'nbsp'
  | 'nul'
  | 'controlCharacter'
  | 'trailingComma'
  | 'dateNotUnderstood'
  | 'dateDependsOnMachine'

interface Finding {
  readonly code: CheckCode
  readonly severity: Severity
  readonly span: Span
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly edits?: readonly TextEdit[]
  /** Whether the edits are a safe fix; true unless said otherwise. */
  readonly safe?: boolean
}

/** A problem of `text` with its line number and, where there are edits, its fix. */
export function problem(text: string, finding: Finding): Problem<CheckCode> {
  const { code, severity, span, message, params, edits, safe = true } = finding
  return {
    code,
    severity,
    span,
    line: lineNumberAt(text, span.from),
    message,
    ...(params && { params }),
    ...(edits && { fix: { edits, safe } }),
  }
}

/** A YAML scalar in single quotes. */
export function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
