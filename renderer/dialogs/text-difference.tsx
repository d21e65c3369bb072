import { useMemo } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import { difference, excerpt, type DifferenceRow } from './difference.ts'

export interface TextDifferenceProps {
  readonly left: string
  readonly right: string
  readonly leftLabel: string
  readonly rightLabel: string
}

/** Rows rendered at most; more are counted in a sentence. */
const MOST_ROWS = 2_000

/** Two texts side by side with their differing lines marked, read-only. */
export function TextDifference({ left, right, leftLabel, rightLabel }: TextDifferenceProps) {
  const t = useTranslate()
  const { rows, added, removed } = useMemo(() => difference(left, right), [left, right])
  if (added === 0 && removed === 0) return <p className="muted">{t('compare.same')}</p>
  return (
    <>
      <p className="muted">{t('compare.summary', { added, removed })}</p>
      <div className="difference" tabIndex={0} role="group" aria-label={t('compare.table')}>
        <table className="difference-table">
          <caption className="visually-hidden">{t('compare.table')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('compare.line')}</span>
              </th>
              <th scope="col">{leftLabel}</th>
              <th scope="col">
                <span className="visually-hidden">{t('compare.line')}</span>
              </th>
              <th scope="col">{rightLabel}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row, index) => (
              <Row key={index} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST_ROWS && (
        <p className="muted">{t('compare.more', { n: rows.length - MOST_ROWS })}</p>
      )}
    </>
  )
}

function Row({ row }: { readonly row: DifferenceRow }) {
  const t = useTranslate()
  if (row.kind === 'skipped') {
    return (
      <tr className="difference-skipped">
        <td colSpan={4}>{t('compare.unchanged', { n: row.lines })}</td>
      </tr>
    )
  }
  const changed = row.kind === 'changed'
  const side = (line: typeof row.left, name: 'removed' | 'added', beside: typeof row.left) => (
    <>
      <td className="difference-line">{line?.line}</td>
      <td
        className="difference-text"
        data-change={changed && line ? name : undefined}
        data-none={!line || undefined}
      >
        {changed && line && (
          <span className="visually-hidden">
            {t(name === 'removed' ? 'compare.removedLine' : 'compare.addedLine')}{' '}
          </span>
        )}
        {line && excerpt(line.text, beside?.text)}
      </td>
    </>
  )
  return (
    <tr>
      {side(row.left, 'removed', row.right)}
      {side(row.right, 'added', row.left)}
    </tr>
  )
}
