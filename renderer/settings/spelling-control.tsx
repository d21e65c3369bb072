import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { CheckboxGroup, Label } from 'react-aria-components'
import type { Reply, SpellingState } from '../../core/contract.ts'
import type { SpellingSettings } from '../../core/settings.ts'
import { failureText } from '../i18n/failure-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { IconButton } from '../panels/icon-button.tsx'
import type { Failure } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { Box } from './box.tsx'

/** Whether spelling is checked, in which languages, where dictionaries come from, and the writer's own words. */
export function SpellingControl() {
  const t = useTranslate()
  const app = useApp()
  const spelling = useAppState((state) => state.settings.spelling)
  const language = useAppState((state) => state.language)
  const platform = useAppState((state) => state.info.platform)
  const [state, setState] = useState<SpellingState | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const words = useRef<HTMLDivElement>(null)
  const change = (patch: Partial<SpellingSettings>): void =>
    app.changeSettings({ spelling: { ...spelling, ...patch } })

  useEffect(() => {
    let gone = false
    void app.bridge.call('spelling.state').then((reply) => {
      if (gone) return
      setState(reply.ok ? reply.value : null)
      setFailure(reply.ok ? null : reply)
    })
    return () => {
      gone = true
    }
  }, [app])

  const follow = (reply: Reply<SpellingState>): void => {
    if (reply.ok) setState(reply.value)
    else setFailure(reply)
  }
  const forget = async (word: string): Promise<void> => {
    words.current?.focus()
    const reply = await app.bridge.call('spelling.forget', word)
    follow(reply)
    if (!reply.ok) return
    const label = t('settings.undo.forgot', { name: word })
    const run = (): void => void app.bridge.call('spelling.add', word).then(follow)
    app.offerSettingsUndo({ label, keys: [], run })
  }

  const nameOf = new Intl.DisplayNames(language, { type: 'language' })
  return (
    <div className="setting-parts">
      {failure && (
        <p className="field-error" role="alert">
          {failureText(t, failure)}
        </p>
      )}
      <Box isSelected={spelling.enabled} onChange={(enabled) => change({ enabled })}>
        {t('settings.spelling.enabled')}
      </Box>
      {platform !== 'darwin' && (
        <Box isSelected={spelling.download} onChange={(download) => change({ download })}>
          {t('settings.spelling.download')}
        </Box>
      )}
      {state !== null && state.available.length > 0 && (
        <CheckboxGroup
          className="check-columns"
          value={[...spelling.languages]}
          onChange={(languages) => change({ languages })}
        >
          <Label className="check-heading">{t('settings.spelling.languages')}</Label>
          {state.available.map((tag) => (
            <Box key={tag} value={tag}>
              {nameOf.of(tag) ?? tag}
            </Box>
          ))}
        </CheckboxGroup>
      )}
      {state !== null && (
        <div ref={words} tabIndex={-1}>
          <p id="spelling-words" className="check-heading">
            {t('settings.spelling.words')}
          </p>
          {state.words.length === 0 && <p className="muted">{t('settings.spelling.noWords')}</p>}
          <ul className="word-list" aria-labelledby="spelling-words">
            {state.words.map((word) => (
              <li key={word} className="word">
                {word}
                <IconButton label={t('settings.remove', { name: word })} onPress={() => void forget(word)}>
                  <X className="icon" aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
