import { RotateCcw } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { COMMANDS, MENU_NAMES, type CommandId } from '../../core/commands.ts'
import { defaultShortcut, shortcutOf, withDefaultShortcut } from '../../core/shortcuts.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { titleKey } from '../panels/command-labels.ts'
import { IconButton } from '../panels/icon-button.tsx'
import { shortcutLabel } from '../panels/shortcuts.ts'
import { changeWithUndo } from '../state/settings-undo.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { findCommands } from './find-commands.ts'
import { ShortcutRecorder } from './shortcut-recorder.tsx'

/** Every command with its keys, to change and to put back; `query` leaves those whose title or keys it fits. */
export function ShortcutsControl({ query }: { readonly query: string }) {
  const t = useTranslate()
  const app = useApp()
  const { info, language } = useAppState((state) => state)
  const shortcuts = useAppState((state) => state.settings.shortcuts)
  const [recording, setRecording] = useState<CommandId | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = findCommands(query, language, shortcuts, info.platform)

  /** The focus goes back to the command whose keys were looked at. */
  const end = (id: CommandId): void => {
    setRecording(null)
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-command="${id}"] .keys-button`)?.focus(),
    )
  }

  return (
    <div className="keys" ref={list} tabIndex={-1}>
      {MENU_NAMES.map((menu) => {
        const commands = COMMANDS.filter((it) => it.menu === menu && found.has(it.id))
        if (commands.length === 0) return null
        return (
          <section key={menu} className="keys-group" aria-labelledby={`keys-${menu}`}>
            <h4 className="keys-menu" id={`keys-${menu}`}>
              {t(`menu.${menu}`)}
            </h4>
            <ul>
              {commands.map(({ id }) => (
                <li key={id} className="keys-row" data-command={id}>
                  <CommandKeys id={id} onRecord={() => setRecording(id)} onEnd={() => end(id)} />
                  {recording === id && <ShortcutRecorder id={id} onEnd={() => end(id)} />}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {Object.keys(shortcuts).length > 0 && (
        <Button
          className="button"
          onPress={() => {
            changeWithUndo(app, { shortcuts: {} }, t('keys.undo.resetAll'))
            list.current?.focus()
          }}
        >
          {t('keys.resetAll')}
        </Button>
      )}
    </div>
  )
}

interface CommandKeysProps {
  readonly id: CommandId
  readonly onRecord: () => void
  readonly onEnd: () => void
}

function CommandKeys({ id, onRecord, onEnd }: CommandKeysProps) {
  const t = useTranslate()
  const app = useApp()
  const platform = useAppState((state) => state.info.platform)
  const shortcuts = useAppState((state) => state.settings.shortcuts)
  const name = t(titleKey(id))
  const shortcut = shortcutOf(id, shortcuts)
  const usual = defaultShortcut(id)
  const label = shortcut === null ? t('keys.none') : shortcutLabel(shortcut, platform)
  return (
    <div className="keys-command">
      <span className="keys-name">{name}</span>
      {Object.hasOwn(shortcuts, id) && (
        <>
          <span className="keys-changed">{t('keys.yours')}</span>
          <IconButton
            label={
              usual === null
                ? t('keys.resetToNone', { name })
                : t('keys.reset', { name, keys: shortcutLabel(usual, platform) })
            }
            onPress={() => {
              const patch = { shortcuts: withDefaultShortcut(shortcuts, id, platform) }
              changeWithUndo(app, patch, t('keys.undo.changed', { name }))
              onEnd()
            }}
          >
            <RotateCcw className="icon" aria-hidden />
          </IconButton>
        </>
      )}
      <Button
        className="keys-button"
        data-none={shortcut === null ? '' : undefined}
        aria-label={t('common.name', { label: t('keys.change', { name }), value: label })}
        onPress={onRecord}
      >
        <kbd>{label}</kbd>
      </Button>
    </div>
  )
}
