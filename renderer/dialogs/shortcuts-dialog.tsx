import { Button } from 'react-aria-components'
import { COMMANDS, MENU_NAMES } from '../../core/commands.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { titleKey, useShortcutOf } from '../panels/command-labels.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** Every command that has a shortcut, by menu. */
export function ShortcutsDialog() {
  const t = useTranslate()
  const app = useApp()
  const shortcutOf = useShortcutOf()
  return (
    <DialogFrame title={t('shortcuts.title')} size="large">
      <div
        className="dialog-scroll shortcut-columns"
        tabIndex={0}
        role="group"
        aria-label={t('shortcuts.title')}
      >
        {MENU_NAMES.map((menu) => {
          const commands = COMMANDS.filter((it) => it.menu === menu && it.shortcut !== null)
          if (commands.length === 0) return null
          return (
            <table key={menu} className="shortcut-table">
              <caption>{t(`menu.${menu}`)}</caption>
              <thead className="visually-hidden">
                <tr>
                  <th scope="col">{t('shortcuts.command')}</th>
                  <th scope="col">{t('shortcuts.keys')}</th>
                </tr>
              </thead>
              <tbody>
                {commands.map(({ id }) => (
                  <tr key={id}>
                    <th scope="row">{t(titleKey(id))}</th>
                    <td>
                      <kbd>{shortcutOf(id)}</kbd>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        })}
      </div>
      <div className="dialog-buttons">
        <Button className="button primary" autoFocus onPress={() => app.answer(null)}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  )
}
