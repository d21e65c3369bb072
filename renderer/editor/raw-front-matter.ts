import { StateEffect, StateField, type EditorState } from '@codemirror/state'
import { splitField } from './article-fields.ts'

/** Shows the front matter as text (true) or leaves it to the form (false). */
export const setRawEffect = StateEffect.define<boolean>()

/** Whether the front matter is shown as text. */
export const rawFrontMatterField = StateField.define<boolean>({
  create: () => false,
  update: (raw, tr) =>
    tr.effects.reduce((value, effect) => (effect.is(setRawEffect) ? effect.value : value), raw),
})

/** Where the text a writer can reach begins: after the front matter while the form shows it, else 0. */
export function visibleFrom(state: EditorState): number {
  if (state.field(rawFrontMatterField)) return 0
  const split = state.field(splitField)
  return split.frontMatter === null ? 0 : split.body.from
}
