import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import { EditorSelection, type EditorState, type StateCommand, type Transaction } from '@codemirror/state'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { readListLine } from './markdown-lists.ts'
import { enclosing, isInBody } from './targets.ts'

const continueMarkup = insertNewlineContinueMarkupCommand({ nonTightLists: false })

/** The quote marks of a line that holds nothing else, and those that are left when the last one goes. */
function emptyQuote(
  state: EditorState,
  pos: number,
): { readonly from: number; readonly outer: string } | null {
  const line = state.doc.lineAt(pos)
  const match = /^((?:[ \t]{0,3}>[ \t]?)*)[ \t]{0,3}>[ \t]*$/.exec(line.text)
  if (match === null || pos < line.from + line.text.trimEnd().length) return null
  const quote = enclosing(state, { from: line.to, to: line.to }, (one) => one.name === 'Blockquote')
  return quote === null ? null : { from: line.from, outer: match[1] ?? '' }
}

/** Whether text on this line would go on with the paragraph above it (CommonMark 5.1: laziness). */
function followsText(state: EditorState, lineFrom: number): boolean {
  if (lineFrom === 0 || !isInBody(state, { from: lineFrom - 1, to: lineFrom - 1 })) return false
  return state.doc.lineAt(lineFrom - 1).text.replace(/^[ \t>]*/, '') !== ''
}

/** Ends the quote at an empty line of it: one `>` less, and a blank line that parts what follows from the quote. */
const leaveQuote: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection
  const found = ranges.length === 1 && main.empty ? emptyQuote(state, main.head) : null
  if (found === null) return false
  const gap = followsText(state, found.from) ? `${found.outer.trimEnd()}\n` : ''
  const insert = gap + found.outer
  dispatch(
    state.update({
      changes: { from: found.from, to: state.doc.lineAt(main.head).to, insert },
      selection: EditorSelection.cursor(found.from + insert.length),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  )
  return true
}

/** Where `continueMarkup` ended a list right under its text, with a blank line between. */
function apart(tr: Transaction): Transaction {
  const { startState, state } = tr
  const { main, ranges } = state.selection
  if (ranges.length !== 1) return tr
  const before = readListLine(startState.doc.lineAt(startState.selection.main.head))
  const line = state.doc.lineAt(main.head)
  const now = readListLine(line)
  const ended =
    before.marker !== '' && now.marker === '' && now.blank && state.doc.lines <= startState.doc.lines
  if (!ended || !followsText(state, line.from)) return tr
  const insert = `${now.quote.trimEnd()}\n`
  const gap = state.changes({ from: line.from, insert })
  return startState.update({
    changes: tr.changes.compose(gap),
    selection: EditorSelection.cursor(main.head + insert.length),
    scrollIntoView: true,
    userEvent: 'input',
  })
}

/**
 * Enter in Markdown: goes on with lists, tasks and quotes, and ends them on an empty line of theirs, so that what is
 * typed next is a paragraph of its own.
 */
export const enterInMarkdown: StateCommand = ({ state, dispatch }) => {
  if (state.facet(bodyFormatFacet) !== 'markdown' || state.readOnly) return false
  if (leaveQuote({ state, dispatch })) return true
  return continueMarkup({ state, dispatch: (tr) => dispatch(apart(tr)) })
}
