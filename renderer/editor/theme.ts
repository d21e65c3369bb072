import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { fontStack } from './font-stack.ts'

/** Fonts (size in CSS pixels, families by comma), line height and whether lines wrap, as far as they concern the look. */
export interface LookOptions {
  readonly fontSize: number
  readonly fontFamily: string
  readonly lineHeight: number
  readonly lineWrapping: boolean
}

const surface = 'var(--surface, #fbfaf7)'
const text = 'var(--text, #1d1f23)'
const muted = 'var(--text-muted, #5f6672)'
const border = 'var(--border, #d9dce1)'
const accent = 'var(--accent, #0b57d0)'

const base = EditorView.theme({
  '&': { height: '100%', color: text, backgroundColor: surface },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    overflow: 'auto',
  },
  '.cm-content': { padding: '20px 0 40vh', caretColor: text },
  '.cm-line': { padding: '0 24px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: accent, borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection':
    { backgroundColor: 'var(--selection, #cde1ef)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-gutters': { backgroundColor: surface, color: muted, border: 'none', paddingInlineStart: '8px' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: text },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--code-match, color-mix(in srgb, currentColor 16%, transparent))',
  },
  '.cm-searchMatch': {
    backgroundColor: 'var(--search-match, #fbe7a8)',
    borderRadius: '2px',
  },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--search-match-current, #f7b955)' },
  // The colours of the source are made for its own ground.
  '.cm-searchMatch, .cm-searchMatch *': { color: 'var(--text, #24211d)' },
  '.cm-panels': { backgroundColor: 'var(--surface-sunken, #f4f5f7)', color: text },
  '.cm-panels.cm-panels-top': { borderBottom: `1px solid ${border}` },
  '.cm-tooltip': {
    backgroundColor: surface,
    color: text,
    border: `1px solid ${border}`,
    borderRadius: '6px',
    maxWidth: 'min(60ch, 90vw)',
  },
  '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--font-ui, system-ui, sans-serif)' },
  '.cm-lint-marker': { width: '0.8em', height: '0.8em' },
  '@media (forced-colors: active)': {
    '.cm-selectionBackground': { backgroundColor: 'Highlight' },
    '.cm-searchMatch': { outline: '1px solid' },
    '.cm-searchMatch-selected': { outline: '2px solid Highlight' },
  },
})

const wrapped = EditorView.theme({
  // Long lines of prose are hard to read: the text keeps a comfortable measure and stands in the middle, with its gutters.
  '.cm-scroller': { justifyContent: 'center' },
  '.cm-content': { maxWidth: 'calc(82ch + 48px)' },
})

/** The look of the editor; colours follow the page's custom properties. */
export function editorLook(options: LookOptions): Extension {
  return [
    base,
    EditorView.theme({
      '.cm-scroller': {
        fontFamily: fontStack(options.fontFamily),
        fontSize: `${options.fontSize}px`,
        lineHeight: String(options.lineHeight),
      },
    }),
    options.lineWrapping ? [EditorView.lineWrapping, wrapped] : [],
  ]
}
