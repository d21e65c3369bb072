// @vitest-environment happy-dom
import { SearchQuery, setSearchQuery } from '@codemirror/search'
import type { EditorView } from '@codemirror/view'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../core/settings.ts'
import { readArticleText } from '../../../renderer/editor/article-text.ts'
import { createEditor } from '../../../renderer/editor/create-editor.ts'
import { findNext } from '../../../renderer/editor/search-commands.ts'
import { editorOptionsOf } from '../../../renderer/state/editor-options.ts'

describe('a search that takes longer than the page may be kept', () => {
  let view: EditorView
  const selected = (): string => {
    const { from, to } = view.state.selection.main
    return view.state.sliceDoc(from, to)
  }

  beforeEach(() => {
    vi.useFakeTimers()
    view = createEditor({
      ...editorOptionsOf(DEFAULT_SETTINGS, 'en'),
      text: readArticleText(`First.\n\n${'harbour\n'.repeat(20_000)}\nquay\n`),
      bodyFormat: 'markdown',
      rawFrontMatter: false,
      readOnly: false,
      caret: 0,
      nonce: '',
      onUpdate: () => undefined,
      keys: [],
    })
    view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: 'quay' })) })
    // Each look at the clock is a second after the last one: every slice ends after one step.
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000))
  })
  afterEach(() => {
    view.destroy()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test('selects its match once it is found', () => {
    findNext(view)
    expect(selected()).toBe('')
    vi.runAllTimers()
    expect(selected()).toBe('quay')
  })

  test('leaves a caret alone that was moved meanwhile', () => {
    findNext(view)
    view.dispatch({ selection: { anchor: 3 } })
    vi.runAllTimers()
    expect(view.state.selection.main).toMatchObject({ from: 3, to: 3 })
  })
})
