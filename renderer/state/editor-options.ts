import type { Settings } from '../../core/settings.ts'
import type { EditorOptions } from '../editor/create-editor.ts'
import type { Language } from '../i18n/messages.ts'

/** What the settings say of the source editor. */
export function editorOptionsOf(settings: Settings, language: Language): EditorOptions {
  const { lineNumbers, lineWrapping, fontSize, fontFamily, lineHeight, tabWidth, focusMode, typewriterMode } =
    settings
  return {
    lineNumbers,
    lineWrapping,
    fontSize,
    fontFamily,
    lineHeight,
    tabWidth,
    focusMode,
    typewriterMode,
    language,
  }
}

/** True when nothing in the editor would look or work otherwise. */
export function sameEditorOptions(one: EditorOptions, other: EditorOptions): boolean {
  return (Object.keys(one) as (keyof EditorOptions)[]).every((key) => one[key] === other[key])
}
