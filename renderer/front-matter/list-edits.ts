import { applyEdits, type TextEdit } from '../../core/article/text-edit.ts'
import { insertItem, setField } from '../../core/front-matter/edit.ts'
import type { Field } from '../../core/front-matter/model.ts'
import { editsBetween } from './raw-value.ts'

/** The entries a list control shows: a list's items, or the one value of a key that is not written as a list. */
export function entriesOf(field: Field): readonly string[] {
  if (field.kind === 'list') return field.items.map(entryText)
  const only = entryText(field)
  return only === '' ? [] : [only]
}

function entryText(field: Field): string {
  if (field.alias) return field.source
  if (typeof field.value === 'string') return field.value
  return field.kind === 'null' && field.key !== '' ? '' : field.source
}

/** The edits that put `entries` at the end of the list; a key with one value or none becomes a list. */
export function appendEntries(text: string, field: Field, entries: readonly string[]): readonly TextEdit[] {
  if (field.kind !== 'list') {
    const before = field.kind === 'null' || field.value === '' ? [] : [field.value]
    return setField(text, field.segments, [...before, ...entries])
  }
  const after = entries.reduce(
    (now, entry, index) =>
      applyEdits(now, insertItem(now, field.segments, field.items.length + index, entry)),
    text,
  )
  return editsBetween(text, after)
}
