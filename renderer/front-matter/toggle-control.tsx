import { setField } from '../../core/front-matter/edit.ts'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'

/** On or off, with the word that stands in the file beside it. */
export function ToggleControl({ field, ...props }: ControlProps) {
  const form = useForm()
  const on = isOn(field)
  return (
    <div className="fm-toggle">
      <input
        {...props}
        aria-required={undefined}
        type="checkbox"
        role="switch"
        className="fm-switch"
        checked={on}
        disabled={form.readOnly || field.alias}
        onChange={(event) => {
          const next = event.currentTarget.checked
          form.write(field.path, 'step', (text) => setField(text, field.segments, next))
        }}
      />
      <code className="fm-written">{field.source}</code>
    </div>
  )
}

/** YAML 1.1 generators take `yes` and `on` for true; so does the switch. */
function isOn({ value }: ControlProps['field']): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|on|y)$/i.test(value))
}
