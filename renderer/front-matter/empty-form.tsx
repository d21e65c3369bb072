import { FilePlus2 } from 'lucide-react'
import { useTranslate } from '../i18n/use-translate.ts'
import { useForm } from './form-context.ts'
import { firstFields } from './new-field.ts'

/** For an article without front matter: what it is good for, and a button that adds it. */
export function EmptyForm() {
  const form = useForm()
  const t = useTranslate()
  return (
    <div className="fm-empty">
      <p>{t('form.empty')}</p>
      {!form.readOnly && (
        <button
          type="button"
          className="fm-button"
          onClick={() => {
            const format = form.context?.usualFormat ?? 'yaml'
            const make = (text: string) =>
              firstFields(text, form.schema, format, form.dateExample, new Date())
            if (form.write('', 'step', make)) form.focusSoon(form.schema.fields[0]?.key ?? 'title', 'control')
          }}
        >
          <FilePlus2 aria-hidden size={14} />
          {t('form.addFrontMatter')}
        </button>
      )}
    </div>
  )
}
