import { undo } from '@codemirror/commands'
import { ensureSyntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import { linkedTags } from '../../../renderer/editor/linked-tags.ts'
import { notationOf, stateOf } from './cursor-notation.ts'

/** The state as it is when the editor has parsed all of it. */
function parsed(state: EditorState): EditorState {
  ensureSyntaxTree(state, state.doc.length, 10_000)
  return state.update({}).state
}

const start = (notation: string, format: BodyFormat): EditorState =>
  parsed(stateOf(notation, format, linkedTags))

/** Types signs at the caret; `⌫` deletes the one before it. */
function type(state: EditorState, keys: string, userEvent = 'input.type'): EditorState {
  let now = state
  for (const key of keys) {
    const { head } = now.selection.main
    const tr =
      key === '⌫'
        ? now.update({ changes: { from: head - 1, to: head }, userEvent: 'delete.backward' })
        : now.update(now.replaceSelection(key), { userEvent })
    // The name that is edited is known from before, whatever the parser makes of a tag without one.
    now = tr.state
  }
  return now
}

const typed = (keys: string, notation: string, format: BodyFormat): string =>
  notationOf(type(start(notation, format), keys))

describe('the name of a tag', () => {
  test.each([
    ['is typed on in its partner', 's', '<div|>a</div>', '<divs|>a</divs>'],
    ['from the closing tag too', 's', '<div>a</div|>', '<divs>a</divs|>'],
    ['is replaced', '⌫⌫⌫h2', '<div|>a</div>', '<h2|>a</h2>'],
    ['is left alone beside attributes', ' c', '<p|>a</p>', '<p c|>a</p>'],
    ['of the element around it is left alone', 'x', '<div><p|>a</p></div>', '<div><px|>a</px></div>'],
    ['without a partner is typed alone', 'x', '<br|>', '<brx|>'],
  ])('%s (HTML)', (_, keys, before, after) => expect(typed(keys, before, 'html')).toBe(after))

  test.each([
    ['is typed on in its partner', 'x', 'a <b|>x</b>', 'a <bx|>x</bx>'],
    ['is replaced', '⌫i', 'a <b|>x</b>', 'a <i|>x</i>'],
    ['in a block', 's', '<div|>\n<p>a</p>\n</div>\n', '<divs|>\n<p>a</p>\n</divs>\n'],
    ['in code is typed alone', 'x', '`<b|>x</b>`', '`<bx|>x</b>`'],
    ['in text is typed alone', 'x', 'a| <b>x</b>', 'ax| <b>x</b>'],
    ['in front matter is typed alone', 'x', '---\nt: <b|>x</b>\n---\n', '---\nt: <bx|>x</b>\n---\n'],
  ])('%s (Markdown)', (_, keys, before, after) => expect(typed(keys, before, 'markdown')).toBe(after))

  test('is left to an input method while it composes', () => {
    const state = type(start('<div|>a</div>', 'html'), 'x', 'input.type.compose')
    expect(notationOf(state)).toBe('<divx|>a</div>')
  })

  test('is renamed in one step to undo', () => {
    let state = type(start('<div|>a</div>', 'html'), 's')
    undo({ state, dispatch: (tr) => (state = tr.state) })
    expect(notationOf(state)).toBe('<div|>a</div>')
  })
})
