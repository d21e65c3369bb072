import type { Problem } from '../../core/checks/problem.ts'
import type { EditErrorCode } from '../../core/front-matter/edit-error.ts'
import { problemText } from '../i18n/problem-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useForm } from './form-context.ts'
import { fixText } from './fix-text.ts'

interface FieldNotesProps {
  readonly id: string
  readonly path: string
  readonly problems: readonly Problem[]
  /** Why the last edit here was refused. */
  readonly refusal: EditErrorCode | null
  readonly alias: boolean
}

/** What is wrong with a field, each with the button that mends it, and why an edit was refused. */
export function FieldNotes({ id, path, problems, refusal, alias }: FieldNotesProps) {
  const t = useTranslate()
  if (problems.length === 0 && refusal === null && !alias) return null
  return (
    <div className="fm-notes" id={id}>
      {refusal !== null && (
        <p className="fm-note" data-severity="error" role="alert">
          {t(`form.refused.${refusal}`)}
        </p>
      )}
      {alias && (
        <p className="fm-note" data-severity="info">
          {t('form.alias')}
        </p>
      )}
      {problems.map((problem, at) => (
        <ProblemNote key={`${problem.code}-${at}`} path={path} problem={problem} />
      ))}
    </div>
  )
}

/** One problem with its fix; the fix is one undo step. */
export function ProblemNote({ path, problem }: { readonly path: string; readonly problem: Problem }) {
  const form = useForm()
  const t = useTranslate()
  const { fix } = problem
  return (
    <div className="fm-note" data-severity={problem.severity}>
      <span>{problemText(t, problem)}</span>
      {fix !== undefined && form.fixable && (
        <button type="button" className="fm-fix" onClick={() => form.write(path, 'step', () => fix.edits)}>
          {fixText(t, problem)}
        </button>
      )}
    </div>
  )
}
