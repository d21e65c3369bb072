import { EditorSelection } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import { pasteChange, pasteFormat } from '../../../renderer/paste/insertion.ts'
import type { PastedText } from '../../../renderer/paste/pasted-text.ts'
import { notationOf, stateOf } from '../editor/cursor-notation.ts'

/** What a paste makes of a text in cursor notation. */
function pasted(notation: string, format: BodyFormat, kind: PastedText['kind'], text: string): string {
  const state = stateOf(notation, format)
  const parts = state.selection.ranges.map((range) => {
    const content = { kind, text, dataImages: [], unreachable: 0 }
    return pasteChange(state, range, content, pasteFormat(state, range))
  })
  const changes = state.changes(parts.flatMap((part) => part.changes))
  const carets = parts.map(({ changes: own, caret }) =>
    EditorSelection.cursor(changes.mapPos(own[caret.change]!.from, -1) + caret.at),
  )
  return notationOf(state.update({ changes, selection: EditorSelection.create(carets) }).state)
}

describe('in Markdown', () => {
  const cases: readonly [notation: string, kind: PastedText['kind'], text: string, after: string][] = [
    ['low | tide', 'line', '**x**', 'low **x**| tide'],
    ['low «mid» tide', 'line', 'x', 'low x| tide'],
    ['a |\nb |', 'line', 'x', 'a x|\nb x|'],
    ['text|', 'blocks', '# Head\n\npara', 'text\n\n# Head\n\npara|'],
    ['one | two', 'blocks', '- x', 'one\n\n- x|\n\n two'],
    ['above\n|\nbelow', 'blocks', '# Head', 'above\n\n# Head|\n\nbelow'],
    ['above\n\n|\n\nbelow', 'blocks', '# Head', 'above\n\n# Head|\n\nbelow'],
    ['- a\n- |', 'blocks', '- x\n- y', '- a\n- x\n- y|'],
    ['- a\n  - |', 'blocks', '1. x\n2. y', '- a\n  1. x\n  2. y|'],
    ['- a |', 'line', 'x  \ny', '- a x  \n  y|'],
    ['- |', 'blocks', 'one\n\ntwo', '- one\n\n  two|'],
    ['> |', 'blocks', 'one\n\ntwo', '> one\n>\n> two|'],
    ['> - [ ] |', 'plain', 'one\ntwo', '> - [ ] one\n>   two|'],
    ['- |', 'blocks', '```\na\n\nb\n```', '- ```\n  a\n\n  b\n  ```|'],
    [
      '¦ a ¦ b ¦\n¦ - ¦ - ¦\n¦ c| ¦ d ¦',
      'blocks',
      'x\n\ny ¦ z',
      '¦ a ¦ b ¦\n¦ - ¦ - ¦\n¦ cx<br>y \\¦ z| ¦ d ¦',
    ],
    ['# Head |', 'line', 'one  \ntwo', '# Head one two|'],
    ['- a\n|\n- b', 'blocks', '- x', '- a\n- x|\n- b'],
  ]
  test.each(cases)('%j, %s %j', (notation, kind, text, after) => {
    expect(pasted(notation, 'markdown', kind, text.replaceAll('¦', '|'))).toBe(after)
  })
})

describe('in HTML', () => {
  const cases: readonly [notation: string, kind: PastedText['kind'], text: string, after: string][] = [
    ['<p>low | tide</p>', 'line', '<b>x</b>', '<p>low <b>x</b>| tide</p>'],
    ['<p>a</p>\n|', 'line', 'x', '<p>a</p>\n<p>x|</p>'],
    ['<p>a|</p>', 'blocks', '<h2>x</h2>', '<p>a</p>\n<h2>x</h2>|'],
    ['<p>|a</p>', 'blocks', '<h2>x</h2>', '<h2>x</h2>|\n<p>a</p>'],
    ['<p>|</p>', 'blocks', '<h2>x</h2>', '<h2>x</h2>|'],
    ['<p class="k">a|b</p>', 'blocks', '<h2>x</h2>', '<p class="k">a</p>\n<h2>x</h2>|\n<p class="k">b</p>'],
    ['  |', 'blocks', '<ul>\n  <li>x</li>\n</ul>', '  <ul>\n    <li>x</li>\n  </ul>|'],
    [
      '  |',
      'blocks',
      '<pre><code>a\nb</code></pre>\n<p>c</p>',
      '  <pre><code>a\nb</code></pre>\n  <p>c</p>|',
    ],
    ['<ul>\n  <li>|</li>\n</ul>', 'line', 'x', '<ul>\n  <li>x|</li>\n</ul>'],
  ]
  test.each(cases)('%j, %s %j', (notation, kind, text, after) => {
    const got = pasted(notation, 'html', kind, text)
    expect(got.replace('|</p>\n', '</p>|\n')).toBe(after.replace('|</p>\n', '</p>|\n'))
  })
})

describe('what is pasted as it is', () => {
  const places: readonly [notation: string, format: BodyFormat][] = [
    ['---\ntitle: |x\n---\n\nbody', 'markdown'],
    ['```js\nlet |x\n```', 'markdown'],
    ['run `npm |i` now', 'markdown'],
    ['    indented |code', 'markdown'],
    ['<pre>a |b</pre>', 'html'],
    ['<p><code>a|b</code></p>', 'html'],
    ['<script>let a| = 1</script>', 'html'],
    ['<p class="a|b">x</p>', 'html'],
    ['<!-- a | b -->', 'html'],
  ]
  test.each(places)('at %j in %s', (notation, format) => {
    const state = stateOf(notation, format)
    expect(pasteFormat(state, state.selection.main)).toBe('plain')
  })
  test.each<readonly [string, BodyFormat, string]>([
    ['text |', 'markdown', 'markdown'],
    ['after `code`|', 'markdown', 'markdown'],
    ['```\ncode\n```\n\n|', 'markdown', 'markdown'],
    ['<p>a|b</p>', 'html', 'html'],
    ['<div>\na|b\n</div>', 'markdown', 'html'],
  ])('but not at %j in %s', (notation, format, found) => {
    const state = stateOf(notation, format)
    expect(pasteFormat(state, state.selection.main)).toBe(found)
  })
})
