import { EditorView } from '@codemirror/view'

/** How the find and replace panel looks; in a narrow pane what can be set stands below the field. */
export const searchTheme = EditorView.theme({
  // In a low window the text keeps a part of the room.
  '.cm-panels-top': { flex: 'none', maxHeight: '70%', overflowY: 'auto' },
  '.cm-find': {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 12px',
    fontFamily: 'var(--font-ui, system-ui, sans-serif)',
    fontSize: 'var(--size-m, 13px)',
    containerType: 'inline-size',
  },
  '.cm-find-row': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  '.cm-find-row[hidden]': { display: 'none' },
  '.cm-find-options, .cm-find-steps': { display: 'flex', flex: 'none', gap: '2px' },
  '.cm-find input': {
    flex: '0 0 36%',
    minWidth: '8em',
    maxWidth: '24em',
    height: 'var(--control-height, 28px)',
    padding: '0 8px',
    font: 'inherit',
    color: 'var(--text, #24211d)',
    backgroundColor: 'var(--surface, #fbfaf7)',
    border: '1px solid var(--border-strong, #8a8377)',
    borderRadius: 'var(--radius-s, 4px)',
  },
  '.cm-find input[aria-invalid="true"]': { borderColor: 'var(--danger, #a12d1e)' },
  '.cm-find button': {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: 'var(--control-height, 28px)',
    height: 'var(--control-height, 28px)',
    padding: '0 8px',
    font: 'inherit',
    color: 'var(--text, #24211d)',
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    borderRadius: 'var(--radius-s, 4px)',
    cursor: 'default',
  },
  '.cm-find button:has(svg)': { padding: '0' },
  '.cm-find button:hover': { backgroundColor: 'var(--surface-hover, rgb(60 48 24 / 7%))' },
  '.cm-find button[aria-pressed="true"]': {
    color: 'var(--accent, #255a7e)',
    backgroundColor: 'var(--accent-soft, #e3edf4)',
    borderColor: 'var(--accent, #255a7e)',
  },
  '.cm-find input:focus-visible, .cm-find button:focus-visible': {
    outline: '2px solid var(--focus, #2f74a3)',
    outlineOffset: '1px',
  },
  '.cm-find-count': {
    flex: '1 1 7em',
    minWidth: '7em',
    padding: '0 2px',
    color: 'var(--text-muted, #645e54)',
    fontVariantNumeric: 'tabular-nums',
  },
  '@media (forced-colors: active)': {
    '.cm-find button[aria-pressed="true"]': {
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      forcedColorAdjust: 'none',
    },
  },
  '@container (width < 520px)': {
    '.cm-find-row:first-child > input': { maxWidth: 'none', flex: '1 1 calc(100% - 100px)' },
    '.cm-find-row > .cm-find-steps': { order: '1' },
    '.cm-find-row > .cm-find-options': { order: '2' },
    '.cm-find-row > .cm-find-count': { order: '3' },
    '.cm-find-row:last-child > input': { maxWidth: 'none', flex: '1 1 12em' },
  },
})
