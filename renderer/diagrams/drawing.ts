/** A diagram as SVG that carries its own looks (no style sheet, no classes), or why there is none. */
export type Drawing =
  { readonly ok: true; readonly svg: string } | { readonly ok: false; readonly reason: string }

/** Draws Mermaid source; never rejects for a mistake in it. The SVG is not sanitised. */
export type DrawDiagram = (source: string, dark: boolean) => Promise<Drawing>

declare global {
  interface Window {
    /** Set in the document that draws diagrams. */
    drawDiagram?: DrawDiagram
  }
}
