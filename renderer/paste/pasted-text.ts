/** What a clipboard holds, as far as text is concerned. */
export interface ClipboardText {
  readonly html: string
  readonly plain: string
}

/** The clipboard as text for a body. */
export interface PastedText {
  /** `plain`: what the clipboard has as plain text. `line`: no block of its own. */
  readonly kind: 'plain' | 'line' | 'blocks'
  readonly text: string
  /** Images that stand in the text as `data:` addresses, each once. */
  readonly dataImages: readonly string[]
  /** Images that could not be taken along. */
  readonly unreachable: number
}
