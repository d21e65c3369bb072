import type { CommandId, CommandSpec } from '../../core/commands.ts'
import { COMMANDS } from '../../core/commands.ts'
import type { MessageKey } from '../i18n/messages.ts'
import { useApp } from '../state/use-app.ts'
import { shortcutLabel } from './shortcuts.ts'

/** Catalogue key of a command's title. */
export function titleKey(id: CommandId): MessageKey {
  return `command.${id}`
}

const SHORTCUTS = new Map(COMMANDS.map((it: CommandSpec) => [it.id, it.shortcut]))

/** Gives the shortcut of a command as written on this platform; null without one. */
export function useShortcutOf(): (id: CommandId) => string | null {
  const app = useApp()
  const { platform } = app.getState().info
  return (id) => {
    const shortcut = SHORTCUTS.get(id) ?? null
    return shortcut === null ? null : shortcutLabel(shortcut, platform)
  }
}
