import { history, redo, undo } from '@codemirror/commands'
import { EditorState, type TransactionSpec } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitLineEnds } from '../../../core/article/line-ends.ts'
import { lineEndKind, lineEndsExtension, rawText, withLineEnds } from '../../../renderer/editor/line-ends.ts'
import { articleReplacement } from '../../../renderer/editor/replacement.ts'
import { runs } from '../../runs.ts'

function open(raw: string): EditorState {
  const { text, ends } = splitLineEnds(raw)
  return EditorState.create({
    doc: text,
    extensions: [history({ newGroupDelay: 0 }), lineEndsExtension(ends)],
  })
}

function run(state: EditorState, command: typeof undo): EditorState | null {
  let next: EditorState | null = null
  command({ state, dispatch: (tr) => (next = tr.state) })
  return next
}

function undoAll(state: EditorState): EditorState {
  for (let now = state; ;) {
    const before = run(now, undo)
    if (before === null) return now
    now = before
  }
}

function redoAll(state: EditorState): EditorState {
  for (let now = state; ;) {
    const after = run(now, redo)
    if (after === null) return now
    now = after
  }
}

const raws = fc
  .array(fc.constantFrom('\n', '\r\n', '\r', 'a', 'bc', '文', '\u2028', '\u0085'), { maxLength: 30 })
  .map((parts) => parts.join(''))
const edits = fc.array(
  fc.record({ at: fc.nat(60), size: fc.nat(6), insert: fc.constantFrom('', 'x', '\n', 'x\ny', '\n\n') }),
  { maxLength: 12 },
)

function change(state: EditorState, edit: { at: number; size: number; insert: string }): TransactionSpec {
  const from = Math.min(edit.at, state.doc.length)
  return { changes: { from, to: Math.min(from + edit.size, state.doc.length), insert: edit.insert } }
}

describe('line ends beside the document', () => {
  test('every text comes back as it was', () => {
    fc.assert(
      fc.property(raws, (raw) => {
        expect(rawText(open(raw))).toBe(raw)
      }),
    )
  })

  test('after any edits, undoing all gives the exact text, and redoing all the edited one', () => {
    fc.assert(
      fc.property(raws, edits, (raw, script) => {
        let state = open(raw)
        for (const edit of script) state = state.update(change(state, edit)).state
        const edited = rawText(state)
        const undone = undoAll(state)
        expect(rawText(undone)).toBe(raw)
        expect(rawText(redoAll(undone))).toBe(edited)
      }),
      { numRuns: runs(300) },
    )
  })

  test('an edit keeps the ends of the lines before and after it', () => {
    fc.assert(
      fc.property(raws, raws, fc.constantFrom('x', '\n', ''), (head, tail, insert) => {
        fc.pre(!(head.endsWith('\r') && tail.startsWith('\n')))
        const state = open(`${head}MID${tail}`)
        const from = splitLineEnds(head).text.length
        const raw = rawText(state.update({ changes: { from, to: from + 3, insert } }).state)
        expect(raw.startsWith(head)).toBe(true)
        expect(raw.endsWith(tail)).toBe(true)
      }),
    )
  })

  test('a replaced text comes back by undo, line ends included', () => {
    fc.assert(
      fc.property(raws, raws, (before, after) => {
        const state = open(before)
        const replaced = state.update(articleReplacement(state, after)).state
        expect(rawText(replaced)).toBe(after)
        expect(rawText(undoAll(replaced))).toBe(before)
      }),
      { numRuns: runs(300) },
    )
  })

  test('new lines end as most lines do', () => {
    const state = open('a\r\nb\r\nc\n')
    expect(rawText(state.update({ changes: { from: 1, insert: '\n' } }).state)).toBe('a\r\n\r\nb\r\nc\n')
  })

  test('the kind is mixed until the last differing line is gone', () => {
    expect(lineEndKind(open('a\r\nb\nc\n'))).toBe('mixed')
    const state = open('a\r\nb\nc\n')
    expect(lineEndKind(state.update({ changes: { from: 2, to: 6 } }).state)).toBe('crlf')
    expect(lineEndKind(open('one'))).toBe('lf')
  })

  test('converting is one step that can be undone', () => {
    const state = open('a\r\nb\nc\r')
    const converted = state.update(withLineEnds({ dominant: 'crlf', exceptions: [] })).state
    expect(rawText(converted)).toBe('a\r\nb\r\nc\r\n')
    expect(rawText(undoAll(converted))).toBe('a\r\nb\nc\r')
  })

  test('a conversion is undone after typing was', () => {
    let state = open('a\r\nb\nc\n')
    state = state.update({ changes: { from: 0, to: 2 } }).state
    state = state.update(withLineEnds({ dominant: 'crlf', exceptions: [] })).state
    state = state.update({ changes: { from: 0, insert: 'x\n' } }).state
    expect(rawText(state)).toBe('x\r\nb\r\nc\r\n')
    expect(rawText(undoAll(state))).toBe('a\r\nb\nc\n')
  })

  test('a caret outside the replaced lines stays where it is', () => {
    const state = open('one\ntwo\nthree\nfour\n')
    const placed = state.update({ selection: { anchor: 16 } }).state
    const next = placed.update(articleReplacement(placed, 'ONE\ntwo\nthree\nfour\nfive\n')).state
    expect(next.selection.main.head).toBe(16)
    const grown = placed.update(articleReplacement(placed, 'one\nnew\ntwo\nthree\nfour\n')).state
    expect(grown.selection.main.head).toBe(20)
  })
})
