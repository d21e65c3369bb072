import { Code } from 'lucide-react'
import type { Problem } from '../../core/checks/problem.ts'
import { useTranslate } from '../i18n/use-translate.ts'

interface FormHeadProps {
  readonly problems: readonly Problem[]
  /** Null: there is no source to show. */
  readonly onShowRaw: (() => void) | null
}

/** Title, how many problems there are, and the way to the source. */
export function FormHead({ problems, onShowRaw }: FormHeadProps) {
  const t = useTranslate()
  const worst = problems.some((one) => one.severity === 'error') ? 'error' : 'warning'
  const count = problems.filter((one) => one.severity !== 'info').length
  return (
    <header className="fm-head">
      <h2 className="fm-title">{t('form.name')}</h2>
      {count > 0 && (
        <span className="fm-count" data-severity={worst}>
          {t('form.problems', { count })}
        </span>
      )}
      {onShowRaw !== null && (
        <button type="button" className="fm-button fm-show-source" onClick={onShowRaw}>
          <Code aria-hidden size={14} />
          {t('form.showSource')}
        </button>
      )}
    </header>
  )
}
