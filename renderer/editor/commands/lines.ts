import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { changeHtmlHeading, emptyHtmlList, toggleHtmlList, toggleHtmlQuote } from './html-lines.ts'
import {
  changeMarkdownHeading,
  toggleMarkdownList,
  toggleMarkdownQuote,
  type ListKind,
  type NextLevel,
} from './markdown-lines.ts'
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

function list(kind: ListKind): StateCommand {
  const onLines = lineCommand(
    (_, lines) => toggleMarkdownList(lines, kind),
    (state, lines) => toggleHtmlList(state, lines, kind),
  )
  return (target) => {
    const { state, dispatch } = target
    const [line, ...others] = selectedLines(state)
    const empty = line !== undefined && others.length === 0 && line.text.trim() === ''
    if (!empty || state.facet(bodyFormatFacet) !== 'html') return onLines(target)
    const [before, after] = emptyHtmlList(kind)
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

function heading(next: NextLevel): StateCommand {
  return lineCommand(
    (state, lines) => changeMarkdownHeading(state, lines, next),
    (state, lines) => changeHtmlHeading(state, lines, next),
  )
}

/** The lines' heading one level further: none, 1 to 6, none. */
export const cycleHeading = heading((level) => (level + 1) % 7)

/** Headings of this level (1 to 6) of the lines, or plain text again where they are. */
export function toggleHeading(wanted: number): StateCommand {
  return heading((level) => (level === wanted ? 0 : wanted))
}

/** A quote of the lines, on or off. */
export const toggleQuote = lineCommand((_, lines) => toggleMarkdownQuote(lines), toggleHtmlQuote)

export const toggleBulletList = list('bullet')
export const toggleOrderedList = list('ordered')
export const toggleTaskList = list('task')
