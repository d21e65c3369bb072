import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import { EditorSelection, EditorState, Prec, type Extension, type StateCommand } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import type { SyntaxNode } from '@lezer/common'
import { isInBody } from './commands/targets.ts'

/** What closes in prose. A full-width bracket closes with its own kind; an apostrophe is no bracket. */
const PROSE = ['(', '[', '{', '"', '（', '［', '｛', '【', '《', '〈', '「', '『', '〔', '“', '‘']
/** Before these a bracket is closed, as before white space: text that follows is not to be enclosed unasked. */
const BEFORE = ')]}:;>"\'，。、；：！？…）］｝】》〉」』〕”’'
const CODE = /^(?:FencedCode|CodeBlock|CodeText|ScriptText|StyleText|Script|StyleSheet)$/

function isCode(state: EditorState, pos: number): boolean {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(pos, -1)
  for (; node !== null; node = node.parent) if (CODE.test(node.name)) return true
  return false
}

const prose = Prec.highest(
  EditorState.languageData.of((state, pos) =>
    isCode(state, pos) ? [] : [{ closeBrackets: { brackets: PROSE, before: BEFORE } }],
  ),
)

/** Marks that, typed on selected text, are put around it (CommonMark emphasis and code, GFM strikethrough). */
const AROUND = new Set(['*', '_', '`', '~'])

/** Puts a typed mark around each selection. */
export function surroundWith(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    const fits = state.selection.ranges.every(
      (range) => !range.empty && isInBody(state, range) && !isCode(state, range.from),
    )
    if (!AROUND.has(mark) || !fits) return false
    const spec = state.changeByRange((range) => ({
      changes: [
        { from: range.from, insert: mark },
        { from: range.to, insert: mark },
      ],
      range: EditorSelection.range(range.anchor + mark.length, range.head + mark.length),
    }))
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.type' }))
    return true
  }
}

const surround = EditorView.inputHandler.of((view, from, to, text) => {
  const { main } = view.state.selection
  if (view.composing || view.state.readOnly || from !== main.from || to !== main.to) return false
  return surroundWith(text)(view)
})

/** Brackets and quotes, full-width ones too, close when opened, and typed marks enclose what is selected. */
export const brackets: Extension = [prose, closeBrackets(), surround, keymap.of(closeBracketsKeymap)]
