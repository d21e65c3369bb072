import { EditorView } from '@codemirror/view'

/** How the find and replace panel looks. */
export const searchTheme = EditorView.theme({
  '.cm-find': {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 12px',
    fontFamily: 'var(--font-ui, system-ui, sans-serif)',
    fontSize: 'var(--size-m, 13px)',
  },
  '.cm-find-row': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  '.cm-find-row[hidden]': { display: 'none' },
  '.cm-find input': {
    flex: '0 1 22em',
    minWidth: '8em',
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
    minWidth: 'var(--control-height, 28px)',
    height: 'var(--control-height, 28px)',
    padding: '0 8px',
    font: 'inherit',
    color: 'var(--text, #24211d)',
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    borderRadius: 'var(--radius-s, 4px)',
    cursor: 'pointer',
  },
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
    flex: '1 1 auto',
    minWidth: '7em',
    padding: '0 6px',
    color: 'var(--text-muted, #645e54)',
  },
})
