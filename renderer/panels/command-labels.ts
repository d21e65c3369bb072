import type { CommandId } from '../../core/commands.ts'
import { shortcutOf } from '../../core/shortcuts.ts'
import type { MessageKey } from '../i18n/messages.ts'
import { useAppState } from '../state/use-app.ts'
import { shortcutLabel } from './shortcuts.ts'

/** Catalogue key of a command's title. */
export function titleKey(id: CommandId): MessageKey {
  return `command.${id}`
}

/** Gives the shortcut of a command as the writer has it, written as on this platform; null without one. */
export function useShortcutOf(): (id: CommandId) => string | null {
  const platform = useAppState((state) => state.info.platform)
  const overrides = useAppState((state) => state.settings.shortcuts)
  return (id) => {
    const shortcut = shortcutOf(id, overrides)
    return shortcut === null ? null : shortcutLabel(shortcut, platform)
  }
}
