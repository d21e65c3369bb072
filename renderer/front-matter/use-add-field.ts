import { addField } from '../../core/front-matter/edit.ts'
import type { Field } from '../../core/front-matter/model.ts'
import { joinPath } from '../../core/front-matter/path.ts'
import { recentReading } from '../../core/front-matter/recent-readings.ts'
import type { KnownField } from '../../core/front-matter/schemas/schema.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useForm } from './form-context.ts'
import { firstValue } from './new-field.ts'

/**
 * Adds a field by its key to `parent` (null: to the front matter itself), with a first value of the kind `known`
 * says, and goes to it; to the one that is there when the key is taken.
 */
export function useAddField(
  known: readonly KnownField[],
  fields: readonly Field[],
  parent: Field | null,
): (key: string) => void {
  const form = useForm()
  const t = useTranslate()
  return (key) => {
    const present = fields.some((field) => field.key === key)
    const make = (text: string) => {
      const format = recentReading(text).format ?? form.context?.usualFormat ?? 'yaml'
      const one = known.find((candidate) => candidate.key === key) ?? null
      const value = firstValue(one, format, form.dateExample, new Date())
      return addField(text, key, value, parent === null ? { format } : { parent: parent.segments })
    }
    const done = present || form.write(parent?.path ?? '', 'step', make)
    if (!done) return
    if (!present) form.announce(t('form.added', { key }))
    form.focusSoon(joinPath(parent?.path ?? '', key), 'control')
  }
}
