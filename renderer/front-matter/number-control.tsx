import { useTranslate } from '../i18n/use-translate.ts'
import { setField } from '../../core/front-matter/edit.ts'
import { absence } from './absence.ts'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'
import { rawValueEdit, writtenNumber } from './raw-value.ts'
import { shownText } from './text-control.tsx'
import { useTypedField, type TypedEdits } from './use-typed-field.ts'

/** A number, shown and written digit for digit (`1.10` stays `1.10`); anything else waits with a reason. */
export function NumberControl({ field, ...props }: ControlProps) {
  const form = useForm()
  const t = useTranslate()
  const written = shownText(field)
  const plan = (typed: string): TypedEdits | null => {
    const digits = typed.trim()
    if (digits === '') return (text) => setField(text, field.segments, null)
    if (!writtenNumber(digits)) return null
    return (text) => rawValueEdit(text, field.path, digits) ?? setField(text, field.segments, Number(digits))
  }
  const draft = useTypedField(field, written, plan, (typed) => typed.trim())
  const waits = draft.value.trim() !== '' && draft.value !== written && !writtenNumber(draft.value.trim())
  const missing = absence(field)
  return (
    <>
      <input
        {...props}
        type="text"
        inputMode="decimal"
        className="fm-input fm-number"
        autoComplete="off"
        value={draft.value}
        aria-invalid={waits || props['aria-invalid']}
        placeholder={missing === null ? undefined : t(`form.absence.${missing}`)}
        readOnly={form.readOnly || field.alias}
        {...draft.handlers}
      />
      {waits && (
        <p className="fm-note" data-severity="error" role="alert">
          {t('form.notANumber')}
        </p>
      )}
    </>
  )
}
