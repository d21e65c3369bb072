import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand } from '@codemirror/state'
import type { Span } from '../../../core/article/text-edit.ts'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { fenced, unfence } from './fences.ts'
import { isProse, nodesAround, oneStretch, proseWordAt } from './stretches.ts'
import { isInBody, linesOf, wordAround } from './targets.ts'

/** The marks of formulas: dollars in Markdown; in HTML what MathJax and KaTeX look for on a page. */
function marks(state: EditorState, display: boolean): readonly [string, string] {
  if (state.facet(bodyFormatFacet) === 'html') return display ? ['\\[', '\\]'] : ['\\(', '\\)']
  return display ? ['$$', '$$'] : ['$', '$']
}

/** The formula of its paragraph that holds a range, as long as its marks. */
function formulaAround(
  state: EditorState,
  range: Span,
): { readonly span: Span; readonly mark: number } | null {
  const found = nodesAround(state, range).find(
    (one) => one.name === 'Maths' && one.from <= range.from && range.to <= one.to,
  )
  if (found === undefined) return null
  return { span: found, mark: /^(?:\$\$|\\)/.test(state.sliceDoc(found.from, found.from + 2)) ? 2 : 1 }
}

/** Whether code stands in a stretch: in a formula its backticks would be TeX. */
function holdsCode(state: EditorState, span: Span): boolean {
  return nodesAround(state, span).some(
    (one) => /^(?:InlineCode|code)$/.test(one.name) && one.from < span.to && span.from < one.to,
  )
}

/** The change that takes the marks at both ends of a stretch away. */
const unmark = ({ from, to }: Span, open: number, close: number): ChangeSpec[] => [
  { from, to: from + open },
  { from: to - close, to },
]

/** Marks of an inline formula around each selection or word, or away. */
export const toggleMaths: StateCommand = ({ state, dispatch }) => {
  const [open, close] = marks(state, false)
  const done: Span[] = []
  const spec = state.changeByRange((range) => {
    if (!isInBody(state, range)) return { range }
    const { from } = range
    const empty =
      range.empty &&
      state.sliceDoc(from - open.length, from) === open &&
      state.sliceDoc(from, from + close.length) === close
    if (empty) {
      const span = { from: from - open.length, to: from + close.length }
      return { changes: [span], range: EditorSelection.cursor(span.from) }
    }
    const formula = formulaAround(state, range)
    const word = range.empty ? wordAround(state, from) : null
    const target = formula?.span ?? (range.empty ? proseWordAt(state, from) : oneStretch(state, range))
    if (target === null) {
      if (!range.empty || word !== null || !isProse(state, from)) return { range }
      return { changes: { from, insert: open + close }, range: EditorSelection.cursor(from + open.length) }
    }
    const taken = done.some((one) => one.from < target.to && target.from < one.to)
    if (taken || (formula === null && holdsCode(state, target))) return { range }
    done.push(target)
    if (formula !== null) {
      const changes = unmark(target, formula.mark, formula.mark)
      return { changes, range: range.map(state.changes(changes)) }
    }
    const changes = [
      { from: target.from, insert: open },
      { from: target.to, insert: close },
    ]
    const inside = (pos: number): number => Math.min(Math.max(pos, target.from), target.to) + open.length
    return { changes, range: EditorSelection.range(inside(range.anchor), inside(range.head)) }
  })
  if (spec.changes.empty) return false
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
  return true
}

/** Marks of quotes and list items that a block's first line may stand behind. */
const CONTAINER = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+)*/

/** The lines of a formula's block around a line: its marks stand alone on theirs. */
function blockAround(
  state: EditorState,
  number: number,
  [open, close]: readonly [string, string],
): readonly [number, number] | null {
  const LONGEST = 200
  const is = (line: number, mark: string): boolean =>
    state.doc.line(line).text.replace(CONTAINER, '').trim() === mark
  if (open === close) {
    const fences: number[] = []
    for (
      let line = Math.max(1, number - LONGEST);
      line <= Math.min(state.doc.lines, number + LONGEST);
      line += 1
    )
      if (is(line, open)) fences.push(line)
    for (let at = 0; at + 1 < fences.length; at += 2) {
      const [from = 0, to = 0] = fences.slice(at)
      if (from <= number && number <= to) return [from, to]
    }
    return null
  }
  let from = number
  while (from > 1 && from > number - LONGEST && !is(from, open) && (from === number || !is(from, close)))
    from -= 1
  let to = Math.max(from + 1, number)
  while (to < state.doc.lines && to < number + LONGEST && !is(to, close)) to += 1
  return is(from, open) && to <= state.doc.lines && is(to, close) ? [from, to] : null
}

/** A formula on lines of its own around the selected lines, or its marks away; in an element of HTML, around its text. */
export const toggleMathsBlock: StateCommand = ({ state, dispatch }) => {
  const pair = marks(state, true)
  const [open, close] = pair
  const html = state.facet(bodyFormatFacet) === 'html'
  const done = new Set<number>()
  const spec = state.changeByRange((range) => {
    const lines = linesOf(state, range)
    const first = lines[0]
    const last = lines.at(-1)
    if (first === undefined || last === undefined || !isInBody(state, range)) return { range }
    const block = blockAround(state, first.number, pair)
    const key = block?.[0] ?? first.number
    if (done.has(key)) return { range }
    done.add(key)
    if (block !== null) {
      const changes = unfence(state, state.doc.line(block[0]), state.doc.line(block[1]))
      return { changes, range: range.map(state.changes(changes)) }
    }
    const formula = html ? null : formulaAround(state, range)
    if (formula?.mark === 2) {
      const changes = unmark(formula.span, 2, 2)
      return { changes, range: range.map(state.changes(changes)) }
    }
    if (!isProse(state, range.from) || !isProse(state, range.to)) return { range }
    const stretch = html ? oneStretch(state, { from: first.from, to: last.to }) : null
    if (stretch !== null && (stretch.from > first.from || stretch.to < last.to)) {
      const marked = state.sliceDoc(stretch.from, stretch.from + 2) === open
      const changes = marked
        ? unmark(stretch, 2, 2)
        : [
            { from: stretch.from, insert: open },
            { from: stretch.to, insert: close },
          ]
      return { changes, range: range.map(state.changes(changes), marked ? -1 : 1) }
    }
    const { changes, shift } = fenced(state, lines, open, close, !html)
    return { changes, range: EditorSelection.range(range.anchor + shift, range.head + shift) }
  })
  if (spec.changes.empty) return false
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
  return true
}
