import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { splitLineEnds } from '../../../core/article/line-ends.ts'
import { lineEndsExtension, rawText, withLineEnds } from '../../../renderer/editor/line-ends.ts'
import { editBetween, evenText, type EvenText } from '../../../renderer/editor/raw-edit.ts'

function open(raw: string): EditorState {
  const { text, ends } = splitLineEnds(raw)
  return EditorState.create({ doc: text, extensions: lineEndsExtension(ends) })
}
const even = (state: EditorState): EvenText => evenText(state)!
/** Enough lines that the document is a tree of several levels. */
const long = (end: string): string =>
  Array.from({ length: 3000 }, (_, n) => `Line ${n % 7} of the 港口 log`).join(end)

const edits = fc.array(
  fc.record({
    at: fc.nat(70_000),
    size: fc.oneof(fc.nat(3), fc.nat(20_000)),
    insert: fc.constantFrom('', 'x', '\n', 'e\nh', '😀', 'log\nLine 1 of the', 'many lines\n'.repeat(500)),
  }),
  { maxLength: 4 },
)

describe('the edit between two states of an article', () => {
  test('makes one of the other, for any changes and line ends', () => {
    fc.assert(
      fc.property(fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), edits, (end, isShort, changes) => {
        const before = open(isShort ? `ab${end}${end}b${end}` : long(end))
        let after = before
        for (const { at, size, insert } of changes) {
          const from = Math.min(at, after.doc.length)
          const to = Math.min(from + size, after.doc.length)
          after = after.update({ changes: { from, to, insert } }).state
        }
        const edit = editBetween(even(before), even(after))!
        expect(applyEdits(rawText(before), [edit])).toBe(rawText(after))
      }),
    )
  })

  test('has what was typed and no more', () => {
    const before = open(long('\r\n'))
    const at = before.doc.line(2000).to
    const after = before.update({ changes: { from: at, insert: ' typed' } }).state
    const edit = editBetween(even(before), even(after))!
    expect(edit.insert).toBe(' typed')
    expect(edit.from).toBe(edit.to)
  })

  test('is empty where nothing changed', () => {
    const state = open(long('\n'))
    const edit = editBetween(even(state), even(open(long('\n'))))!
    expect([edit.to - edit.from, edit.insert]).toEqual([0, ''])
  })

  test('is none where all lines end otherwise now', () => {
    const before = open('one\ntwo\n')
    const after = before.update(withLineEnds({ dominant: 'crlf', exceptions: [] })).state
    expect(editBetween(even(before), even(after))).toBeNull()
  })

  test('an article whose lines end in different ways has no even text', () => {
    expect(evenText(open('one\ntwo\r\nthree\n'))).toBeNull()
  })
})
