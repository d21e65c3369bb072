import { syntaxTree } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'

/** Decorates what is on the screen, anew with every update that `outdates` it. */
export function decorating(
  decorate: (view: EditorView) => DecorationSet,
  outdates: (update: ViewUpdate) => boolean,
): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet

      constructor(view: EditorView) {
        this.decorations = decorate(view)
      }

      update(update: ViewUpdate): void {
        if (outdates(update)) this.decorations = decorate(update.view)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

/** True when the syntax tree is another one, also without an edit: a long text is parsed bit by bit. */
export function isParsedAnew({ startState, state }: ViewUpdate): boolean {
  return syntaxTree(startState) !== syntaxTree(state)
}
