import { Transaction } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** From this length on it takes long to lay out all of a line. CodeMirror leaves gaps in shorter ones already. */
const LONG = 100_000

/**
 * Has the gaps in the long lines of a new editor drawn again, which stand for what is out of sight. CodeMirror draws them
 * at first as if no line were wrapped, with a width instead of a height: a wrapped line would be measured as low as what
 * is drawn of it, and so all of it would be laid out, for seconds. Gaps are drawn again where the caret parts them.
 */
export function redrawGaps(view: EditorView): void {
  const long = view.viewportLineBlocks.filter(({ length }) => length >= LONG)
  if (long.length === 0) return
  const { selection } = view.state
  const annotations = Transaction.addToHistory.of(false)
  for (const { from, length } of long) {
    // Not where they are parted by the caret as it is.
    const isInFirstHalf = selection.main.head < from + length / 2
    view.dispatch({
      selection: { anchor: from + Math.floor(length * (isInFirstHalf ? 0.75 : 0.25)) },
      annotations,
    })
  }
  view.dispatch({ selection, annotations })
}
