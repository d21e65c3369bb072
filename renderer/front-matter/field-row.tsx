import { memo, useId, useMemo, useState } from 'react'
import type { Problem } from '../../core/checks/problem.ts'
import type { Field } from '../../core/front-matter/model.ts'
import type { CheckCode } from '../../core/front-matter/checks/check.ts'
import { fieldControl, type ControlKind } from '../../core/front-matter/schemas/field-control.ts'
import { knownField } from '../../core/front-matter/schemas/schema-for.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { AddEntry } from './add-entry.tsx'
import { AddField } from './add-field.tsx'
import { fieldAbout } from './field-about.ts'
import { FieldControl } from './field-control.tsx'
import { FieldMenu } from './field-menu.tsx'
import { FieldNotes } from './field-notes.tsx'
import { FormContext, useForm, type Refusals } from './form-context.ts'
import { homeless, problemsOf } from './problems-of.ts'
import { RenameInput } from './rename-input.tsx'
import { useSteadyKind } from './use-steady-kind.ts'

interface FieldRowProps {
  readonly field: Field
  /** Its place among its siblings, and how many there are. */
  readonly index: number
  readonly count: number
  /** Path of the sibling that takes the focus when this field is removed. */
  readonly neighbour: string | null
  /** Those of this field and of what is in it. */
  readonly problems: readonly Problem[]
  readonly refusals: Refusals
}

interface FieldRowsProps {
  readonly fields: readonly Field[]
  readonly problems: readonly Problem[]
  readonly refusals: Refusals
}

/** The fields of one level in the order of the file. Of duplicate keys only the first can be edited. */
export function FieldRows({ fields, problems, refusals }: FieldRowsProps) {
  const form = useForm()
  const locked = useMemo(() => ({ ...form, readOnly: true }), [form])
  return fields.map((field, index) => {
    const nth = fields.slice(0, index).filter((one) => one.path === field.path).length
    return (
      <FormContext key={`${field.path}#${nth}`} value={nth === 0 ? form : locked}>
        <FieldRow
          field={field}
          index={index}
          count={fields.length}
          neighbour={(fields[index + 1] ?? fields[index - 1])?.path ?? null}
          problems={problemsOf(problems, field)}
          refusals={refusals}
        />
      </FormContext>
    )
  })
}

/** A field: its key as the label, its control, what is wrong with it, and a menu of what can be done with it. */
const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { field, index, count, neighbour, problems, refusals } = props
  const form = useForm()
  const t = useTranslate()
  const id = useId()
  const [renaming, setRenaming] = useState(false)
  const { kind, handlers } = useSteadyKind(fieldControl(field, form.schema))
  const known = knownField(form.schema, field.segments)
  const about = fieldAbout(t, known)
  const required = known?.required ?? false
  const name = field.keySpan === null ? `${index + 1}` : field.key
  const refusal = refusals.get(field.path) ?? null
  const own = ownProblems(problems, field, kind)
  const noted = own.length > 0 || refusal !== null || field.alias
  const labelId = `${id}-key`
  const controlId = `${id}-control`
  const describedBy = [about === null ? '' : `${id}-about`, noted ? `${id}-notes` : ''].join(' ').trim()
  return (
    <div
      className="fm-field"
      data-control={kind}
      data-path={field.path}
      role={kind === 'group' ? 'group' : undefined}
      aria-labelledby={kind === 'group' ? labelId : undefined}
      {...handlers}
    >
      <div className="fm-label">
        {kind === 'group' ? (
          <span className="fm-key" id={labelId} hidden={renaming}>
            {name}
          </span>
        ) : (
          <label className="fm-key" id={labelId} htmlFor={controlId} hidden={renaming}>
            {name}
          </label>
        )}
        {renaming && <RenameInput field={field} onDone={() => setRenaming(false)} />}
        {required && (
          <span className="fm-required" title={t('form.required')} aria-hidden>
            *
          </span>
        )}
        {about !== null && (
          <span className="fm-about" id={`${id}-about`} title={about}>
            {about}
          </span>
        )}
        <FieldMenu
          field={field}
          labelId={labelId}
          index={index}
          count={count}
          neighbour={neighbour}
          onRename={() => setRenaming(true)}
        />
      </div>
      {kind === 'group' ? (
        <FieldGroup field={field} problems={problems} refusals={refusals} />
      ) : (
        <FieldControl
          kind={kind}
          field={field}
          choices={known?.choices ?? []}
          id={controlId}
          aria-labelledby={labelId}
          aria-describedby={describedBy === '' ? undefined : describedBy}
          aria-invalid={own.some((one) => one.severity === 'error') || refusal !== null || undefined}
          aria-required={required || undefined}
        />
      )}
      <FieldNotes id={`${id}-notes`} path={field.path} problems={own} refusal={refusal} alias={field.alias} />
    </div>
  )
}, sameRow)

/** The entries of a map, or the maps of a list, with what adds another one. */
function FieldGroup({ field, problems, refusals }: Pick<FieldRowProps, 'field' | 'problems' | 'refusals'>) {
  const { readOnly } = useForm()
  return (
    <div className="fm-group">
      <FieldRows fields={field.items} problems={problems} refusals={refusals} />
      {!readOnly &&
        (field.kind === 'list' ? (
          <AddEntry list={field} />
        ) : (
          <AddField fields={field.items} parent={field} enabled />
        ))}
    </div>
  )
}

/** A group leaves the problems of its entries to them; a date control says itself what a date leaves open. */
function ownProblems(problems: readonly Problem[], field: Field, kind: ControlKind): readonly Problem[] {
  if (kind === 'group') return homeless(problems, field.items)
  return kind === 'date' ? problems.filter((one) => !SAID_BY_DATE.has(one.code)) : problems
}

const SAID_BY_DATE: ReadonlySet<string> = new Set<CheckCode>(['dateNotUnderstood', 'dateDependsOnMachine'])

/** Offsets move with every edit above a field; a row shows none of them, and finds its field by path to edit it. */
function sameRow(before: FieldRowProps, after: FieldRowProps): boolean {
  return (
    before.index === after.index &&
    before.count === after.count &&
    before.neighbour === after.neighbour &&
    before.refusals === after.refusals &&
    before.problems.length === 0 &&
    after.problems.length === 0 &&
    sameField(before.field, after.field)
  )
}

function sameField(a: Field, b: Field): boolean {
  return (
    a.path === b.path && a.key === b.key && a.source === b.source && a.kind === b.kind && a.alias === b.alias
  )
}
