import { invertedEffects } from '@codemirror/commands'
import {
  RangeSet,
  RangeSetBuilder,
  RangeValue,
  StateEffect,
  StateField,
  type ChangeDesc,
  type EditorState,
  type Extension,
  type Range,
  type TransactionSpec,
} from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import {
  joinLineEnds,
  type LineEnd,
  type LineEndException,
  type LineEndKind,
  type LineEnds,
} from '../../core/article/line-ends.ts'

/** One line break that is not the usual one: it covers the `\n` and goes when that is deleted. */
class EndMark extends RangeValue {
  readonly end: LineEnd

  constructor(end: LineEnd) {
    super()
    this.end = end
    this.startSide = 1
    this.endSide = -1
  }

  override eq(other: RangeValue): boolean {
    return other instanceof EndMark && other.end === this.end
  }
}

const MARKS: Readonly<Record<LineEnd, EndMark>> = {
  lf: new EndMark('lf'),
  crlf: new EndMark('crlf'),
  cr: new EndMark('cr'),
}

/** The line ends of an article beside its text, in which every line ends in `\n`. */
interface LineEndState {
  readonly dominant: LineEnd
  readonly exceptions: RangeSet<EndMark>
}

function build(exceptions: readonly LineEndException[]): RangeSet<EndMark> {
  const builder = new RangeSetBuilder<EndMark>()
  for (const { at, end } of exceptions) builder.add(at, at + 1, MARKS[end])
  return builder.finish()
}

function list(exceptions: RangeSet<EndMark>): LineEndException[] {
  const found: LineEndException[] = []
  const cursor = exceptions.iter()
  while (cursor.value !== null) {
    found.push({ at: cursor.from, end: cursor.value.end })
    cursor.next()
  }
  return found
}

/** Where the marks that `changes` deletes stand. */
function deleted(exceptions: RangeSet<EndMark>, changes: ChangeDesc): Range<EndMark>[] {
  const gone: Range<EndMark>[] = []
  changes.iterChangedRanges((from, to) => {
    exceptions.between(from, to, (start, end, mark) => {
      if (start >= from && end <= to) gone.push(mark.range(start, end))
    })
  }, true)
  return gone
}

function mapSet<T extends { readonly exceptions: RangeSet<EndMark> }>(value: T, changes: ChangeDesc): T {
  if (value.exceptions.size === 0) return value
  const gone = new Set(deleted(value.exceptions, changes).map((range) => range.from))
  const kept =
    gone.size === 0 ? value.exceptions : value.exceptions.update({ filter: (from) => !gone.has(from) })
  return { ...value, exceptions: kept.map(changes) }
}

/** Replaces all that is known of the line ends; positions refer to the document after the transaction. */
const setLineEnds = StateEffect.define<LineEndState>({ map: mapSet })
/** Gives some line breaks an end of their own; positions as above. */
const markLineEnds = StateEffect.define<{ readonly exceptions: RangeSet<EndMark> }>({ map: mapSet })

const field = StateField.define<LineEndState>({
  create: () => ({ dominant: 'lf', exceptions: build([]) }),
  update(value, tr) {
    let next = tr.docChanged ? mapSet(value, tr.changes) : value
    for (const effect of tr.effects) {
      if (effect.is(setLineEnds)) next = effect.value
      else if (effect.is(markLineEnds)) {
        const { dominant } = next
        const add = list(effect.value.exceptions)
        const plain = new Set(add.map((one) => one.at))
        const exceptions: RangeSet<EndMark> = next.exceptions.update({
          filter: (from) => !plain.has(from),
          add: add
            .filter((one) => one.end !== dominant)
            .map((one) => MARKS[one.end].range(one.at, one.at + 1)),
        })
        next = { dominant, exceptions }
      }
    }
    return next
  },
})

/** What undoing a transaction has to restore: marks that were deleted with their line breaks, or the whole state. */
const restore = invertedEffects.of((tr) => {
  const before = tr.startState.field(field)
  if (tr.effects.some((effect) => effect.is(setLineEnds))) return [setLineEnds.of(before)]
  if (!tr.docChanged || before.exceptions.size === 0) return []
  const gone = deleted(before.exceptions, tr.changes)
  return gone.length === 0 ? [] : [markLineEnds.of({ exceptions: RangeSet.of(gone, true) })]
})

/** Keeps the line ends of an article beside its document: mapped through changes, restored by undo. */
export function lineEndsExtension(ends: LineEnds): Extension {
  return [field.init(() => ({ dominant: ends.dominant, exceptions: build(ends.exceptions) })), restore]
}

/** The exact text of the article, with the line ends it is saved with. */
export function rawText(state: EditorState): string {
  return joinLineEnds(state.doc.toString(), lineEndsOf(state))
}

/** The line ends of the article as plain data. */
export function lineEndsOf(state: EditorState): LineEnds {
  const { dominant, exceptions } = state.field(field)
  return { dominant, exceptions: list(exceptions) }
}

/** The one kind all line ends are of, or `mixed`; a text of one line is of the kind a new line would get. */
export function lineEndKind(state: EditorState): LineEndKind {
  const { dominant, exceptions } = state.field(field)
  if (exceptions.size === 0) return dominant
  if (exceptions.size < state.doc.lines - 1) return 'mixed'
  const kinds = new Set(list(exceptions).map((one) => one.end))
  return kinds.size === 1 ? ([...kinds][0] ?? dominant) : 'mixed'
}

/** Part of a transaction: the document it leads to has these line ends. Undo restores the former ones. */
export function withLineEnds(ends: LineEnds): TransactionSpec {
  return { effects: setLineEnds.of({ dominant: ends.dominant, exceptions: build(ends.exceptions) }) }
}

/** Gives every line of the article the same end, as one step that can be undone. */
export function convertLineEnds(view: EditorView, kind: LineEnd): void {
  if (lineEndKind(view.state) === kind) return
  view.dispatch({ ...withLineEnds({ dominant: kind, exceptions: [] }), userEvent: 'lineEnds.convert' })
}
