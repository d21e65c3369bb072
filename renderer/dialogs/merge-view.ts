import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { getChunks, goToNextChunk, goToPreviousChunk, MergeView, type Chunk } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { splitLineEnds } from '../../core/article/line-ends.ts'
import { lineEndsExtension, rawText } from '../editor/line-ends.ts'
import { redrawGaps } from '../editor/line-gaps.ts'
import { pageNonce } from '../editor/page-nonce.ts'
import { changesBetween } from './text-changes.ts'

export interface MergePanesOptions {
  /** With line ends as they are to be saved. */
  readonly mine: string
  readonly theirs: string
  readonly mineLabel: string
  readonly theirsLabel: string
  readonly takeLabel: string
  /** `$` stands for the number of lines. */
  readonly unchangedLabel: string
  /** Called with the number of differences, at first and when it is another. */
  readonly onCount: (differences: number) => void
}

/** Two texts side by side: theirs to read, mine to edit and to bring theirs into. */
export interface MergePanes {
  /** My text as it is now, with its line ends. */
  readonly text: () => string
  readonly next: () => void
  readonly previous: () => void
  /** Takes the difference at the caret, or the first one, from theirs. */
  readonly take: () => void
  readonly takeAll: () => void
  readonly destroy: () => void
}

const look = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--surface)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--text-muted)', border: 'none' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
})

function shared(label: string, unchanged: string): Extension {
  return [
    EditorView.cspNonce.of(pageNonce()),
    EditorState.phrases.of({ '$ unchanged lines': unchanged }),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.lineWrapping,
    lineNumbers(),
    drawSelection(),
    highlightSpecialChars(),
    look,
  ]
}

/** Shows both texts in `parent`. */
export function createMergePanes(parent: HTMLElement, options: MergePanesOptions): MergePanes {
  const { text, ends } = splitLineEnds(options.mine)
  let shown = -1
  const view = new MergeView({
    parent,
    a: {
      doc: splitLineEnds(options.theirs).text,
      extensions: [shared(options.theirsLabel, options.unchangedLabel), EditorState.readOnly.of(true)],
    },
    b: {
      doc: text,
      extensions: [
        shared(options.mineLabel, options.unchangedLabel),
        lineEndsExtension(ends),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of(() => tell()),
      ],
    },
    revertControls: 'a-to-b',
    renderRevertControl() {
      // For the pointer; the keyboard has a button of its own.
      const mark = document.createElement('span')
      mark.className = 'merge-take'
      mark.title = options.takeLabel
      mark.setAttribute('aria-hidden', 'true')
      mark.textContent = '→'
      return mark
    },
    collapseUnchanged: { margin: 3, minSize: 6 },
    diffConfig: { override: changesBetween },
  })
  const { a, b } = view

  const chunks = (): readonly Chunk[] => getChunks(b.state)?.chunks ?? []

  function tell(): void {
    const { length } = chunks()
    if (length === shown) return
    shown = length
    options.onCount(length)
  }

  const takeChunk = (chunk: Chunk): void => {
    let insert = a.state.sliceDoc(chunk.fromA, Math.max(chunk.fromA, chunk.toA - 1))
    if (chunk.fromA !== chunk.toA && chunk.toB <= b.state.doc.length) insert += '\n'
    b.dispatch({
      changes: { from: chunk.fromB, to: Math.min(b.state.doc.length, chunk.toB), insert },
      userEvent: 'revert',
    })
  }

  tell()
  goToNextChunk(b)
  redrawGaps(a)
  redrawGaps(b)
  return {
    text: () => rawText(b.state),
    next: () => void goToNextChunk(b),
    previous: () => void goToPreviousChunk(b),
    take() {
      const { head } = b.state.selection.main
      const all = chunks()
      const chunk = all.find((one) => head >= one.fromB && head <= one.endB) ?? all[0]
      if (!chunk) return
      takeChunk(chunk)
      goToNextChunk(b)
    },
    takeAll() {
      b.dispatch({ changes: { from: 0, to: b.state.doc.length, insert: a.state.doc }, userEvent: 'revert' })
    },
    destroy: () => view.destroy(),
  }
}
