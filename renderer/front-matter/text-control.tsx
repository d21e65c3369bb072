import { useTranslate } from '../i18n/use-translate.ts'
import { absence } from './absence.ts'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'
import { rawValueEdit, writtenNumber } from './raw-value.ts'
import { typedEdit } from './typed-edit.ts'
import { useTypedField } from './use-typed-field.ts'

interface TextControlProps extends ControlProps {
  /** True: Enter makes a line. */
  readonly multiline: boolean
  /** An address or a name for machines: no spelling marks. */
  readonly technical?: boolean
}

/** A text box that grows with what is in it. */
export function TextControl({ field, multiline, technical = false, ...props }: TextControlProps) {
  const form = useForm()
  const t = useTranslate()
  const draft = useTypedField(field, shownText(field), (typed) => (text, origin) => {
    const value = multiline ? typed : typed.replace(/\s*\n\s*/g, ' ')
    // A number in a text field stays a number while it reads as one.
    const raw = field.kind === 'number' && writtenNumber(value) ? rawValueEdit(text, field.path, value) : null
    return raw ?? typedEdit(text, field, origin, value)
  })
  const missing = absence(field)
  return (
    <div className="fm-grow" data-text={draft.value} data-technical={technical || undefined}>
      <textarea
        {...props}
        className="fm-input"
        rows={1}
        spellCheck={!technical}
        autoComplete="off"
        value={draft.value}
        placeholder={missing === null ? undefined : t(`form.absence.${missing}`)}
        readOnly={form.readOnly || field.alias}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !multiline && !event.nativeEvent.isComposing) event.preventDefault()
        }}
        {...draft.handlers}
      />
    </div>
  )
}

/** The text a text box shows for a value: itself, or what is written when it is no text. */
export function shownText(field: ControlProps['field']): string {
  if (!field.alias && typeof field.value === 'string') return field.value
  return field.kind === 'null' ? '' : field.source
}
