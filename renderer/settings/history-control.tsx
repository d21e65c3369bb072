import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { HistoryUsage } from '../../core/contract.ts'
import { failureText } from '../i18n/failure-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { Failure } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'

/** How much the earlier versions take, and deleting them all after asking once more. */
export function HistoryControl() {
  const t = useTranslate()
  const app = useApp()
  const language = useAppState((state) => state.language)
  const [usage, setUsage] = useState<HistoryUsage | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState(false)

  useEffect(() => {
    let gone = false
    void app.bridge.call('history.usage').then((reply) => {
      if (gone) return
      setUsage(reply.ok ? reply.value : null)
      setFailure(reply.ok ? null : reply)
    })
    return () => {
      gone = true
    }
  }, [app])

  const stop = (): void => {
    place.current?.focus()
    setAsking(false)
  }
  const clear = async (): Promise<void> => {
    stop()
    const reply = await app.bridge.call('history.clear')
    setFailure(reply.ok ? null : reply)
    if (reply.ok) setUsage({ bytes: 0, versions: 0 })
  }

  const megabytes = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  return (
    <div className="history-clear" ref={place} tabIndex={-1}>
      {failure && (
        <p className="field-error" role="alert">
          {failureText(t, failure)}
        </p>
      )}
      {usage && (
        <span role="status">
          {t('settings.historyClear.usage', {
            n: usage.versions,
            size: megabytes.format(usage.bytes / 1024 / 1024),
          })}
        </span>
      )}
      {asking ? (
        <div className="history-sure" role="group" aria-label={t('settings.historyClear.sure')}>
          <p>{t('settings.historyClear.sure')}</p>
          <Button className="button" autoFocus onPress={stop}>
            {t('common.cancel')}
          </Button>
          <Button className="button danger" onPress={() => void clear()}>
            {t('settings.historyClear.yes')}
          </Button>
        </div>
      ) : (
        <Button
          className="button"
          isDisabled={usage === null || usage.versions === 0}
          onPress={() => setAsking(true)}
        >
          {t('settings.historyClear.clear')}
        </Button>
      )}
    </div>
  )
}
