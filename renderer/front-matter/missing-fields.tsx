import { Plus } from 'lucide-react'
import type { Field } from '../../core/front-matter/model.ts'
import type { KnownField } from '../../core/front-matter/schemas/schema.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { fieldAbout } from './field-about.ts'
import { useAddField } from './use-add-field.ts'

interface MissingFieldsProps {
  readonly known: readonly KnownField[]
  readonly fields: readonly Field[]
  /** The group they belong to; null for the front matter itself. */
  readonly parent: Field | null
}

/** The fields the schema requires and the article lacks, each a button that adds it; nothing when none lacks. */
export function MissingFields({ known, fields, parent }: MissingFieldsProps) {
  const t = useTranslate()
  const add = useAddField(known, fields, parent)
  const missing = known.filter((one) => one.required && !fields.some((field) => field.key === one.key))
  if (missing.length === 0) return null
  return (
    <div className="fm-missing" role="group" aria-label={t('form.missing')}>
      <span aria-hidden>{t('form.missing')}</span>
      {missing.map((one) => (
        <button
          key={one.key}
          type="button"
          className="fm-button"
          title={fieldAbout(t, one) ?? undefined}
          aria-label={t('form.missing.add', { key: one.key })}
          onClick={() => add(one.key)}
        >
          <Plus aria-hidden size={13} />
          {one.key}
        </button>
      ))}
    </div>
  )
}
