import type { BodyFormat } from '../body-format.ts'
import type { Heading } from './heading.ts'
import { HTML_START, scanHtmlOutline, type HtmlState } from './html-outline.ts'
import { MARKDOWN_START, scanMarkdownOutline, type MarkdownState } from './markdown-outline.ts'

/** How far the reading of a body for its headings has come; plain data, equal states read on equally. */
export type OutlineState =
  | { readonly format: 'markdown'; readonly state: MarkdownState }
  | { readonly format: 'html'; readonly state: HtmlState }

/** What a stretch of a body holds: its headings, at offsets within it (negative: begun before it), and how to go on. */
export interface OutlineScan {
  readonly headings: readonly Heading[]
  readonly state: OutlineState
}

/** The state at the start of a body. */
export function outlineStart(format: BodyFormat): OutlineState {
  return format === 'html' ? { format, state: HTML_START } : { format, state: MARKDOWN_START }
}

/** Reads a stretch of a body, whole lines with their line ends, for headings. */
export function scanOutline(stretch: string, at: OutlineState): OutlineScan {
  if (at.format === 'html') {
    const { headings, state } = scanHtmlOutline(stretch, at.state)
    return { headings, state: { format: 'html', state } }
  }
  const { headings, state } = scanMarkdownOutline(stretch, at.state)
  return { headings, state: { format: 'markdown', state } }
}

/** The headings of a whole body. */
export function outlineOf(body: string, format: BodyFormat): readonly Heading[] {
  return scanOutline(body, outlineStart(format)).headings
}
