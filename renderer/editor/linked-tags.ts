import {
  Annotation,
  EditorState,
  StateField,
  type ChangeSpec,
  type Extension,
  type Transaction,
} from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { Span } from '../../core/article/text-edit.ts'
import { splitField } from './article-fields.ts'
import { decorating } from './decorating.ts'
import { tagPairAt } from './tag-pairs.ts'

/** The names of a pair of tags while one of them is edited; they may be empty for a while. */
interface Linked {
  readonly edited: Span
  readonly other: Span
}

const NAME = /^[\p{L}\p{N}:._-]*$/u

/** The names that a change at a place changes together; null where it touches no tag's name. */
function linkedAt(state: EditorState, from: number, to: number): Linked | null {
  const kept = state.field(linkedField)
  const holds = (span: Span): boolean => span.from <= from && to <= span.to
  if (kept !== null && holds(kept.edited)) return kept
  const pair = tagPairAt(state, from)
  if (pair === null) return null
  const same =
    state.sliceDoc(pair.openName.from, pair.openName.to) ===
    state.sliceDoc(pair.closeName.from, pair.closeName.to)
  if (!same) return null
  if (holds(pair.openName)) return { edited: pair.openName, other: pair.closeName }
  return holds(pair.closeName) ? { edited: pair.closeName, other: pair.openName } : null
}

/** The one change of a transaction that types or deletes by hand, when it stays within a name's letters. */
function nameChange(tr: Transaction): { readonly span: Span; readonly insert: string } | null {
  const typed = tr.isUserEvent('input.type') && !tr.isUserEvent('input.type.compose')
  if (!tr.docChanged || !(typed || tr.isUserEvent('delete'))) return null
  if (tr.startState.selection.ranges.length > 1) return null
  const found: { span: Span; insert: string }[] = []
  tr.changes.iterChanges((from, to, _from, _to, insert) => {
    found.push({ span: { from, to }, insert: insert.toString() })
  })
  const [one, ...others] = found
  return one !== undefined && others.length === 0 && NAME.test(one.insert) ? one : null
}

/** Says of a transaction that it changes two names together; places are those before it. */
const renaming = Annotation.define<Linked>()

const linkedField = StateField.define<Linked | null>({
  create: () => null,
  update(linked, tr) {
    const renamed = tr.annotation(renaming)
    if (renamed !== undefined) {
      const map = (span: Span): Span => ({
        from: tr.changes.mapPos(span.from, -1),
        to: tr.changes.mapPos(span.to, 1),
      })
      return { edited: map(renamed.edited), other: map(renamed.other) }
    }
    const { head } = tr.newSelection.main
    const stays = linked !== null && !tr.docChanged && head >= linked.edited.from && head <= linked.edited.to
    return stays ? linked : null
  },
})

/** Typing in the name of one tag types in that of the other, in one step to undo. */
const rename = EditorState.transactionFilter.of((tr) => {
  const change = nameChange(tr)
  if (change === null || change.span.from < tr.startState.field(splitField).body.from) return tr
  const linked = linkedAt(tr.startState, change.span.from, change.span.to)
  if (linked === null) return tr
  const shift = linked.other.from - linked.edited.from
  const echo: ChangeSpec = {
    from: change.span.from + shift,
    to: change.span.to + shift,
    insert: change.insert,
  }
  return [tr, { changes: echo, annotations: renaming.of(linked) }]
})

const mark = Decoration.mark({ class: 'cm-matchingTag' })

function decorate(view: EditorView): DecorationSet {
  const { main } = view.state.selection
  const pair = main.empty && view.hasFocus ? tagPairAt(view.state, main.head) : null
  if (pair === null || view.state.field(linkedField) !== null) return Decoration.none
  const spans = [pair.openName, pair.closeName].filter((span) => span.from < span.to)
  return Decoration.set(
    spans.map((span) => mark.range(span.from, span.to)),
    true,
  )
}

const highlight = decorating(
  decorate,
  (update) => update.docChanged || update.selectionSet || update.focusChanged,
)

/** The two tags of an element, in HTML and in Markdown: shown together, and renamed together. */
export const linkedTags: Extension = [
  linkedField,
  rename,
  highlight,
  EditorView.theme({
    '.cm-matchingTag': {
      backgroundColor: 'var(--code-match, color-mix(in srgb, currentColor 16%, transparent))',
      borderRadius: '2px',
    },
  }),
]
