import { useContext, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Problem } from '../../core/checks/problem.ts'
import type { FrontMatter } from '../../core/front-matter/model.ts'
import { AddField } from './add-field.tsx'
import { EmptyForm } from './empty-form.tsx'
import { FieldRows } from './field-row.tsx'
import { FormContext } from './form-context.ts'
import { FormHead } from './form-head.tsx'
import { IncompleteNote } from './incomplete-note.tsx'
import { MissingFields } from './missing-fields.tsx'
import { ProblemNote } from './field-notes.tsx'
import { homeless } from './problems-of.ts'
import { SchemaMenu } from './schema-menu.tsx'
import { useFormModel, type FormArticle } from './use-form-model.ts'
import { LanguageContext, useTranslate } from '../i18n/use-translate.ts'
import './front-matter-form.css'

export interface FrontMatterFormProps extends FormArticle {
  readonly tabId: string
  /** What is wrong with the front matter, with fixes. */
  readonly problems: readonly Problem[]
  readonly onShowRaw: () => void
}

/** The front matter of an article as a form: a view of the one text, which it changes by minimal edits. */
export function FrontMatterForm(props: FrontMatterFormProps) {
  return <Form key={props.tabId} {...props} />
}

function Form(props: FrontMatterFormProps) {
  const { frontMatter, problems, readOnly, onShowRaw } = props
  const { fields, block, complete } = frontMatter
  const t = useTranslate()
  const language = useContext(LanguageContext)
  const { model, refusals, announcement, element, configProblems, automaticSchema } = useFormModel(props)
  const loose = useMemo(() => homeless(problems, fields), [problems, fields])
  const hiding = complete ? null : hidingProblem(problems, frontMatter)
  const empty = block === null
  const refusal = refusals.get('')
  return (
    <I18nProvider locale={language}>
      <FormContext value={model}>
        <form
          ref={element}
          className="fm-form"
          aria-label={t('form.name')}
          autoComplete="off"
          onSubmit={(event) => event.preventDefault()}
        >
          <FormHead problems={problems} onShowRaw={empty ? null : onShowRaw} />
          {loose
            .filter((problem) => problem.code !== hiding?.code || problem.line !== hiding.line)
            .map((problem, at) => (
              <ProblemNote key={`${problem.code}-${at}`} path="" problem={problem} />
            ))}
          {configProblems.map((problem, at) => (
            <ProblemNote key={`${problem.code}-${at}`} path="" problem={problem} />
          ))}
          {!complete && <IncompleteNote problem={hiding} fields={fields} onShowRaw={onShowRaw} />}
          {empty ? (
            <EmptyForm />
          ) : (
            <div className="fm-fields">
              <FieldRows fields={fields} problems={problems} refusals={refusals} />
            </div>
          )}
          {refusal !== undefined && (
            <p className="fm-note" data-severity="error" role="alert">
              {t(`form.refused.${refusal}`)}
            </p>
          )}
          {!empty && !readOnly && complete && (
            <MissingFields known={model.schema.fields} fields={fields} parent={null} />
          )}
          {!empty && !readOnly && <AddField fields={fields} parent={null} enabled={complete} />}
          {automaticSchema !== null && (
            <SchemaMenu
              chosen={props.chosenSchema}
              automatic={automaticSchema}
              onChoose={props.onChooseSchema}
            />
          )}
          <p id={model.chipHelpId} hidden>
            {t('form.list.help')}
          </p>
          <p className="visually-hidden" aria-live="polite">
            {announcement}
          </p>
        </form>
      </FormContext>
    </I18nProvider>
  )
}

/** The error behind which the rest is hidden: its likely cause where one was found, else what the reader met. */
function hidingProblem(problems: readonly Problem[], frontMatter: FrontMatter): Problem | null {
  const isError = (one: Problem) => one.severity === 'error'
  return problems.find(isError) ?? frontMatter.problems.find(isError) ?? null
}
