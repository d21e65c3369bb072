import { ensureSyntaxTree, foldedRanges } from '@codemirror/language'
import type { EditorState, StateCommand } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import { outlineOf } from '../../../core/article/outline/outline.ts'
import { splitField } from '../../../renderer/editor/article-fields.ts'
import { foldAll, foldHere, folding, unfoldAll, unfoldHere } from '../../../renderer/editor/folding.ts'
import { setOutline } from '../../../renderer/editor/outline-field.ts'
import { rawFrontMatterField } from '../../../renderer/editor/raw-front-matter.ts'
import { stateOf } from './cursor-notation.ts'

/** A state that has been told its headings, as the application does after a pause. */
function outlined(notation: string, format: BodyFormat = 'markdown', raw = false): EditorState {
  const state = stateOf(notation, format, [folding, raw ? rawFrontMatterField.init(() => true) : []])
  ensureSyntaxTree(state, state.doc.length, 10_000)
  const { from } = state.field(splitField).body
  const headings = outlineOf(state.sliceDoc(from), format)
  const placed = headings.map((one) => ({ ...one, from: one.from + from, to: one.to + from }))
  return state.update({ effects: setOutline.of(placed) }).state
}

function after(command: StateCommand, state: EditorState): EditorState | null {
  let result: EditorState | null = null
  command({ state, dispatch: (tr) => (result = tr.state) })
  return result
}

/** The text with `⋯` in place of what is folded. */
function shown(state: EditorState | null): string | null {
  if (state === null) return null
  let text = ''
  let at = 0
  foldedRanges(state).between(0, state.doc.length, (from, to) => {
    if (from < at) return
    text += `${state.sliceDoc(at, from)}⋯`
    at = to
  })
  return text + state.sliceDoc(at)
}

describe('fold', () => {
  test.each([
    ['a section up to the next heading of its level', '# A|\n\na\n\n## B\n\nb\n\n# C\n', '# A⋯\n\n# C\n'],
    ['a section within it', '# A\n\n## B|\n\nb\n\n## C\n', '# A\n\n## B⋯\n\n## C\n'],
    ['the section the caret is in', '# A\n\nte|xt\n\n# B\n', '# A⋯\n\n# B\n'],
    ['a heading with an underline', 'A|\n===\n\na\n', 'A⋯\n'],
    ['a block of code', '```js\na\nb|\n```\n', '```js⋯\n'],
    ['two sections', '# A|\n\na\n\n# B|\n\nb', '# A⋯\n\n# B⋯'],
    ['code and the section it is in', '# A\n\n```js|\na\n```\n\nte|xt\n\n# B', '# A⋯\n\n# B'],
    ['a section once for two carets', '# A|\n\ntext|\n\n# B', '# A⋯\n\n# B'],
    ['nothing where nothing folds', 'te|xt\n', null],
  ])('%s (Markdown)', (_, before, expected) => {
    expect(shown(after(foldHere, outlined(before)))).toBe(expected)
  })

  test.each([
    ['an element', '<ul>|\n<li>a</li>\n</ul>\n', '<ul>⋯</ul>\n'],
    ['the element the caret is in', '<ul>\n<li>a|</li>\n</ul>\n', '<ul>⋯</ul>\n'],
    ['a section', '<h1>A|</h1>\n<p>a</p>\n<h1>B</h1>\n', '<h1>A</h1>⋯\n<h1>B</h1>\n'],
    ['a comment', '<p>a</p>\n<!-- b|\nc -->\n', null],
    ['a quote', '<blockquote>\n<p>a|</p>\n</blockquote>', '<blockquote>⋯</blockquote>'],
    ['two elements', '<ul>|\n<li>a</li>\n</ul>\n<ol>|\n<li>b</li>\n</ol>', '<ul>⋯</ul>\n<ol>⋯</ol>'],
  ])('%s (HTML)', (_, before, expected) => {
    expect(shown(after(foldHere, outlined(before, 'html')))).toBe(expected)
  })

  test('the front matter where it is shown as text', () => {
    const text = '---|\ntitle: x\n---\na\n'
    expect(shown(after(foldHere, outlined(text, 'markdown', true)))).toBe('---⋯\na\n')
    expect(shown(after(foldHere, outlined(text)))).toBe(null)
  })

  test('puts the caret before what is folded', () => {
    expect(after(foldHere, outlined('# A\n\nte|xt\n'))?.selection.main.head).toBe(3)
  })
})

describe('unfold', () => {
  test('what is folded on the line', () => {
    const folded = after(foldHere, outlined('# A|\n\na\n\n# B\n'))
    expect(folded && shown(after(unfoldHere, folded))).toBe('# A\n\na\n\n# B\n')
    expect(after(unfoldHere, outlined('# A|\n'))).toBe(null)
  })

  test('everything, after everything was folded', () => {
    const all = after(foldAll, outlined('# A\n\na\n\n## B\n\nb|\n\n# C\n\nc\n'))
    expect(shown(all)).toBe('# A⋯\n\n# C⋯\n')
    expect(all && shown(after(unfoldAll, all))).toBe('# A\n\na\n\n## B\n\nb\n\n# C\n\nc\n')
  })

  test('without headings, elements fold all the same', () => {
    expect(shown(after(foldAll, outlined('|<ul>\n<li>a</li>\n</ul>\n', 'html')))).toBe('<ul>⋯</ul>\n')
  })
})

test('sections are found where they are after edits that nobody was told of', () => {
  const state = outlined('|# A\n\na\n\n# B\n\nb\n')
  const edited = state.update({
    changes: { from: 0, insert: 'above\n\n' },
    selection: { anchor: 0 },
  }).state
  const caret = edited.update({ selection: { anchor: edited.doc.toString().indexOf('# B') } }).state
  expect(shown(after(foldHere, caret))).toBe('above\n\n# A\n\na\n\n# B⋯\n')
})
