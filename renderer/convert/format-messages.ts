/** A piece of Markdown for the worker that formats. */
export interface FormatRequest {
  readonly id: number
  readonly text: string
}

/** What became of it; null: it cannot be formatted. */
export interface FormatAnswer {
  readonly id: number
  readonly text: string | null
}
