import { useEffect, useMemo, useRef, useState } from 'react'
import { CircleCheck } from 'lucide-react'
import { Button } from 'react-aria-components'
import { applyEdits } from '../../core/article/text-edit.ts'
import { editsOf, examineHtml, MOST_FINDINGS, type Examination } from '../../core/doctor/examine.ts'
import type { Finding } from '../../core/doctor/finding.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { useTranslate } from '../i18n/use-translate.ts'
import type { DialogState } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { ChangeList } from './change-list.tsx'
import { compareRenderings } from './compare/compare-renderings.ts'
import type { DomToken } from './compare/dom-tokens.ts'
import type { RenderingChange } from './compare/rendering-change.ts'
import { FindingDetail } from './finding-detail.tsx'
import { FindingList } from './finding-list.tsx'
import { inSlices } from './in-slices.ts'
import { htmlRendering, shownSteps } from './rendering-of.ts'
import './convert.css'

/** Milliseconds after the last choice until the renderings are compared. */
const REST = 150
const NONE: ReadonlySet<Finding> = new Set()

/** Shows what a page scraped from the web has left in a body, each with its fix, and mends what is chosen. */
export function DoctorDialog({ text, body }: Extract<DialogState, { kind: 'doctor' }>) {
  const t = useTranslate()
  const app = useApp()
  const html = useMemo(() => text.slice(body.from, body.to), [text, body])
  const [examination, setExamination] = useState<Examination | null>(null)
  const [chosen, setChosen] = useState(NONE)
  const [current, setCurrent] = useState<Finding | null>(null)
  const changes = useEffectOf(html, body.from, chosen)

  useEffect(() => {
    const stop = new AbortController()
    void inSlices(examineHtml(html), stop.signal).then(
      (found) => {
        if (stop.signal.aborted) return
        setExamination(found)
        setChosen(new Set(found.findings))
        setCurrent(found.findings[0] ?? null)
      },
      (error: unknown) => {
        if (!stop.signal.aborted) throw error
      },
    )
    return () => stop.abort()
  }, [html])

  const findings = examination?.findings ?? []
  const place = (span: Finding['span']) => ({ from: body.from + span.from, to: body.from + span.to })
  return (
    <DialogFrame title={t('doctor.title')} size="huge">
      <div role="status">
        {examination === null ? (
          <p className="muted">{t('doctor.working')}</p>
        ) : findings.length === 0 ? (
          <p className="convert-same">
            <CircleCheck className="icon" aria-hidden size={16} />
            {t('doctor.well')}
          </p>
        ) : (
          <p>{t('doctor.found', { n: findings.length })}</p>
        )}
        {examination?.more === true && <p className="muted">{t('doctor.more', { n: MOST_FINDINGS })}</p>}
      </div>
      {findings.length > 0 && (
        <div className="doctor">
          <FindingList
            findings={findings}
            html={text}
            from={body.from}
            chosen={chosen}
            current={current}
            onChoose={setChosen}
            onCurrent={setCurrent}
          />
          <div className="doctor-side">
            {current && (
              <FindingDetail
                html={html}
                finding={current}
                onShow={() => app.answer({ goTo: place(current.span) })}
              />
            )}
            <section className="doctor-effect" aria-label={t('doctor.effect')}>
              <h3 className="doctor-heading">{t('doctor.effect')}</h3>
              {chosen.size === 0 ? (
                <p className="muted">{t('doctor.none')}</p>
              ) : changes === null ? (
                <p className="muted">{t('doctor.working')}</p>
              ) : changes.length === 0 ? (
                <p className="muted">{t('doctor.same')}</p>
              ) : (
                <ChangeList changes={changes} text={text} onGoTo={(goTo) => app.answer({ goTo })} />
              )}
            </section>
          </div>
        </div>
      )}
      <div className="dialog-buttons">
        <Button className="button" onPress={() => app.answer(null)}>
          {t('common.close')}
        </Button>
        {findings.length > 0 && (
          <Button
            className="button primary"
            isDisabled={chosen.size === 0}
            onPress={() => {
              const edits = editsOf([...chosen])
              app.answer({ edits: edits.map((edit) => ({ ...edit, ...place(edit) })) })
            }}
          >
            {chosen.size === 0 ? t('doctor.fixNone') : t('doctor.fix', { n: chosen.size })}
          </Button>
        )}
      </div>
    </DialogFrame>
  )
}

/** What readers will see differently when these are mended; null while it is not known yet. */
function useEffectOf(
  html: string,
  from: number,
  chosen: ReadonlySet<Finding>,
): readonly RenderingChange[] | null {
  const before = useRef<{ readonly html: string; readonly shown: readonly DomToken[] } | null>(null)
  const [known, setKnown] = useState<{
    readonly of: ReadonlySet<Finding>
    readonly changes: readonly RenderingChange[]
  } | null>(null)
  useEffect(() => {
    if (chosen.size === 0) return
    const stop = new AbortController()
    const { signal } = stop
    const compare = async (): Promise<void> => {
      if (before.current?.html !== html)
        before.current = { html, shown: await inSlices(htmlRendering(html, from), signal) }
      const after = await inSlices(shownSteps(applyEdits(html, editsOf([...chosen]))), signal)
      const changes = await inSlices(compareRenderings(before.current.shown, after), signal)
      setKnown({ of: chosen, changes })
    }
    const timer = setTimeout(() => {
      compare().catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
    }, REST)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [html, from, chosen])
  return known?.of === chosen ? known.changes : null
}
