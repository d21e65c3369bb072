import type { Span } from '../../../core/article/text-edit.ts'

/** One thing in which a rendering is another than it was. `at` is its place in the source that was; null: unknown. */
export type RenderingChange = {
  readonly at: Span | null
} & (
  | { readonly kind: 'elementLost' | 'elementAdded'; readonly name: string }
  /** An element has another name now; its content is judged apart. */
  | { readonly kind: 'elementRenamed'; readonly name: string; readonly becomes: string }
  /** An element holds more or less than it did. */
  | { readonly kind: 'elementMoved'; readonly name: string }
  | {
      readonly kind: 'attribute'
      readonly element: string
      readonly name: string
      /** Null: it was not there, or is no longer. */
      readonly before: string | null
      readonly after: string | null
    }
  /** Text gave way to other text; '' on one side: it was lost, or added. */
  | { readonly kind: 'text' | 'comment'; readonly before: string; readonly after: string }
  /** A definition of a link or footnote that nothing refers to: it never showed. */
  | { readonly kind: 'definitionLost'; readonly text: string }
  /** The two have too little in common to be compared piece by piece. */
  | { readonly kind: 'unlike' }
)

/** Changes of one kind at several places. */
export interface ChangeGroup {
  readonly change: RenderingChange
  readonly count: number
  /** The first of them, in the order of the source. */
  readonly places: readonly Span[]
}

/** How many places of a group are kept. */
const MOST_PLACES = 50

/** Changes with one key are told together: attributes are, whatever their values, texts are not. */
function keyOf(change: RenderingChange): unknown {
  if (change.kind !== 'attribute') return { ...change, at: null }
  const { kind, element, name, before, after } = change
  return { kind, element, name, gone: after === null, came: before === null }
}

/** The same changes together, in the order in which each kind is first met. */
export function groupChanges(changes: readonly RenderingChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, { change: RenderingChange; count: number; places: Span[] }>()
  for (const change of changes) {
    const key = JSON.stringify(keyOf(change))
    const group = groups.get(key) ?? { change, count: 0, places: [] }
    groups.set(key, group)
    group.count += 1
    if (change.at && group.places.length < MOST_PLACES) group.places.push(change.at)
  }
  return [...groups.values()]
}
