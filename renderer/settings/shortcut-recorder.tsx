import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { assertNever } from '../../core/assert-never.ts'
import type { CommandId } from '../../core/commands.ts'
import { browserKeeps, checkShortcut, writesCharacter } from '../../core/shortcut-check.ts'
import { takeShortcut, withShortcut } from '../../core/shortcuts.ts'
import { editorUseOf } from '../editor/editor-keys.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { titleKey } from '../panels/command-labels.ts'
import { shortcutLabel } from '../panels/shortcuts.ts'
import { changeWithUndo } from '../state/settings-undo.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { useRecorder } from './use-recorder.ts'

interface ShortcutRecorderProps {
  readonly id: CommandId
  /** The keys were given, or the writer thought better of it. */
  readonly onEnd: () => void
}

/** Waits for the keys a command is to have, says what they are used for now, and gives them on confirmation. */
export function ShortcutRecorder({ id, onEnd }: ShortcutRecorderProps) {
  const t = useTranslate()
  const app = useApp()
  const platform = useAppState((state) => state.info.platform)
  const [pressed, setPressed] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])

  const name = t(titleKey(id))
  const store = (shortcut: string | null): void => {
    const { shortcuts } = app.getState().settings
    const patch = {
      shortcuts:
        shortcut === null
          ? withShortcut(shortcuts, id, null)
          : takeShortcut(shortcuts, id, shortcut, platform),
    }
    changeWithUndo(app, patch, t('keys.undo.changed', { name }))
    onEnd()
  }
  useRecorder(pressed === null, platform, (recorded) => {
    switch (recorded.kind) {
      case 'keys':
        setPressed(recorded.shortcut)
        return
      case 'none':
        store(null)
        return
      case 'cancel':
        onEnd()
        return
      default:
        assertNever(recorded)
    }
  })

  if (pressed === null) {
    return (
      <div className="recorder" ref={box} tabIndex={-1} role="group" aria-label={t('keys.press', { name })}>
        <p role="status" className="recorder-prompt">
          {t('keys.press', { name })}
        </p>
        <p className="muted">{t('keys.hint')}</p>
        <div className="recorder-buttons">
          <Button className="button small" onPress={onEnd}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    )
  }
  return <Verdict id={id} shortcut={pressed} onUse={() => store(pressed)} onEnd={onEnd} />
}

interface VerdictProps extends ShortcutRecorderProps {
  readonly shortcut: string
  readonly onUse: () => void
}

/** What stands in the way of the keys that were pressed, and the choice to take them. */
function Verdict({ id, shortcut, onUse, onEnd }: VerdictProps) {
  const t = useTranslate()
  const { platform, shell } = useAppState((state) => state.info)
  const shortcuts = useAppState((state) => state.settings.shortcuts)
  const verdict = checkShortcut(shortcut, id, shortcuts, platform)
  const keys = shortcutLabel(shortcut, platform)
  const held = verdict.kind === 'held' ? verdict.by : null
  const usable = verdict.kind === 'free' || held !== null
  const inSource = editorUseOf(shortcut, platform)
  const notes = usable
    ? [
        held === null && inSource !== null && t('keys.editorHas', { keys, name: t(inSource) }),
        shell === 'browser' && browserKeeps(shortcut, platform) && t('keys.browser', { keys }),
        writesCharacter(shortcut, platform) && t('keys.types', { keys }),
      ].filter((it) => it !== false)
    : []
  const text = {
    free: t('keys.free', { keys }),
    same: t('keys.same', { keys, name: t(titleKey(id)) }),
    held: held === null ? '' : t('keys.takenFrom', { keys, name: t(titleKey(held)) }),
    needsModifier: t('keys.needsModifier', { keys }),
    reserved: t('keys.reserved', { keys }),
  }[verdict.kind]
  return (
    <div className="recorder" role="group" aria-label={t('keys.press', { name: t(titleKey(id)) })}>
      <p role="status" className="recorder-prompt" data-bad={usable ? undefined : ''}>
        {text}
      </p>
      {notes.map((note) => (
        <p key={note} className="muted">
          {note}
        </p>
      ))}
      <div className="recorder-buttons">
        <Button className="button small" autoFocus={!usable} onPress={onEnd}>
          {t('common.cancel')}
        </Button>
        {usable && (
          <Button className="button small primary" autoFocus onPress={onUse}>
            {t(held === null ? 'keys.use' : 'keys.takeOver', { keys })}
          </Button>
        )}
      </div>
    </div>
  )
}
