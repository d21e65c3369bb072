import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand } from '@codemirror/state'
import type { Span } from '../../../core/article/text-edit.ts'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { isInBody, linesOf, wordAround } from './targets.ts'

/** The marks of formulas: dollars in Markdown; in HTML what MathJax and KaTeX look for on a page. */
function marks(state: EditorState, display: boolean): readonly [string, string] {
  if (state.facet(bodyFormatFacet) === 'html') return display ? ['\\[', '\\]'] : ['\\(', '\\)']
  return display ? ['$$', '$$'] : ['$', '$']
}

/** The marks right outside a stretch, or the formula of its line that holds it. */
function around(state: EditorState, span: Span, [open, close]: readonly [string, string]): Span | null {
  const line = state.doc.lineAt(span.from)
  if (span.to > line.to) return null
  let at = 0
  for (;;) {
    const start = line.text.indexOf(open, at)
    const end = start < 0 ? -1 : line.text.indexOf(close, start + open.length)
    if (end < 0) return null
    const from = line.from + start
    const to = line.from + end + close.length
    const doubled = open === '$' && (line.text.startsWith('$$', start) || end === start + 1)
    if (!doubled && span.from >= from + open.length && span.to <= to - close.length) return { from, to }
    if (!doubled && span.from >= from && span.to <= to && span.from < span.to) return { from, to }
    at = end + close.length
  }
}

/** Marks of an inline formula around each selection or word, or away. */
export const toggleMaths: StateCommand = ({ state, dispatch }) => {
  const pair = marks(state, false)
  const [open, close] = pair
  const done = new Set<number>()
  const spec = state.changeByRange((range) => {
    if (!isInBody(state, range)) return { range }
    const empty =
      range.empty &&
      state.sliceDoc(range.from - open.length, range.from) === open &&
      state.sliceDoc(range.from, range.from + close.length) === close
    const found = empty
      ? { from: range.from - open.length, to: range.from + close.length }
      : around(state, range, pair)
    if (found !== null) {
      if (done.has(found.from)) return { range }
      done.add(found.from)
      const changes = [
        { from: found.from, to: found.from + open.length },
        { from: found.to - close.length, to: found.to },
      ]
      return { changes, range: range.map(state.changes(changes)) }
    }
    const target = range.empty ? (wordAround(state, range.head) ?? range) : range
    if (done.has(target.from)) return { range }
    done.add(target.from)
    const changes = [
      { from: target.from, insert: open },
      { from: target.to, insert: close },
    ]
    const shift = open.length
    return {
      changes,
      range: EditorSelection.range(range.anchor + shift, range.head + shift),
    }
  })
  if (spec.changes.empty) return false
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
  return true
}

/** The lines of a formula's block around a line: its marks stand alone on theirs. */
function blockAround(
  state: EditorState,
  number: number,
  [open, close]: readonly [string, string],
): readonly [number, number] | null {
  const LONGEST = 200
  const is = (line: number, mark: string): boolean => state.doc.line(line).text.trim() === mark
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

/** A formula on lines of its own around the selected lines, or its marks away. */
export const toggleMathsBlock: StateCommand = ({ state, dispatch }) => {
  const pair = marks(state, true)
  const [open, close] = pair
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
    const changes: ChangeSpec[] = []
    if (block !== null) {
      const top = state.doc.line(block[0])
      const bottom = state.doc.line(block[1])
      changes.push({ from: top.from, to: Math.min(state.doc.length, top.to + 1) })
      if (bottom.from - 1 >= top.to + 1) changes.push({ from: bottom.from - 1, to: bottom.to })
      else changes.push({ from: top.to + 1, to: bottom.to })
      return { changes, range: range.map(state.changes(changes)) }
    }
    const blankBefore = first.number > 1 && state.doc.line(first.number - 1).text.trim() !== '' ? '\n' : ''
    changes.push(
      { from: first.from, insert: `${blankBefore}${open}\n` },
      { from: last.to, insert: `\n${close}` },
    )
    const shift = blankBefore.length + open.length + 1
    return { changes, range: EditorSelection.range(range.anchor + shift, range.head + shift) }
  })
  if (spec.changes.empty) return false
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
  return true
}
