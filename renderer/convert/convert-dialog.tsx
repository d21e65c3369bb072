import { useEffect, useState } from 'react'
import { CircleCheck } from 'lucide-react'
import { Button, ProgressBar, useLocale } from 'react-aria-components'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { useTranslate } from '../i18n/use-translate.ts'
import type { DialogState } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { ChangeList } from './change-list.tsx'
import { runConvertTask, type ConvertOutcome, type ConvertTask } from './convert-task.ts'
import { TooCostly } from './rendering-of.ts'
import './convert.css'

type Styling = 'keep' | 'drop'

/** What the work came to so far. */
type Progress =
  | { readonly kind: 'working'; readonly percent: number }
  | { readonly kind: 'done'; readonly outcome: ConvertOutcome }
  | { readonly kind: 'failed'; readonly error: unknown }

const WORKING: Progress = { kind: 'working', percent: 0 }

/** Does a conversion aside, says everything that would be lost or changed by it, and asks before it is made. */
export function ConvertDialog({ task, text }: Extract<DialogState, { kind: 'convert' }>) {
  const t = useTranslate()
  const app = useApp()
  const [styling, setStyling] = useState<Styling>('keep')
  const [progress, setProgress] = useState(WORKING)

  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const tell = (done: number): void => {
      const percent = Math.floor(done * 100)
      if (signal.aborted) return
      setProgress((now) =>
        now.kind === 'working' && now.percent === percent ? now : { kind: 'working', percent },
      )
    }
    runConvertTask(task, styling, signal, tell).then(
      (outcome) => {
        if (!signal.aborted) setProgress({ kind: 'done', outcome })
      },
      (error: unknown) => {
        if (!signal.aborted) setProgress({ kind: 'failed', error })
      },
    )
    return () => stop.abort()
  }, [task, styling])

  const converts = task.kind === 'toMarkdown' || task.kind === 'toHtml'
  const ready = progress.kind === 'done' && progress.outcome.edits.length > 0
  return (
    <DialogFrame title={t(`convert.${task.kind}.title`)} size="large">
      {!task.whole && <p className="muted">{t('convert.part')}</p>}
      {task.kind === 'toMarkdown' && (
        <StylingChoice
          styling={styling}
          onChange={(next) => {
            setProgress(WORKING)
            setStyling(next)
          }}
        />
      )}
      <div className="convert-result" role="status">
        <Result progress={progress} kind={task.kind} />
      </div>
      {progress.kind === 'working' && <Percent percent={progress.percent} />}
      {progress.kind === 'done' && progress.outcome.changes.length > 0 && (
        <ChangeList changes={progress.outcome.changes} text={text} onGoTo={(goTo) => app.answer({ goTo })} />
      )}
      <div className="dialog-buttons">
        {progress.kind === 'failed' && progress.error instanceof TooCostly && (
          <ShowPlace error={progress.error} onGoTo={(goTo) => app.answer({ goTo })} />
        )}
        <Button className="button" onPress={() => app.answer(null)}>
          {t('common.cancel')}
        </Button>
        <Button
          className="button primary"
          autoFocus
          isDisabled={!ready}
          onPress={() => {
            if (progress.kind === 'done') app.answer({ edits: progress.outcome.edits })
          }}
        >
          {t(converts ? 'convert.apply' : 'convert.applyFormat')}
        </Button>
      </div>
    </DialogFrame>
  )
}

/** How far the work is; it comes into sight when the work takes longer than a moment. */
function Percent({ percent }: { readonly percent: number }) {
  const t = useTranslate()
  const { locale } = useLocale()
  const number = new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100)
  return (
    <ProgressBar
      className="convert-progress"
      aria-label={t('convert.progress')}
      value={percent}
      style={{ '--progress-done': percent / 100 }}
    >
      <span className="progress-track" data-known />
      <span className="convert-percent">{number}</span>
    </ProgressBar>
  )
}

interface ResultProps {
  readonly progress: Progress
  readonly kind: ConvertTask['kind']
}

function Result({ progress, kind }: ResultProps) {
  const t = useTranslate()
  if (progress.kind === 'working') return <p className="muted">{t('convert.working')}</p>
  if (progress.kind === 'failed') {
    const { error } = progress
    const reason = error instanceof Error ? error.message : String(error)
    return (
      <p className="field-error">
        {error instanceof TooCostly ? t('convert.failed') : t('convert.error', { reason })}
      </p>
    )
  }
  const { edits, changes, kept } = progress.outcome
  return (
    <>
      {edits.length === 0 ? (
        <p>{t(kind === 'toMarkdown' ? 'convert.allHtml' : 'convert.nothing')}</p>
      ) : changes.length === 0 ? (
        <p className="convert-same">
          <CircleCheck className="icon" aria-hidden size={16} />
          {t('convert.same')}
        </p>
      ) : (
        <p>{t('convert.differences', { n: changes.length })}</p>
      )}
      {kept > 0 && <p className="muted">{t('convert.kept', { n: kept })}</p>}
    </>
  )
}

interface StylingChoiceProps {
  readonly styling: Styling
  readonly onChange: (styling: Styling) => void
}

function StylingChoice({ styling, onChange }: StylingChoiceProps) {
  const t = useTranslate()
  return (
    <fieldset className="convert-choice">
      <legend>{t('convert.styling')}</legend>
      {(['keep', 'drop'] as const).map((value) => (
        <label key={value} className="convert-option">
          <input type="radio" name="styling" checked={styling === value} onChange={() => onChange(value)} />
          <span>
            <span className="convert-option-name">{t(`convert.${value}`)}</span>
            <span className="muted">{t(`convert.${value}Hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface ShowPlaceProps {
  readonly error: TooCostly
  readonly onGoTo: (place: TooCostly['span']) => void
}

function ShowPlace({ error, onGoTo }: ShowPlaceProps) {
  const t = useTranslate()
  return (
    <Button className="button apart" onPress={() => onGoTo(error.span)}>
      {t('convert.showPlace')}
    </Button>
  )
}
