import { EditorSelection, type StateCommand } from '@codemirror/state'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { elementAround, tagPairAt } from '../tag-pairs.ts'
import { isInBody, linesOf, treeUpTo, wordAround } from './targets.ts'

const TAG = /^<?\s*([a-z][a-z0-9]*(?:-[a-z0-9]+)*)((?:\s+[^<>]*)?)>?$/i
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** A tag as a writer types it (`div`, `span class="x"`, `<b>`): the name and what follows it; null when it is none. */
export function readTag(text: string): { readonly name: string; readonly attributes: string } | null {
  const [, name, attributes = ''] = TAG.exec(text.trim()) ?? []
  if (name === undefined || VOID.test(name)) return null
  const rest = attributes.trim().replace(/\/$/, '').trimEnd()
  return { name, attributes: rest === '' ? '' : ` ${rest}` }
}

/** An element around each selection or word; around several lines its tags stand on lines of their own. */
export function wrapInTag(tag: string): StateCommand {
  return ({ state, dispatch }) => {
    const read = readTag(tag)
    if (read === null || !state.selection.ranges.every((range) => isInBody(state, range))) return false
    const open = `<${read.name}${read.attributes}>`
    const close = `</${read.name}>`
    // In Markdown a blank line lets what is inside be Markdown (CommonMark 4.6).
    const gap = state.facet(bodyFormatFacet) === 'html' ? '\n' : '\n\n'
    const spec = state.changeByRange((range) => {
      const lines = linesOf(state, range)
      const first = lines[0]
      const last = lines.at(-1)
      const several = lines.length > 1 && first !== undefined && last !== undefined
      const target = several
        ? { from: first.from, to: last.to }
        : range.empty
          ? (wordAround(state, range.head) ?? range)
          : range
      const before = several ? open + gap : open
      const changes = [
        { from: target.from, insert: before },
        { from: target.to, insert: several ? gap + close : close },
      ]
      const shift = before.length
      return { changes, range: EditorSelection.range(range.anchor + shift, range.head + shift) }
    })
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }
}

/** Each caret to the partner of the tag it is in; elsewhere to the opening tag of the element around it. */
export const goToMatchingTag: StateCommand = ({ state, dispatch }) => {
  const tree = treeUpTo(state, state.selection.ranges.at(-1)?.to ?? 0)
  const ranges = state.selection.ranges.map(({ head }) => {
    const pair = tagPairAt(state, head, tree)
    if (pair === null) {
      const around = elementAround(state, head, tree)
      return around === null ? null : EditorSelection.cursor(around.openName.from)
    }
    const inOpen = head <= pair.open.to && head >= pair.open.from
    return EditorSelection.cursor(inOpen ? pair.closeName.from : pair.openName.from)
  })
  if (ranges.every((range) => range === null)) return false
  const kept = ranges.map((range, at) => range ?? state.selection.ranges[at] ?? state.selection.main)
  dispatch(
    state.update({
      selection: EditorSelection.create(kept, state.selection.mainIndex),
      scrollIntoView: true,
      userEvent: 'select',
    }),
  )
  return true
}
