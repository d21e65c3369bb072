import { redo, undo } from '@codemirror/commands'
import { EditorSelection, Transaction, type EditorState, type StateCommand } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { deleteLine, moveDown } from '../../../renderer/editor/commands/whole-lines.ts'
import { toggleBold } from '../../../renderer/editor/commands/inline.ts'
import { toggleBulletList } from '../../../renderer/editor/commands/lines.ts'
import { changeTable } from '../../../renderer/editor/commands/tables/change-table.ts'
import { enterInMarkdown } from '../../../renderer/editor/commands/markdown-enter.ts'
import { notationOf, stateOf } from './cursor-notation.ts'

/** A writer's hands on one text; `at` is the time in milliseconds. */
function hands(notation: string) {
  let state: EditorState = stateOf(notation, 'markdown')
  let at = 1_000_000
  return {
    type(text: string, userEvent = 'input.type') {
      for (const sign of text) {
        at += 50
        const spec = state.replaceSelection(sign)
        state = state.update(spec, { userEvent, annotations: Transaction.time.of(at) }).state
      }
      return this
    },
    wait(milliseconds: number) {
      at += milliseconds
      return this
    },
    run(command: StateCommand) {
      command({ state, dispatch: (tr) => (state = tr.state) })
      return this
    },
    caret(pos: number) {
      state = state.update({ selection: EditorSelection.cursor(pos), userEvent: 'select' }).state
      return this
    },
    text: () => notationOf(state),
  }
}

describe('a command is one step to undo, however quickly the writer goes on', () => {
  test.each([
    ['bold', toggleBold, 'wo|rd', '**wo|rd**'],
    ['a list', toggleBulletList, 'wo|rd', '- wo|rd'],
    ['a row of a table', changeTable('rowBelow'), '¦ a| ¦\n¦ - ¦', '¦ a ¦\n¦ - ¦\n¦ |  ¦'],
    ['a moved line', moveDown, 'a|\nb', 'b\na|'],
    ['a deleted line', deleteLine, 'a|\nb', '|b'],
  ])('%s', (_, command, before, after) => {
    const writer = hands(before).type('x')
    const typed = writer.text()
    writer.run(command)
    const done = writer.text()
    expect(done.replace('x', '')).toBe(after)
    writer.type('yz').run(undo)
    expect(writer.text()).toBe(done)
    writer.run(undo)
    expect(writer.text()).toBe(typed)
    writer.run(undo)
    expect(writer.text()).toBe(before)
    const bare = (text: string): string => text.replace(/[|«»]/g, '')
    expect(bare(writer.run(redo).run(redo).text())).toBe(bare(done))
  })
})

describe('typing', () => {
  test('is undone up to a pause', () => {
    const writer = hands('|').type('one').wait(2000).type(' two').run(undo)
    expect(writer.text()).toBe('one|')
    expect(writer.run(undo).text()).toBe('|')
  })

  test('in another place is undone by itself', () => {
    const writer = hands('a b|').type('x').caret(1).type('y').run(undo)
    expect(writer.text()).toBe('a| bx')
  })

  test('on a selection brings it back selected', () => {
    expect(hands('a «word» b').type('x').run(undo).text()).toBe('a «word» b')
  })

  test('after Enter in a list goes with the new item, the item before stays', () => {
    const writer = hands('- a|').type('b').wait(2000).run(enterInMarkdown).type('c')
    expect(writer.text()).toBe('- ab\n- c|')
    while (writer.text() !== '- ab|') {
      const before = writer.text()
      writer.run(undo)
      expect(writer.text()).not.toBe(before)
    }
    expect(writer.run(undo).text()).toBe('- a|')
  })

  test('of a composition is one step', () => {
    const writer = hands('a|').type('x').wait(2000)
    const before = writer.text()
    writer.type('h', 'input.type.compose.start').wait(2000).type('ai', 'input.type.compose')
    expect(writer.text()).toBe('axhai|')
    expect(writer.run(undo).text()).toBe(before)
  })
})
