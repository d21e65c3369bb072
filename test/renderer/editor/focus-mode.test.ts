import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { describe, expect, test } from 'vitest'
import { blockAround } from '../../../renderer/editor/focus-mode.ts'
import { typewriterMode } from '../../../renderer/editor/typewriter-mode.ts'
import { ensureSyntaxTree } from '@codemirror/language'
import { stateOf } from './cursor-notation.ts'

function block(notation: string, format: 'markdown' | 'html'): string {
  const fresh = stateOf(notation, format)
  ensureSyntaxTree(fresh, fresh.doc.length, 10_000)
  const { state } = fresh.update({})
  const { from, to } = blockAround(state, state.selection.main.head)
  return state.sliceDoc(from, to)
}

describe('what stays lit in focus mode', () => {
  test.each([
    ['a paragraph', 'a\n\nb|\nc\n\nd', 'b\nc'],
    ['a heading', '# A|\ntext', '# A'],
    ['code with blank lines', '```\na\n\nb|\n```\n\nc', '```\na\n\nb\n```'],
    ['a blank line', 'a\n|\nb', ''],
    ['a list item', '- a\n- b|\n- c', '- b'],
    ['a table', '¦ a ¦\n¦ - ¦\n¦ 1| ¦', '| a |\n| - |\n| 1 |'],
  ])('%s (Markdown)', (_, text, expected) => expect(block(text, 'markdown')).toBe(expected))

  test.each([
    ['a paragraph', '<p>a</p>\n<p>b|\nc</p>\n<p>d</p>', '<p>b\nc</p>'],
    ['a list item', '<ul>\n<li>a|</li>\n<li>b</li>\n</ul>', '<li>a</li>'],
    ['bare text', 'a\n\nb|\nc\n', 'b\nc'],
    ['a heading', '<h2>A|</h2>\n<p>b</p>', '<h2>A</h2>'],
  ])('%s (HTML)', (_, text, expected) => expect(block(text, 'html')).toBe(expected))
})

describe('typewriter mode', () => {
  const scrolls = (userEvent: string): boolean => {
    const state = EditorState.create({ doc: 'a\nb', extensions: typewriterMode })
    const tr = state.update({ selection: { anchor: 2 }, userEvent })
    return tr.effects.length > 0
  }

  test('follows the caret that keys move, not the one a pointer puts', () => {
    expect(scrolls('select')).toBe(true)
    expect(scrolls('input.type')).toBe(true)
    expect(scrolls('undo')).toBe(true)
    expect(scrolls('select.pointer')).toBe(false)
    expect(scrolls('form.field')).toBe(false)
  })

  test('asks for the middle', () => {
    const state = EditorState.create({ doc: 'a\nb', extensions: typewriterMode })
    const tr = state.update({
      changes: { from: 3, insert: 'c' },
      selection: { anchor: 4 },
      userEvent: 'input',
    })
    const example: unknown = EditorView.scrollIntoView(4, { y: 'center' }).value
    expect(tr.effects.map((one): unknown => one.value)).toEqual([example])
  })
})
