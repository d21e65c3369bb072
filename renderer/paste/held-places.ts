import { isolateHistory } from '@codemirror/commands'
import { EditorSelection, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Span } from '../../core/article/text-edit.ts'
import type { PasteChange } from './insertion.ts'

/** Where something will go in that is not there yet; it moves with the text. */
interface Held {
  readonly id: number
  readonly ranges: readonly Span[]
}

const hold = StateEffect.define<Held>()
const release = StateEffect.define<number>()

const places = StateField.define<readonly Held[]>({
  create: () => [],
  update(held, tr) {
    let now = held
    if (tr.docChanged && held.length > 0) {
      now = held.map(({ id, ranges }) => ({
        id,
        ranges: ranges.map(({ from, to }) => {
          const start = tr.changes.mapPos(from, -1)
          return { from: start, to: Math.max(start, tr.changes.mapPos(to, -1)) }
        }),
      }))
    }
    for (const effect of tr.effects) {
      if (effect.is(hold)) now = [...now, effect.value]
      else if (effect.is(release)) now = now.filter(({ id }) => id !== effect.value)
    }
    return now
  },
})

/** Lets an editor hold places for what comes later. */
export const heldPlaces: Extension = places

let lastId = 0

/** Keeps the place of these ranges, in whatever the writer does to the text meanwhile. */
export function holdPlace(view: EditorView, ranges: readonly Span[]): number {
  lastId += 1
  view.dispatch({
    effects: hold.of({ id: lastId, ranges: ranges.map(({ from, to }) => ({ from, to })) }),
  })
  return lastId
}

/** Where a held place is now; null when it was given up. */
export function heldPlace(state: EditorState, id: number): readonly Span[] | null {
  return state.field(places).find((one) => one.id === id)?.ranges ?? null
}

/** Gives a place up. */
export function releasePlace(view: EditorView, id: number): void {
  view.dispatch({ effects: release.of(id) })
}

/**
 * Puts text into a held place as one undo step. The carets go behind it, unless the writer has moved on meanwhile.
 */
export function fillPlace(
  view: EditorView,
  id: number,
  change: (state: EditorState, range: Span) => PasteChange,
  userEvent: string,
): void {
  const { state } = view
  const ranges = heldPlace(state, id)
  if (ranges === null) return
  if (state.readOnly) {
    releasePlace(view, id)
    return
  }
  const parts = ranges.map((range) => change(state, range))
  const changes = state.changes(parts.flatMap((part) => part.changes))
  const carets = parts.map(({ changes: own, caret }) =>
    EditorSelection.cursor(changes.mapPos(own[caret.change]?.from ?? 0, -1) + caret.at),
  )
  const { selection } = state
  const stayed =
    selection.ranges.length === ranges.length &&
    selection.ranges.every((range, i) => range.from === ranges[i]?.from && range.to === ranges[i].to)
  view.dispatch({
    changes,
    ...(stayed
      ? { selection: EditorSelection.create(carets, selection.mainIndex), scrollIntoView: true }
      : {}),
    effects: release.of(id),
    annotations: isolateHistory.of('full'),
    userEvent,
  })
}
