import { insertNewlineAndIndent, undo } from '@codemirror/commands'
import { ensureSyntaxTree } from '@codemirror/language'
import { EditorSelection } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { describe, expect, test } from 'vitest'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import { typedOverTags } from '../../../renderer/editor/typed-over-tags.ts'
import { notationOf, stateOf } from './cursor-notation.ts'
import { typeSign } from './type-sign.ts'

/** Types a text sign by sign, as the editor takes it: `⏎` is Enter, `→` moves the caret on, `↶` undoes. */
function type(text: string, notation: string, format: BodyFormat): string {
  const view = new EditorView({ state: stateOf(notation, format, typedOverTags) })
  for (const sign of text) {
    if (sign === '↶') undo(view)
    else if (sign === '⏎') insertNewlineAndIndent(view)
    else if (sign === '→')
      view.dispatch({ selection: EditorSelection.cursor(view.state.selection.main.from + 1) })
    else {
      ensureSyntaxTree(view.state, view.state.doc.length, 10_000)
      typeSign(view, sign)
    }
  }
  const result = notationOf(view.state)
  view.destroy()
  return result
}

const html = (text: string, notation = '|'): string => type(text, notation, 'html')

describe('a closing tag that came by itself', () => {
  test.each([
    '<b>x</b>',
    '<p>Typed at the <b>end</b>.</p>',
    '<ul><li>one</li><li>two <br> lines</li></ul>',
    '<p><a href=x>a</a> and <em></em></p>',
  ])('is typed over: %s', (text) => expect(html(text)).toBe(`${text}|`))

  test.each(['<div>a</div>', '<p>Typed at the <b>end</b>.</p>', '<div><em>a</em> b</div>'])(
    'is typed over in Markdown: %s',
    (text) => expect(type(text, '|', 'markdown')).toBe(`${text}|`),
  )

  test('shows the caret in it from the `</` on', () => {
    expect(html('<b>x</')).toBe('<b>x</|b>')
    expect(html('<b>x</b')).toBe('<b>x</b|>')
  })

  test('is left behind when something else is typed there: it was to be completed', () => {
    expect(html('<b>x</ and')).toBe('<b>x</b> and|')
  })

  test('stays behind another element that is begun before it', () => {
    expect(html('<b>x<i>y')).toBe('<b>x<i>y|</i></b>')
    expect(html('<p>1 < 2')).toBe('<p>1 < 2|</p>')
  })

  test('is that of the element that is closed, and no other', () => {
    expect(html('</', '<p><b>x|')).toBe('<p><b>x</b>|')
    expect(type('<p>a <b>x</b', '|', 'markdown')).toContain('<b>x</b')
  })

  test('is typed over on the line below, which Enter has put it on', () => {
    expect(html('<ul>⏎<li>a</li>⏎</ul>')).toBe('<ul>\n  <li>a</li>\n</ul>|')
    expect(type('<div>⏎<p>a</p>⏎</div>', '|', 'markdown')).toBe('<div>\n  <p>a</p>\n</div>|')
    expect(html('<ul>⏎<li>a</li>⏎</ul> b')).toBe('<ul>\n  <li>a</li>\n</ul> b|')
    expect(html('<ul>⏎<li>a</li>⏎b</')).toContain('\n  b</')
  })

  test('is edited like any other text where the caret was put into it by hand', () => {
    expect(html('<b>x→→c')).toBe('<b>x</c|b>')
  })

  test('that was there before is nothing to type over', () => {
    expect(html('<', '<b>x|</b>')).toBe('<b>x<|</b>')
    expect(html('<b>\nx\n')).toBe('<b>\nx\n|</b>')
  })

  test('comes back by undo', () => expect(html('<b>x</b>↶')).not.toContain('</b></b>'))
})
