import { TriangleAlert } from 'lucide-react'
import type { Problem } from '../../core/checks/problem.ts'
import type { Field } from '../../core/front-matter/model.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { ProblemNote } from './field-notes.tsx'

interface IncompleteNoteProps {
  /** What hides the rest. */
  readonly problem: Problem | null
  /** Those that can be shown. */
  readonly fields: readonly Field[]
  readonly onShowRaw: () => void
}

/** Says which line hides the rest of the front matter and why; the fields above it stay editable. */
export function IncompleteNote({ problem, fields, onShowRaw }: IncompleteNoteProps) {
  const t = useTranslate()
  return (
    <div className="fm-incomplete" role="alert">
      <TriangleAlert aria-hidden size={16} />
      <div>
        <p className="fm-incomplete-title">
          {problem === null ? t('form.incomplete') : t('form.incompleteAt', { line: problem.line })}
        </p>
        {problem !== null && <ProblemNote path="" problem={problem} />}
        <p>{t(fields.length > 0 ? 'form.incompleteRest' : 'form.incompleteAll')}</p>
        <button type="button" className="fm-button" onClick={onShowRaw}>
          {t('form.showSource')}
        </button>
      </div>
    </div>
  )
}
