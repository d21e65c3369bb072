import { TriangleAlert } from 'lucide-react'
import type { FrontMatter } from '../../core/front-matter/model.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { ProblemNote } from './field-notes.tsx'

interface IncompleteNoteProps {
  readonly frontMatter: FrontMatter
  readonly onShowRaw: () => void
}

/** Says which line hides the rest of the front matter and why; the fields above it stay editable. */
export function IncompleteNote({ frontMatter, onShowRaw }: IncompleteNoteProps) {
  const t = useTranslate()
  const problem = frontMatter.problems.find((one) => one.severity === 'error')
  return (
    <div className="fm-incomplete" role="alert">
      <TriangleAlert aria-hidden size={16} />
      <div>
        <p className="fm-incomplete-title">
          {problem === undefined ? t('form.incomplete') : t('form.incompleteAt', { line: problem.line })}
        </p>
        {problem !== undefined && <ProblemNote path="" problem={problem} />}
        <p>{t(frontMatter.fields.length > 0 ? 'form.incompleteRest' : 'form.incompleteAll')}</p>
        <button type="button" className="fm-button" onClick={onShowRaw}>
          {t('form.showSource')}
        </button>
      </div>
    </div>
  )
}
