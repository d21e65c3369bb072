import { setField } from '../../core/front-matter/edit.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { absence } from './absence.ts'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'

/** One of a schema's values; a value that is none of them is kept and shown as it is. */
export function ChoiceControl({
  field,
  options,
  ...props
}: ControlProps & { readonly options: readonly string[] }) {
  const form = useForm()
  const t = useTranslate()
  const current = field.kind === 'null' ? '' : typeof field.value === 'string' ? field.value : field.source
  const missing = absence(field)
  const shown = options.includes(current) ? options : [current, ...options]
  return (
    <div className="fm-select">
      <select
        {...props}
        className="fm-input"
        value={current}
        disabled={form.readOnly || field.alias}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          form.write(field.path, 'step', (text) => setField(text, field.segments, chosen))
        }}
      >
        {shown.map((option) => (
          <option key={option} value={option}>
            {option === '' && missing !== null ? t(`form.absence.${missing}`) : option}
          </option>
        ))}
      </select>
    </div>
  )
}
