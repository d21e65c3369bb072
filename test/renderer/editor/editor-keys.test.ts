import { readArticleText } from '../../../renderer/editor/article-text.ts'
import { keymap, type KeyBinding } from '@codemirror/view'
import { describe, expect, test } from 'vitest'
import { sameShortcut } from '../../../core/shortcuts.ts'
import { createEditorState } from '../../../renderer/editor/create-editor.ts'
import { EDITOR_KEYS, editorKeyOn, editorUseOf } from '../../../renderer/editor/editor-keys.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings.ts'
import { editorOptionsOf } from '../../../renderer/state/editor-options.ts'

const state = createEditorState({
  ...editorOptionsOf(DEFAULT_SETTINGS, 'en'),
  text: readArticleText('text'),
  bodyFormat: 'markdown',
  rawFrontMatter: false,
  readOnly: false,
  nonce: '',
  onUpdate: () => undefined,
  keys: [],
})

const NAMES = { darwin: 'mac', win32: 'win', linux: 'linux' } as const

/** The keys that are bound in the source on a platform. */
function boundOn(platform: keyof typeof NAMES): readonly string[] {
  return state
    .facet(keymap)
    .flat()
    .flatMap((binding: KeyBinding) => {
      const key = binding[NAMES[platform]] ?? binding.key
      if (key === undefined) return []
      return binding.shift ? [key, `Shift-${key}`] : [key]
    })
}

describe.each(['darwin', 'win32', 'linux'] as const)('on %s', (platform) => {
  test('every key that is listed for the source is bound there', () => {
    const bound = boundOn(platform)
    const listed = EDITOR_KEYS.map((it) => editorKeyOn(it, platform))
    expect(listed.filter((key) => !bound.some((it) => sameShortcut(it, key, platform)))).toEqual([])
  })
})

test('what keys do in the source is found by the keys', () => {
  expect(editorUseOf('Alt-ArrowUp', 'linux')).toBe('keys.editor.lineUp')
  expect(editorUseOf('Ctrl-d', 'linux')).toBe('keys.editor.nextOccurrence')
  expect(editorUseOf('F18', 'linux')).toBe(null)
})
