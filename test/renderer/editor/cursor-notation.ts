import { history } from '@codemirror/commands'
import { EditorSelection, EditorState, type Extension, type StateCommand } from '@codemirror/state'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import { articleFields } from '../../../renderer/editor/article-fields.ts'
import { articleLanguage } from '../../../renderer/editor/article-language.ts'
import { bodyFormatFacet } from '../../../renderer/editor/body-format-facet.ts'
import { rawFrontMatterField } from '../../../renderer/editor/raw-front-matter.ts'
import { undoSteps } from '../../../renderer/editor/undo-steps.ts'

/**
 * A state from a text in which `|` is a caret and `«…»` a selection, several of each allowed; the last
 * is the main one. A literal bar is written `¦`.
 */
export function stateOf(notation: string, format: BodyFormat, extra: Extension = []): EditorState {
  const ranges: [number, number][] = []
  let open = -1
  let doc = ''
  for (const sign of notation) {
    if (sign === '|') ranges.push([doc.length, doc.length])
    else if (sign === '«') open = doc.length
    else if (sign === '»') ranges.push([open, doc.length])
    else doc += sign === '¦' ? '|' : sign
  }
  return EditorState.create({
    doc,
    selection: EditorSelection.create(
      ranges.map(([from, to]) => EditorSelection.range(from, to)),
      ranges.length - 1,
    ),
    extensions: [
      EditorState.allowMultipleSelections.of(true),
      history(),
      undoSteps,
      articleFields,
      bodyFormatFacet.of(format),
      articleLanguage(format),
      extra,
      rawFrontMatterField,
    ],
  })
}

/** The notation of a state: the inverse of `stateOf`. */
export function notationOf(state: EditorState): string {
  let text = ''
  let at = 0
  const put = (to: number): void => {
    text += state.sliceDoc(at, to).replaceAll('|', '¦')
    at = to
  }
  for (const range of state.selection.ranges) {
    put(range.from)
    if (range.empty) text += '|'
    else {
      text += '«'
      put(range.to)
      text += '»'
    }
  }
  put(state.doc.length)
  return text
}

/** What a command makes of a text, both in notation; null when it does nothing. */
export function run(command: StateCommand, notation: string, format: BodyFormat): string | null {
  const results: EditorState[] = []
  const state = stateOf(notation, format)
  const handled = command({ state, dispatch: (tr) => results.push(tr.state) })
  const result = results.at(-1)
  return handled && result !== undefined ? notationOf(result) : null
}
