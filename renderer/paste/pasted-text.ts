/** What a clipboard holds, as far as text is concerned. */
export interface ClipboardText {
  readonly html: string
  readonly plain: string
  /** Rich text as office programs put it beside their HTML; it alone holds their pictures. */
  readonly rtf?: string
  /** The language of code that a code editor has copied, by the name a code block takes. */
  readonly language?: string
}

/** The clipboard as text for a body. */
export interface PastedText {
  /** `plain`: what the clipboard has as plain text. `line`: no block of its own. */
  readonly kind: 'plain' | 'line' | 'blocks'
  readonly text: string
  /** Images the clipboard has as data, each once: in the text `token` stands for the address. */
  readonly dataImages: readonly { readonly token: string; readonly address: string }[]
  /** Images that could not be taken along. */
  readonly unreachable: number
}
