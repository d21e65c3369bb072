import type { CommandId } from './commands.ts'
import { holderOf, parseShortcut, sameShortcut, shortcutOf, type ShortcutOverrides } from './shortcuts.ts'

/** Whether a command can have these keys. */
export type ShortcutVerdict =
  | { readonly kind: 'free' }
  /** The command has them already. */
  | { readonly kind: 'same' }
  /** Another command has them; it would lose them. */
  | { readonly kind: 'held'; readonly by: CommandId }
  /** Without another key held they write, or move the caret. */
  | { readonly kind: 'needsModifier' }
  /** The system or every text field needs them. */
  | { readonly kind: 'reserved' }

/** Copy, cut, paste and select all: every text field has them. */
const OF_FIELDS = ['Mod-c', 'Mod-x', 'Mod-v', 'Mod-a', 'Mod-Shift-v'] as const

/** What no page ever sees, or should take from the system. */
const OF_SYSTEM: Readonly<Record<string, readonly string[]>> = {
  darwin: ['Mod-q', 'Mod-h', 'Mod-m', 'Mod-Alt-h', 'Mod-Tab', 'Mod-Space', 'Ctrl-Space', 'Mod-`'],
  win32: ['Alt-F4', 'Alt-Tab', 'Alt-Space', 'Ctrl-Alt-Delete', 'Ctrl-Shift-Tab', 'Ctrl-Tab'],
  linux: ['Alt-F4', 'Alt-Tab', 'Alt-Space', 'Ctrl-Alt-Delete', 'Ctrl-Shift-Tab', 'Ctrl-Tab'],
}

/** What Chromium never gives to a page in a tab (chrome/browser/ui, reserved commands). */
const OF_BROWSER = [
  'Mod-n',
  'Mod-t',
  'Mod-w',
  'Mod-Shift-n',
  'Mod-Shift-t',
  'Mod-Shift-w',
  'Ctrl-PageUp',
  'Ctrl-PageDown',
] as const

const FUNCTION_KEY = /^F\d+$/

/** Looks whether `id` can have `shortcut` on this platform, beside the keys the other commands have. */
export function checkShortcut(
  shortcut: string,
  id: CommandId,
  overrides: ShortcutOverrides,
  platform: string,
): ShortcutVerdict {
  const keys = parseShortcut(shortcut, platform)
  const isThese = (other: string): boolean => sameShortcut(shortcut, other, platform)
  if (!keys.ctrl && !keys.meta && !keys.alt && !FUNCTION_KEY.test(keys.key)) return { kind: 'needsModifier' }
  const systems = keys.meta && platform !== 'darwin'
  if (systems || OF_FIELDS.some(isThese) || (OF_SYSTEM[platform] ?? []).some(isThese)) {
    return { kind: 'reserved' }
  }
  const own = shortcutOf(id, overrides)
  if (own !== null && isThese(own)) return { kind: 'same' }
  const by = holderOf(shortcut, overrides, platform, id)
  return by === null ? { kind: 'free' } : { kind: 'held', by }
}

/** True when a browser keeps the keys for itself, so that a page in a tab never sees them. */
export function browserKeeps(shortcut: string, platform: string): boolean {
  return OF_BROWSER.some((other) => sameShortcut(shortcut, other, platform))
}

/** True when the keys write a character on many keyboards: Ctrl+Alt is AltGr, and on macOS Option writes. */
export function writesCharacter(shortcut: string, platform: string): boolean {
  const { ctrl, meta, alt, key } = parseShortcut(shortcut, platform)
  if (key.length !== 1 || !alt || meta) return false
  return platform === 'darwin' ? !ctrl : ctrl
}
