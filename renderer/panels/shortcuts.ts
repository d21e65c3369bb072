import { useEffect } from 'react'
import { COMMANDS, type CommandId, type CommandSpec, type MenuName } from '../../core/commands.ts'
import type { AppInfo } from '../../core/contract.ts'
import { isShortcut, parseShortcut, shortcutOf, type ShortcutOverrides } from '../../core/shortcuts.ts'
import type { App } from '../state/app.ts'
import { MORE_SOURCE_COMMANDS } from '../state/source-commands.ts'
import { useApp } from '../state/use-app.ts'

export type Platform = AppInfo['platform']

/** How a shortcut is written for people: `Ctrl+Shift+S`, on macOS `⇧⌘S` in the order of Apple's menus. */
export function shortcutLabel(shortcut: string, platform: Platform): string {
  const keys = parseShortcut(shortcut, platform)
  if (platform === 'darwin') {
    return `${keys.ctrl ? '⌃' : ''}${keys.alt ? '⌥' : ''}${keys.shift ? '⇧' : ''}${keys.meta ? '⌘' : ''}${keyLabel(keys.key)}`
  }
  const held = [
    keys.ctrl ? 'Ctrl' : null,
    keys.alt ? 'Alt' : null,
    keys.shift ? 'Shift' : null,
    keys.meta ? 'Meta' : null,
  ].filter((it) => it !== null)
  return [...held, keyLabel(keys.key)].join('+')
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

function keyLabel(key: string): string {
  return key.length === 1 ? key.toUpperCase() : (NAMES[key] ?? key)
}

type KeyEvent = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'shiftKey'
  | 'isComposing'
  | 'keyCode'
  | 'getModifierState'
>

/**
 * Whether a key event is the shortcut, with exactly its modifiers. Letters go by what the layout writes, and
 * by their place where the layout writes no Latin letter; digits and `.` by either. Never true while an input
 * method composes or AltGr is held.
 */
export function matchShortcut(event: KeyEvent, shortcut: string, platform: Platform): boolean {
  // 229: the input method has the key (UI Events, legacy key codes).
  // oxlint-disable-next-line typescript/no-deprecated
  if (event.isComposing || event.keyCode === 229) return false
  const keys = parseShortcut(shortcut, platform)
  if (event.ctrlKey !== keys.ctrl || event.metaKey !== keys.meta) return false
  // The key of `=` writes `+` with Shift, and it is `+` that people look for to enlarge.
  const plus = keys.key === '=' && event.key === '+'
  if (event.altKey !== keys.alt || (event.shiftKey !== keys.shift && !plus)) return false
  if (platform !== 'darwin' && event.getModifierState('AltGraph')) return false
  return plus || matchKey(event, keys.key)
}

/** The place of a sign on the usual layout (UI Events, `code` values): where another layout, or Shift, writes something else. */
const PLACES: Readonly<Record<string, string>> = {
  '.': 'Period',
  ',': 'Comma',
  '/': 'Slash',
  ';': 'Semicolon',
  "'": 'Quote',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '\\': 'Backslash',
  '`': 'Backquote',
  '-': 'Minus',
  '=': 'Equal',
}

function matchKey(event: KeyEvent, key: string): boolean {
  if (/^[a-z]$/i.test(key)) {
    if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase() === key.toLowerCase()
    return event.code === `Key${key.toUpperCase()}`
  }
  if (/^[0-9]$/.test(key)) return event.key === key || event.code === `Digit${key}`
  if (key === 'Space') return event.key === ' '
  const place = PLACES[key]
  if (place === undefined) return event.key === key
  return event.key === key || event.code === place
}

/** The key of an event as shortcuts name it; null for one that can stand in none, such as Shift alone. */
export function keyOf(event: Pick<KeyEvent, 'key' | 'code'>): string | null {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase()
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
  if (letter !== undefined) return letter.toLowerCase()
  const digit = /^Digit([0-9])$/.exec(event.code)?.[1]
  if (digit !== undefined) return digit
  if (event.key === ' ') return 'Space'
  const sign = Object.keys(PLACES).find((it) => PLACES[it] === event.code)
  if (sign !== undefined) return sign
  return /^[!-~]$/.test(event.key) || isShortcut(event.key) ? event.key : null
}

/** The command whose keys the event is; the writer's own choice of keys goes before a default. */
function commandFor(event: KeyEvent, overrides: ShortcutOverrides, platform: Platform): CommandSpec | null {
  const all: readonly CommandSpec[] = COMMANDS
  const held = all.filter(({ id }) => {
    const shortcut = shortcutOf(id, overrides)
    return shortcut !== null && matchShortcut(event, shortcut, platform)
  })
  return held.find(({ id }) => Object.hasOwn(overrides, id)) ?? held[0] ?? null
}

/** Commands that a held key may repeat. */
const REPEATS: ReadonlySet<CommandId> = new Set([
  'edit.undo',
  'edit.redo',
  'edit.moveLineUp',
  'edit.moveLineDown',
  'edit.duplicateLine',
  'edit.deleteLine',
  'view.nextTab',
  'view.previousTab',
  'view.zoomIn',
  'view.zoomOut',
  'view.previewZoomIn',
  'view.previewZoomOut',
])

/**
 * Runs the command whose shortcut the event is, and keeps the browser from its own use of the keys; true when
 * it was taken. In the desktop shell the native menu has the shortcuts, but for undo and redo outside the source,
 * which there too go to the article's one history. Also for events from another document, such as the preview's.
 */
export function handleShortcut(event: KeyboardEvent, app: App): boolean {
  const { info, dialog, settings } = app.getState()
  const command = commandFor(event, settings.shortcuts, info.platform)
  if (!command || (command.when === 'inTable' && !app.isEnabled(command.id))) return false
  // On these keys browsers paste plain text themselves, without letting the page read the clipboard.
  if (command.role === 'pasteAndMatchStyle' && matchShortcut(event, 'Mod-Shift-v', info.platform))
    return false
  const field = textField(event.target)
  if (dialog?.kind === 'settings' && command.id === 'edit.undo' && !field?.matches(TYPED_INTO)) {
    event.preventDefault()
    event.stopPropagation()
    app.undoSettings()
    return true
  }
  if (field && !belongsToPage(command, field)) return false
  if (info.shell === 'desktop' && !(field ? command.role : actsBeyondText(command, event.target)))
    return false
  event.preventDefault()
  event.stopPropagation()
  if (event.repeat && !REPEATS.has(command.id)) return true
  if (dialog) {
    if (dialog.kind === 'palette' && command.id === 'help.commands') app.answer(null)
  } else if (app.isEnabled(command.id)) {
    app.run(command.id)
  }
  return true
}

/** Fields with an undo of their own. */
const TYPED_INTO = ':not([type="checkbox"], [type="radio"])'

/** The text field (not the source editor) an event comes from, or null. */
function textField(target: EventTarget | null): Element | null {
  if (!target || !('closest' in target) || typeof target.closest !== 'function') return null
  const element = target as Element
  if (element.closest('.cm-content')) return null
  return element.closest('input, textarea, [contenteditable="true"]')
}

/** The native menu's undo and redo do nothing where there is no text: from a button they act on the article. */
function actsBeyondText({ id }: CommandSpec, target: EventTarget | null): boolean {
  if (id !== 'edit.undo' && id !== 'edit.redo') return false
  return !(target && 'closest' in target && (target as Element).closest('.cm-content'))
}

const SOURCE_MENUS: ReadonlySet<MenuName> = new Set(['format', 'insert', 'table'])

/**
 * Formatting is for the source: in a text field its keys stay the field's. Undo and redo act on the article
 * from the front matter form, but stay the field's own in dialogs and in the editor's search panel.
 */
function belongsToPage(command: CommandSpec, field: Element): boolean {
  if (command.role) return field.closest('[data-pane="form"]') !== null
  return !SOURCE_MENUS.has(command.menu) && !MORE_SOURCE_COMMANDS.has(command.id)
}

/** Listens for the shortcuts of the command table anywhere in the page, before anything else sees the key. */
export function useGlobalShortcuts(): void {
  const app = useApp()
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => void handleShortcut(event, app)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [app])
}
