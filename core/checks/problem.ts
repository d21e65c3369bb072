import type { Span, TextEdit } from '../article/text-edit.ts'

export type Severity = 'error' | 'warning' | 'info'

/** A correction that changes nothing but what the problem is about. */
export interface Fix {
  readonly edits: readonly TextEdit[]
  /** Only a safe fix takes part in "repair all": it cannot change what the writer meant. */
  readonly safe: boolean
}

/**
 * What a check found in an article. `code` names the kind (the interface translates `problem.<code>`, and
 * `fix.<code>` where there is a fix); `message` is the same as an English sentence; `line` is 1-based.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code
  readonly severity: Severity
  readonly span: Span
  readonly line: number
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly fix?: Fix
}
