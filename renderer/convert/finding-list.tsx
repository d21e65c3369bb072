import { useMemo } from 'react'
import { DOCTOR_CODES, type DoctorCode, type Finding } from '../../core/doctor/finding.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { lineFinder } from './line-finder.ts'

export interface FindingListProps {
  readonly findings: readonly Finding[]
  /** The article, and where its body begins. */
  readonly html: string
  readonly from: number
  readonly chosen: ReadonlySet<Finding>
  readonly current: Finding | null
  readonly onChoose: (chosen: ReadonlySet<Finding>) => void
  readonly onCurrent: (finding: Finding) => void
}

/** The findings by kind, each with a tick; the tick of a kind is that of all in it. */
export function FindingList(props: FindingListProps) {
  const { findings, html, chosen, onChoose } = props
  const t = useTranslate()
  const kinds = useMemo(() => byCode(findings), [findings])
  const lineOf = useMemo(() => lineFinder(html), [html])
  const choose = (some: readonly Finding[], on: boolean): void => {
    const next = new Set(chosen)
    for (const one of some) {
      if (on) next.add(one)
      else next.delete(one)
    }
    onChoose(next)
  }
  return (
    <div className="doctor-list" role="group" aria-label={t('doctor.list')}>
      {kinds.map(([code, some]) => {
        const count = some.filter((one) => chosen.has(one)).length
        return (
          <section key={code} aria-label={t(`doctor.${code}`)}>
            <label className="doctor-kind">
              <input
                type="checkbox"
                checked={count === some.length}
                ref={(box) => {
                  if (box) box.indeterminate = count > 0 && count < some.length
                }}
                onChange={(event) => choose(some, event.target.checked)}
              />
              <span className="doctor-kind-name">{t(`doctor.${code}`)}</span>
              <span className="muted">{some.length}</span>
            </label>
            <ul>
              {some.map((finding) => (
                <FindingRow
                  key={`${finding.span.from} ${finding.edits[0]?.from ?? 0}`}
                  {...props}
                  finding={finding}
                  lineOf={lineOf}
                  onTick={(on) => choose([finding], on)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

interface FindingRowProps extends FindingListProps {
  readonly finding: Finding
  readonly lineOf: (offset: number) => number
  readonly onTick: (on: boolean) => void
}

function FindingRow({ finding, lineOf, from, chosen, current, onTick, onCurrent }: FindingRowProps) {
  const t = useTranslate()
  const line = lineOf(from + finding.span.from)
  const name = `${t('convert.line', { line })}: ${finding.about}`
  return (
    <li className="doctor-finding" data-current={finding === current || undefined}>
      <input
        type="checkbox"
        checked={chosen.has(finding)}
        aria-label={name}
        onChange={(event) => onTick(event.target.checked)}
      />
      <button
        type="button"
        className="doctor-about"
        aria-pressed={finding === current}
        onClick={() => onCurrent(finding)}
      >
        <span className="doctor-line">{t('convert.line', { line })}</span>
        <span className="doctor-text">{finding.about}</span>
      </button>
    </li>
  )
}

function byCode(findings: readonly Finding[]): readonly (readonly [DoctorCode, readonly Finding[]])[] {
  return DOCTOR_CODES.map((code) => [code, findings.filter((one) => one.code === code)] as const).filter(
    ([, some]) => some.length > 0,
  )
}
