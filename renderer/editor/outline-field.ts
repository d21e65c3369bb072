import { StateEffect, StateField, type ChangeDesc, type EditorState } from '@codemirror/state'
import { headingAt, type Heading } from '../../core/article/outline/heading.ts'
import type { Span } from '../../core/article/text-edit.ts'

/** Tells the editor the headings of its present text. */
export const setOutline = StateEffect.define<readonly Heading[]>()

interface Outline {
  readonly headings: readonly Heading[]
  /** `ends[i]`: where the section of heading `i` ends, in the text the headings are of. */
  readonly ends: readonly number[]
  /** From the text the headings are of to the present one; null when they are the same. */
  readonly since: ChangeDesc | null
}

function sectionEnds(headings: readonly Heading[], length: number): number[] {
  const ends = Array<number>(headings.length).fill(length)
  const open: number[] = []
  for (const [at, heading] of headings.entries()) {
    for (;;) {
      const last = open.at(-1)
      if (last === undefined || (headings[last]?.level ?? 0) < heading.level) break
      ends[last] = heading.from
      open.pop()
    }
    open.push(at)
  }
  return ends
}

/** The headings as last told. An edit costs nothing but the note of what it changed: places are looked up when asked for. */
export const outlineField = StateField.define<Outline>({
  create: () => ({ headings: [], ends: [], since: null }),
  update(outline, tr) {
    for (const effect of tr.effects) {
      if (effect.is(setOutline)) {
        return { headings: effect.value, ends: sectionEnds(effect.value, tr.newDoc.length), since: null }
      }
    }
    if (!tr.docChanged || outline.headings.length === 0) return outline
    return { ...outline, since: outline.since?.composeDesc(tr.changes) ?? tr.changes.desc }
  },
})

const forward = (outline: Outline, pos: number): number => outline.since?.mapPos(pos, -1) ?? pos
const back = (outline: Outline, pos: number): number => outline.since?.invertedDesc.mapPos(pos, 1) ?? pos

/** The lines under a heading up to the next of its level, without blank ones at the end; null when there are none. */
function bodyOf(state: EditorState, outline: Outline, index: number): Span | null {
  const heading = outline.headings[index]
  const end = outline.ends[index]
  if (heading === undefined || end === undefined) return null
  const from = state.doc.lineAt(Math.min(state.doc.length, forward(outline, heading.from))).to
  let last = state.doc.lineAt(Math.min(state.doc.length, Math.max(0, forward(outline, end))))
  if (end < state.doc.length && last.number > 1) last = state.doc.line(last.number - 1)
  while (last.to > from && last.text.trim() === '' && last.number > 1) last = state.doc.line(last.number - 1)
  return last.to > from ? { from, to: last.to } : null
}

/** What the heading that begins on a line can fold away. */
export function sectionOfLine(state: EditorState, lineFrom: number, lineTo: number): Span | null {
  const outline = state.field(outlineField)
  if (outline.headings.length === 0) return null
  const index = headingAt(outline.headings, back(outline, lineTo))
  const heading = outline.headings[index]
  if (heading === undefined) return null
  const at = forward(outline, heading.from)
  return at >= lineFrom && at <= lineTo ? bodyOf(state, outline, index) : null
}

/** The section a place is in. */
export function sectionAround(state: EditorState, pos: number): Span | null {
  const outline = state.field(outlineField)
  const index = headingAt(outline.headings, back(outline, pos))
  return index < 0 ? null : bodyOf(state, outline, index)
}

/** The sections of all headings. */
export function allSections(state: EditorState): readonly Span[] {
  const outline = state.field(outlineField)
  return outline.headings.flatMap((_, index) => bodyOf(state, outline, index) ?? [])
}
