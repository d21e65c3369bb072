import { useEffect, useState } from 'react'
import { Button, ListBox, ListBoxItem } from 'react-aria-components'
import type { HistoryVersion } from '../../core/contract.ts'
import { failureText } from '../i18n/failure-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { DialogState, Failure } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { TextDifference } from './text-difference.tsx'

/** Characters shown of a version that nothing is compared with. */
const MOST_SHOWN = 100_000

/** The saved versions of an article by time: each beside the text of now, to look at and to restore. */
export function HistoryDialog({
  path,
  name,
  current,
  canRestore,
}: Extract<DialogState, { kind: 'history' }>) {
  const t = useTranslate()
  const app = useApp()
  const language = useAppState((state) => state.language)
  const [versions, setVersions] = useState<readonly HistoryVersion[] | null>(null)
  const [chosen, setChosen] = useState<HistoryVersion | null>(null)
  const [text, setText] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  useEffect(() => {
    let gone = false
    void app.bridge.call('history.list', path).then((reply) => {
      if (gone) return
      setVersions(reply.ok ? reply.value : [])
      if (reply.ok) setChosen(reply.value[0] ?? null)
      else setFailure(reply)
    })
    return () => {
      gone = true
    }
  }, [app, path])

  useEffect(() => {
    if (chosen === null) return
    let gone = false
    void app.bridge.call('history.read', path, chosen.id).then((reply) => {
      if (gone) return
      setText(reply.ok ? reply.value : null)
      setFailure(reply.ok ? null : reply)
    })
    return () => {
      gone = true
    }
  }, [app, path, chosen])

  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <DialogFrame title={t('history.title', { name })} size="huge">
      {current === null && <p className="muted">{t('history.lost')}</p>}
      {versions === null && <p className="muted">{t('history.loading')}</p>}
      {versions?.length === 0 && <p className="muted">{t('history.none')}</p>}
      {failure && (
        <p className="field-error" role="alert">
          {failureText(t, failure)}
        </p>
      )}
      {versions !== null && versions.length > 0 && (
        <div className="history">
          <ListBox
            className="history-list"
            aria-label={t('history.list')}
            selectionMode="single"
            disallowEmptySelection
            autoFocus
            selectedKeys={chosen ? [chosen.id] : []}
            onSelectionChange={(keys) => {
              const next = versions.find(({ id }) => keys !== 'all' && keys.has(id))
              setText(null)
              setChosen(next ?? null)
            }}
          >
            {versions.map((version) => {
              const when = time.format(version.savedAt)
              return (
                <ListBoxItem key={version.id} id={version.id} className="history-item" textValue={when}>
                  <span>{when}</span>
                  <span className="history-size">{sizeText(version.size, language)}</span>
                </ListBoxItem>
              )
            })}
          </ListBox>
          <div className="history-text">{text !== null && <VersionText text={text} current={current} />}</div>
        </div>
      )}
      <div className="dialog-buttons">
        <Button className="button apart" onPress={() => app.answer(null)}>
          {t('common.close')}
        </Button>
        {canRestore && (
          <Button
            className="button primary"
            isDisabled={text === null || chosen === null || text === current}
            onPress={() => {
              if (text !== null && chosen) app.answer({ text, encoding: chosen.encoding })
            }}
          >
            {t('history.restore')}
          </Button>
        )}
      </div>
    </DialogFrame>
  )
}

/** A version beside the text of now, or alone when there is none. */
function VersionText({ text, current }: { readonly text: string; readonly current: string | null }) {
  const t = useTranslate()
  if (current !== null) {
    return (
      <TextDifference
        left={text}
        right={current}
        leftLabel={t('history.version')}
        rightLabel={t('history.current')}
      />
    )
  }
  return (
    <pre className="history-plain" tabIndex={0} role="group" aria-label={t('history.text')}>
      {text.slice(0, MOST_SHOWN)}
    </pre>
  )
}

function sizeText(bytes: number, language: string): string {
  const large = bytes >= 1024
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: large ? 'kilobyte' : 'byte',
    unitDisplay: large ? 'short' : 'long',
    maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / 1024 : bytes)
}
