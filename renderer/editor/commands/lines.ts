import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state'
import type { Span } from '../../../core/article/text-edit.ts'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { changeHtmlHeading, toggleHtmlQuote } from './html-lines.ts'
import { emptyHtmlList, toggleHtmlList } from './html-lists.ts'
import { changeMarkdownHeading, toggleMarkdownQuote, type NextLevel } from './markdown-lines.ts'
import { toggleMarkdownList, type ListKind } from './markdown-lists.ts'
import { isProse } from './stretches.ts'
import { apply, selectedLines } from './targets.ts'

/** Lines that follow one another, so that each stretch of a selection is treated by itself. */
function stretches(lines: readonly Line[]): Line[][] {
  const found: Line[][] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last?.at(-1)?.number === line.number - 1) last.push(line)
    else found.push([line])
  }
  return found
}

function lineCommand(
  markdown: (state: EditorState, lines: readonly Line[]) => ChangeSpec[],
  html: (state: EditorState, lines: readonly Line[]) => ChangeSpec[],
): StateCommand {
  return (target) => {
    const { state } = target
    const isHtml = state.facet(bodyFormatFacet) === 'html'
    const changes = stretches(selectedLines(state)).flatMap((lines) =>
      isHtml ? html(state, lines) : markdown(state, lines),
    )
    return apply(target, changes)
  }
}

/** In an HTML body an empty line gets the element with the caret in it; elsewhere `otherwise` is done. */
function onEmptyLine(element: readonly [string, string], otherwise: StateCommand): StateCommand {
  return (target) => {
    const { state, dispatch } = target
    const [line, ...others] = selectedLines(state)
    const empty = line !== undefined && others.length === 0 && line.text.trim() === ''
    if (!empty || state.facet(bodyFormatFacet) !== 'html' || !isProse(state, line.from))
      return otherwise(target)
    const [before, after] = element
    dispatch(
      state.update({
        changes: { from: line.from, to: line.to, insert: before + after },
        selection: { anchor: line.from + before.length },
        scrollIntoView: true,
        userEvent: 'input.format',
      }),
    )
    return true
  }
}

/** From the first text of lines to the last. */
function textOf(lines: readonly Line[]): Span {
  const first = lines[0]
  const last = lines.at(-1)
  const from = first === undefined ? 0 : first.from + first.length - first.text.trimStart().length
  const to = last === undefined ? from : last.from + last.text.trimEnd().length
  return { from, to: Math.max(from, to) }
}

function list(kind: ListKind): StateCommand {
  const onLines = lineCommand(
    (state, lines) => toggleMarkdownList(state, lines, kind),
    (state, lines) => toggleHtmlList(state, textOf(lines), kind),
  )
  return onEmptyLine(emptyHtmlList(kind), onLines)
}

function heading(next: NextLevel): StateCommand {
  const name = `h${String(next(0))}`
  return onEmptyLine(
    [`<${name}>`, `</${name}>`],
    lineCommand(
      (state, lines) => changeMarkdownHeading(state, lines, next),
      (state, lines) => changeHtmlHeading(state, lines, next),
    ),
  )
}

/** The lines' heading one level further: none, 1 to 6, none. */
export const cycleHeading = heading((level) => (level + 1) % 7)

/** Headings of this level (1 to 6) of the lines, or plain text again where they are. */
export function toggleHeading(wanted: number): StateCommand {
  return heading((level) => (level === wanted ? 0 : wanted))
}

/** A quote of the lines, on or off. */
export const toggleQuote = onEmptyLine(
  ['<blockquote>\n', '\n</blockquote>'],
  lineCommand(toggleMarkdownQuote, toggleHtmlQuote),
)

export const toggleBulletList = list('bullet')
export const toggleOrderedList = list('ordered')
export const toggleTaskList = list('task')
