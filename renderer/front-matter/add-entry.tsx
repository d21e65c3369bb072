import { Plus } from 'lucide-react'
import { insertItem } from '../../core/front-matter/edit.ts'
import type { Field, FieldValue, FrontMatterFormat } from '../../core/front-matter/model.ts'
import { joinPath } from '../../core/front-matter/path.ts'
import { recentReading } from '../../core/front-matter/recent-readings.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useForm } from './form-context.ts'
import { noText } from './new-field.ts'

/** Adds a group to a list of groups, with the keys of the last one and nothing in them yet. */
export function AddEntry({ list }: { readonly list: Field }) {
  const form = useForm()
  const t = useTranslate()
  const count = list.items.length
  const add = (): void => {
    const make = (text: string) =>
      insertItem(text, list.segments, count, emptyLike(list.items.at(-1), recentReading(text).format))
    if (!form.write(list.path, 'step', make)) return
    form.announce(t('form.added', { key: `${list.key} ${count + 1}` }))
    const first = list.items.at(-1)?.items[0]
    if (first) form.focusSoon(joinPath(joinPath(list.path, count), first.key), 'control')
  }
  return (
    <button type="button" className="fm-button fm-add-entry" onClick={add}>
      <Plus aria-hidden size={14} />
      {t('form.addTo', { group: list.key })}
    </button>
  )
}

/** A map with the keys of `field`, each with the empty value of its kind. */
function emptyLike(field: Field | undefined, format: FrontMatterFormat | null): FieldValue {
  return Object.fromEntries((field?.items ?? []).map((one) => [one.key, emptyValue(one, format)]))
}

function emptyValue(field: Field, format: FrontMatterFormat | null): FieldValue {
  if (field.kind === 'list') return []
  return field.kind === 'map' ? emptyLike(field, format) : noText(format)
}
