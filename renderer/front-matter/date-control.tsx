import { CalendarDays } from 'lucide-react'
import { useContext, useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { setField } from '../../core/front-matter/edit.ts'
import { readDate } from '../../core/front-matter/dates/read-date.ts'
import { writeDate } from '../../core/front-matter/dates/write-date.ts'
import type { DateComponents } from '../../core/front-matter/dates/written-date.ts'
import { LanguageContext, useTranslate } from '../i18n/use-translate.ts'
import { absence } from './absence.ts'
import type { ControlProps } from './control-props.ts'
import { componentsAt } from './date-now.ts'
import { DatePanel } from './date-panel.tsx'
import { useForm } from './form-context.ts'
import { instantText } from './instant-text.ts'
import { shownText } from './text-control.tsx'
import { typedEdit } from './typed-edit.ts'
import { useTypedField } from './use-typed-field.ts'

/** A date as it is written, a calendar to choose another in the same notation, and the moment it stands for. */
export function DateControl({ field, ...props }: ControlProps) {
  const form = useForm()
  const t = useTranslate()
  const language = useContext(LanguageContext)
  const [open, setOpen] = useState(false)
  const shown = shownText(field)
  const draft = useTypedField(
    field,
    shown,
    (typed) => (text, origin) => typedEdit(text, field, origin, typed),
  )
  const missing = absence(field)
  const written = readDate(shown)
  const notation = written ?? (missing === null ? null : readDate(form.dateExample))
  const locked = form.readOnly || field.alias

  const choose = (change: Partial<DateComponents>, how: 'typing' | 'step'): void => {
    if (notation === null) return
    form.write(field.path, how, (text) => setField(text, field.segments, writeDate(notation, change)))
  }
  const place = (): DateComponents | null =>
    notation === null ? null : (written ?? componentsAt(new Date(), notation.zone))
  return (
    <>
      <div className="fm-date">
        <input
          {...props}
          type="text"
          className="fm-input"
          spellCheck={false}
          autoComplete="off"
          value={draft.value}
          placeholder={missing === null ? undefined : t(`form.absence.${missing}`)}
          readOnly={locked}
          {...draft.handlers}
        />
        <DialogTrigger isOpen={open} onOpenChange={setOpen}>
          <Button
            className="fm-icon-button"
            aria-label={t('form.date.choose')}
            isDisabled={locked || notation === null}
          >
            <CalendarDays aria-hidden size={16} />
          </Button>
          <Popover className="fm-popover" offset={6} placement="bottom end">
            <Dialog className="fm-date-dialog" aria-label={t('form.date.choose')}>
              {notation !== null && (
                <DatePanel
                  parts={place() ?? notation}
                  precision={notation.precision}
                  onChoose={choose}
                  onNow={() => choose(componentsAt(new Date(), notation.zone), 'step')}
                />
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
      {written !== null && (
        <p className="fm-hint">
          {instantText(t, language, written, form.context?.generator ?? null, field.style)}
        </p>
      )}
      {written === null && missing === null && (
        <p className="fm-note" data-severity="info">
          {t('form.date.unread')}
        </p>
      )}
    </>
  )
}
