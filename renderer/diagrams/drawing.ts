/** Mermaid source, and whether its picture stands on a dark page. */
export interface DrawRequest {
  readonly source: string
  readonly dark: boolean
}

/** A diagram as SVG that carries its own looks (no style sheet, no classes), or why there is none. */
export type Drawing =
  { readonly ok: true; readonly svg: string } | { readonly ok: false; readonly reason: string }
