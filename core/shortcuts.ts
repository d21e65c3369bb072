import { COMMANDS, type CommandId, type CommandSpec } from './commands.ts'

/** The writer's own keys by command; `''` takes a command's keys away. Commands that are not there are kept and do nothing. */
export type ShortcutOverrides = Readonly<Record<string, string>>

/** Which keys are held with the last one. */
export interface Keys {
  readonly ctrl: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

const HELD = ['Mod', 'Ctrl', 'Meta', 'Alt', 'Shift'] as const

/** Keys with a name, as `KeyboardEvent.key` calls them (UI Events, key values); others are one character. */
const NAMED =
  /^(?:F(?:[1-9]|1\d|2[0-4])|Enter|Tab|Space|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Arrow(?:Up|Down|Left|Right))$/

interface Parts {
  readonly held: readonly string[]
  readonly key: string
}

/** Each key one types is compared with all shortcuts: they are taken apart once. */
const TAKEN_APART = new Map<string, Parts | null>()

function partsOf(shortcut: string): Parts | null {
  const parts = TAKEN_APART.get(shortcut)
  if (parts !== undefined) return parts
  const found = split(shortcut)
  TAKEN_APART.set(shortcut, found)
  return found
}

/** Splits `Mod-Shift--` into what is held and the key, which may be the hyphen itself; null when it is no such text. */
function split(shortcut: string): Parts | null {
  const key = /(?:^|-)(-|[^-]+)$/.exec(shortcut)?.[1]
  if (key === undefined) return null
  const before = shortcut.slice(0, shortcut.length - key.length)
  return { held: before === '' ? [] : before.slice(0, -1).split('-'), key }
}

/** True for a shortcut in the notation of the command table: what is held, each once, and a key. */
export function isShortcut(text: string): boolean {
  const parts = partsOf(text)
  if (!parts) return false
  const { held, key } = parts
  const known = held.every((it) => (HELD as readonly string[]).includes(it))
  return known && new Set(held).size === held.length && (NAMED.test(key) || /^[!-~]$/.test(key))
}

/** A shortcut in CodeMirror's notation as keys that must be held, `Mod` resolved for the platform. */
export function parseShortcut(shortcut: string, platform: string): Keys {
  const { held, key } = partsOf(shortcut) ?? { held: [], key: '' }
  const mac = platform === 'darwin'
  return {
    ctrl: held.includes('Ctrl') || (held.includes('Mod') && !mac),
    meta: held.includes('Meta') || held.includes('Cmd') || (held.includes('Mod') && mac),
    alt: held.includes('Alt'),
    shift: held.includes('Shift'),
    key,
  }
}

/** Writes keys as a shortcut: `Mod` for the platform's own key, parts in one order, letters small. */
export function formatShortcut(keys: Keys, platform: string): string {
  const mac = platform === 'darwin'
  const mod = mac ? keys.meta : keys.ctrl
  const held = [
    mod ? 'Mod' : null,
    mac && keys.ctrl ? 'Ctrl' : null,
    !mac && keys.meta ? 'Meta' : null,
    keys.alt ? 'Alt' : null,
    keys.shift ? 'Shift' : null,
  ].filter((it) => it !== null)
  return [...held, keys.key.length === 1 ? keys.key.toLowerCase() : keys.key].join('-')
}

/** True when two shortcuts are the same keys on this platform (`Mod-s` and `Ctrl-s` on Linux). */
export function sameShortcut(one: string, other: string, platform: string): boolean {
  return (
    formatShortcut(parseShortcut(one, platform), platform) ===
    formatShortcut(parseShortcut(other, platform), platform)
  )
}

const DEFAULTS: ReadonlyMap<string, string | null> = new Map(
  COMMANDS.map((it: CommandSpec) => [it.id, it.shortcut]),
)

/** The shortcut the command table gives a command; null without one. */
export function defaultShortcut(id: CommandId): string | null {
  return DEFAULTS.get(id) ?? null
}

/** The shortcut of a command as the writer has it; null without one. */
export function shortcutOf(id: CommandId, overrides: ShortcutOverrides): string | null {
  const own = Object.hasOwn(overrides, id) ? overrides[id] : undefined
  if (own === undefined) return defaultShortcut(id)
  return own === '' ? null : own
}

/** The command that has these keys now, other than `except`; null when none has. */
export function holderOf(
  shortcut: string,
  overrides: ShortcutOverrides,
  platform: string,
  except: CommandId | null = null,
): CommandId | null {
  const holder = COMMANDS.find(({ id }) => {
    const held = id === except ? null : shortcutOf(id, overrides)
    return held !== null && sameShortcut(held, shortcut, platform)
  })
  return holder?.id ?? null
}

/** `overrides` with another shortcut for one command; a command back at its default is not named any more. */
export function withShortcut(
  overrides: ShortcutOverrides,
  id: CommandId,
  shortcut: string | null,
): ShortcutOverrides {
  const others = Object.fromEntries(Object.entries(overrides).filter(([key]) => key !== id))
  return shortcut === defaultShortcut(id) ? others : { ...others, [id]: shortcut ?? '' }
}

/** Gives a command these keys, and takes them from whichever command has them. */
export function takeShortcut(
  overrides: ShortcutOverrides,
  id: CommandId,
  shortcut: string,
  platform: string,
): ShortcutOverrides {
  const holder = holderOf(shortcut, overrides, platform, id)
  const freed = holder === null ? overrides : withShortcut(overrides, holder, null)
  return withShortcut(freed, id, shortcut)
}

/** `overrides` with a command's default back; the keys are taken from the command that has them by now. */
export function withDefaultShortcut(
  overrides: ShortcutOverrides,
  id: CommandId,
  platform: string,
): ShortcutOverrides {
  const usual = defaultShortcut(id)
  return usual === null ? withShortcut(overrides, id, null) : takeShortcut(overrides, id, usual, platform)
}
