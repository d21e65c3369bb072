import { Button } from 'react-aria-components'
import { applyEdits, type Span } from '../../core/article/text-edit.ts'
import type { Finding } from '../../core/doctor/finding.ts'
import { useTranslate } from '../i18n/use-translate.ts'

export interface FindingDetailProps {
  readonly html: string
  readonly finding: Finding
  readonly onShow: () => void
}

/** Most of the source that is shown, and how much of it around the place itself. */
const MOST = 1200
const AROUND = 60

/** The source of a finding as it is and as it would be mended. */
export function FindingDetail({ html, finding, onShow }: FindingDetailProps) {
  const t = useTranslate()
  const { head, middle, tail, mended } = excerpt(html, finding)
  return (
    <section className="doctor-detail">
      <div className="doctor-detail-head">
        <h3 className="doctor-heading">{t(`doctor.${finding.code}`)}</h3>
        <Button className="button" onPress={onShow}>
          {t('convert.showPlace')}
        </Button>
      </div>
      <p className="doctor-label">{t('doctor.before')}</p>
      <pre className="doctor-code" tabIndex={0} aria-label={t('doctor.before')}>
        {head}
        <mark data-change="removed">{middle}</mark>
        {tail}
      </pre>
      <p className="doctor-label">{t('doctor.after')}</p>
      <pre className="doctor-code" tabIndex={0} aria-label={t('doctor.after')}>
        {head}
        {mended === '' ? (
          <span className="muted">{t('doctor.removed')}</span>
        ) : (
          <mark data-change="added">{mended}</mark>
        )}
        {tail}
      </pre>
    </section>
  )
}

interface Excerpt {
  readonly head: string
  /** What the edits touch, from the first to the last. */
  readonly middle: string
  readonly tail: string
  readonly mended: string
}

function excerpt(html: string, { edits }: Finding): Excerpt {
  const touched: Span = {
    from: Math.min(...edits.map(({ from }) => from)),
    to: Math.max(...edits.map(({ to }) => to)),
  }
  const start = Math.max(0, touched.from - AROUND)
  const end = Math.min(html.length, touched.to + AROUND)
  const middle = html.slice(touched.from, touched.to)
  const moved = edits.map((edit) => ({ ...edit, from: edit.from - touched.from, to: edit.to - touched.from }))
  return {
    head: (start > 0 ? '…' : '') + html.slice(start, touched.from),
    middle: brief(middle),
    tail: html.slice(touched.to, end) + (end < html.length ? '…' : ''),
    mended: brief(applyEdits(middle, moved)),
  }
}

function brief(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}
