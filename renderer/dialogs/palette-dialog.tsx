import { COMMANDS, type CommandId } from '../../core/commands.ts'
import { loadLanguage } from '../i18n/catalogue.ts'
import type { Language } from '../i18n/messages.ts'
import { translate } from '../i18n/translate.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { titleKey, useShortcutOf } from '../panels/command-labels.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { PickList, type PickItem } from './pick-list.tsx'
import { pinyinInitials } from './pinyin.ts'

// Commands are found by their Chinese titles too, in any interface; without them by the others.
void loadLanguage('zh-CN').catch(() => undefined)

/** How many of the commands picked last stand first. */
const RECENT = 8

const isCommand = (id: string): id is CommandId => COMMANDS.some((it) => it.id === id)

/** What a command is called: its title; what is inserted also with that word before it. */
function wordsFor(language: Language, id: CommandId): readonly string[] {
  const title = translate(language, titleKey(id))
  const inserted = id.startsWith('insert.')
  const between = language === 'en' ? ' ' : ''
  return inserted ? [title, `${translate(language, 'menu.insert')}${between}${title}`] : [title]
}

const withInitials = (words: string): readonly string[] => [words, ...pinyinInitials(words)]

/**
 * All commands that can run now, found by their title in either language or by its pinyin initials; those picked last
 * come first.
 */
export function PaletteDialog() {
  const t = useTranslate()
  const app = useApp()
  const shortcutOf = useShortcutOf()
  const recent = useAppState((state) => state.settings.recentCommands).filter(isCommand)
  const ids = COMMANDS.map(({ id }) => id).filter((id) => id !== 'help.commands' && app.isEnabled(id))
  const items = [...recent.filter((id) => ids.includes(id)), ...ids.filter((id) => !recent.includes(id))].map(
    (id): PickItem => ({
      id,
      text: t(titleKey(id)),
      note: t(`menu.${COMMANDS.find((it) => it.id === id)?.menu ?? 'help'}`),
      shortcut: shortcutOf(id),
      alsoFoundBy: [...wordsFor('en', id), ...wordsFor('zh-CN', id).flatMap(withInitials), id],
    }),
  )
  return (
    <DialogFrame title={t('palette.title')} bare size="medium">
      <PickList
        label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        items={items}
        emptyText={t('palette.none')}
        onPick={(picked) => {
          const id = ids.find((it) => it === picked)
          if (!id) return
          app.changeSettings({ recentCommands: [id, ...recent.filter((it) => it !== id)].slice(0, RECENT) })
          app.answer(id)
        }}
      />
    </DialogFrame>
  )
}
