import { useEffect } from 'react'
import { COMMANDS, type CommandId, type CommandSpec } from '../../core/commands.ts'
import type { AppInfo } from '../../core/contract.ts'
import type { App } from '../state/app.ts'
import { useApp } from '../state/use-app.ts'

export type Platform = AppInfo['platform']

interface Keys {
  readonly ctrl: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

/** A shortcut in CodeMirror's notation as keys that must be held, `Mod` resolved for the platform. */
function parse(shortcut: string, platform: Platform): Keys {
  const parts = shortcut.split(/-(?!$)/)
  const key = parts.pop() ?? ''
  const mac = platform === 'darwin'
  return {
    ctrl: parts.includes('Ctrl') || (parts.includes('Mod') && !mac),
    meta: parts.includes('Meta') || parts.includes('Cmd') || (parts.includes('Mod') && mac),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key,
  }
}

/** How a shortcut is written for people: `Ctrl+Shift+S`, on macOS `⇧⌘S` in the order of Apple's menus. */
export function shortcutLabel(shortcut: string, platform: Platform): string {
  const keys = parse(shortcut, platform)
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

function keyLabel(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key
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
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (event.isComposing || event.keyCode === 229) return false
  const keys = parse(shortcut, platform)
  if (event.ctrlKey !== keys.ctrl || event.metaKey !== keys.meta) return false
  // The key of `=` writes `+` with Shift, and it is `+` that people look for to enlarge.
  const plus = keys.key === '=' && event.key === '+'
  if (event.altKey !== keys.alt || (event.shiftKey !== keys.shift && !plus)) return false
  if (platform !== 'darwin' && event.getModifierState('AltGraph')) return false
  return plus || matchKey(event, keys.key)
}

/** Where keys are that Alt makes write something else on some layouts (UI Events, codes). */
const PLACES: Readonly<Record<string, string>> = {
  '.': 'Period',
  '=': 'Equal',
  '-': 'Minus',
  '\\': 'Backslash',
}

function matchKey(event: KeyEvent, key: string): boolean {
  if (/^[a-z]$/i.test(key)) {
    if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase() === key.toLowerCase()
    return event.code === `Key${key.toUpperCase()}`
  }
  if (/^[0-9]$/.test(key)) return event.key === key || event.code === `Digit${key}`
  const place = PLACES[key]
  if (place !== undefined) return event.key === key || event.code === place
  return event.key === key
}

/** Commands that a held key may repeat. */
const REPEATS: ReadonlySet<CommandId> = new Set([
  'edit.undo',
  'edit.redo',
  'view.nextTab',
  'view.previousTab',
  'view.zoomIn',
  'view.zoomOut',
  'view.previewZoomIn',
  'view.previewZoomOut',
])

/**
 * Runs the command whose shortcut the event is, and keeps the browser from its own use of the keys; true when
 * it was taken. In the desktop shell the native menu has the shortcuts, but for undo and redo in the form,
 * which there too go to the article's one history. Also for events from another document, such as the preview's.
 */
export function handleShortcut(event: KeyboardEvent, app: App): boolean {
  const { info, dialog } = app.getState()
  const command = (COMMANDS as readonly CommandSpec[]).find(
    (it) => it.shortcut !== null && matchShortcut(event, it.shortcut, info.platform),
  )
  if (!command) return false
  const field = textField(event.target)
  if (field && !belongsToPage(command, field)) return false
  if (info.shell === 'desktop' && !(field && command.role)) return false
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

/** The text field (not the source editor) an event comes from, or null. */
function textField(target: EventTarget | null): Element | null {
  if (!target || !('closest' in target) || typeof target.closest !== 'function') return null
  const element = target as Element
  if (element.closest('.cm-content')) return null
  return element.closest('input, textarea, [contenteditable="true"]')
}

/**
 * Formatting is for the source: in a text field its keys stay the field's. Undo and redo act on the article
 * from the front matter form, but stay the field's own in dialogs and in the editor's search panel.
 */
function belongsToPage(command: CommandSpec, field: Element): boolean {
  if (command.role) return field.closest('[data-pane="form"]') !== null
  return command.menu !== 'format' && command.menu !== 'insert'
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
