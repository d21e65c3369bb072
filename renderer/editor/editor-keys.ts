import { sameShortcut } from '../../core/shortcuts.ts'
import type { MessageKey } from '../i18n/messages.ts'

/** Keys that work in the source and belong to no command; `mac` where macOS has others. */
interface EditorKey {
  readonly id: Extract<MessageKey, `keys.editor.${string}`>
  readonly key: string
  readonly mac?: string
}

/** What CodeMirror's key maps, which the editor uses, are known for. */
export const EDITOR_KEYS: readonly EditorKey[] = [
  { id: 'keys.editor.lineUp', key: 'Alt-ArrowUp' },
  { id: 'keys.editor.lineDown', key: 'Alt-ArrowDown' },
  { id: 'keys.editor.copyUp', key: 'Shift-Alt-ArrowUp' },
  { id: 'keys.editor.copyDown', key: 'Shift-Alt-ArrowDown' },
  { id: 'keys.editor.deleteLine', key: 'Mod-Shift-k' },
  { id: 'keys.editor.selectLine', key: 'Alt-l', mac: 'Ctrl-l' },
  { id: 'keys.editor.blankLine', key: 'Mod-Enter' },
  { id: 'keys.editor.indentMore', key: 'Mod-]' },
  { id: 'keys.editor.indentLess', key: 'Mod-[' },
  { id: 'keys.editor.matchingBracket', key: 'Mod-Shift-\\' },
  { id: 'keys.editor.nextOccurrence', key: 'Mod-d' },
  { id: 'keys.editor.findNext', key: 'F3' },
  { id: 'keys.editor.findPrevious', key: 'Shift-F3' },
  { id: 'keys.editor.wordLeft', key: 'Mod-ArrowLeft', mac: 'Alt-ArrowLeft' },
  { id: 'keys.editor.wordRight', key: 'Mod-ArrowRight', mac: 'Alt-ArrowRight' },
  { id: 'keys.editor.deleteWord', key: 'Mod-Backspace', mac: 'Alt-Backspace' },
  { id: 'keys.editor.start', key: 'Mod-Home' },
  { id: 'keys.editor.end', key: 'Mod-End' },
]

/** The keys of an entry on this platform. */
export function editorKeyOn({ key, mac }: EditorKey, platform: string): string {
  return platform === 'darwin' ? (mac ?? key) : key
}

/** What these keys do in the source; null when nothing that is listed. */
export function editorUseOf(shortcut: string, platform: string): EditorKey['id'] | null {
  return EDITOR_KEYS.find((it) => sameShortcut(editorKeyOn(it, platform), shortcut, platform))?.id ?? null
}
