// @vitest-environment happy-dom
import { undoDepth } from '@codemirror/commands'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../core/settings.ts'
import { readArticleText } from '../../../renderer/editor/article-text.ts'
import { createEditor } from '../../../renderer/editor/create-editor.ts'
import { editorOptionsOf } from '../../../renderer/state/editor-options.ts'

test.each([
  ['at the start', 0],
  ['in the line', 300_000],
  ['at a quarter', 150_008],
  ['at three quarters', 450_008],
  ['behind it', 600_011],
])(
  'what of a long line is out of sight has its height from the first on, with the caret %s',
  (_where, caret) => {
    let updates = 0
    const view = createEditor({
      ...editorOptionsOf(DEFAULT_SETTINGS, 'en'),
      text: readArticleText(`First.\n\n${'harbour '.repeat(75_000)}\n\nLast.\n`),
      bodyFormat: 'markdown',
      rawFrontMatter: false,
      readOnly: false,
      caret,
      nonce: '',
      onUpdate: () => (updates += 1),
      keys: [],
    })
    const gaps = [...view.contentDOM.querySelectorAll<HTMLElement>('.cm-line > div')]
    expect(gaps.length).toBeGreaterThan(0)
    const rows = gaps.reduce((sum, { style }) => sum + parseFloat(style.height), 0) / view.defaultLineHeight
    expect(rows).toBeGreaterThan(10_000)
    expect(view.contentDOM.textContent.length).toBeLessThan(30_000)
    // The caret is where it was to be, and nothing is told or to be undone.
    expect(view.state.selection.main.head).toBe(caret)
    expect([updates, undoDepth(view.state)]).toEqual([0, 0])
    view.destroy()
  },
)
