import { COMMANDS, type CommandId } from '../../core/commands.ts'
import { shortcutOf, type ShortcutOverrides } from '../../core/shortcuts.ts'
import type { Language } from '../i18n/messages.ts'
import { translate } from '../i18n/translate.ts'
import { titleKey } from '../panels/command-labels.ts'
import { shortcutLabel, type Platform } from '../panels/shortcuts.ts'

/** The commands whose title (in the language or in English), menu or keys hold each word of the query. */
export function findCommands(
  query: string,
  language: Language,
  overrides: ShortcutOverrides,
  platform: Platform,
): ReadonlySet<CommandId> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = COMMANDS.filter(({ id, menu }) => {
    const shortcut = shortcutOf(id, overrides)
    const text = [
      translate(language, titleKey(id)),
      translate('en', titleKey(id)),
      translate(language, `menu.${menu}`),
      shortcut === null ? '' : shortcutLabel(shortcut, platform),
    ]
      .join('\n')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return new Set(found.map(({ id }) => id))
}
