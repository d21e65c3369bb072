import { assertNever } from '../../core/assert-never.ts'
import { applyEdits, type TextEdit } from '../../core/article/text-edit.ts'
import { readDate } from '../../core/front-matter/dates/read-date.ts'
import { writeDate } from '../../core/front-matter/dates/write-date.ts'
import { addField } from '../../core/front-matter/edit.ts'
import type { FieldValue } from '../../core/front-matter/model.ts'
import type { KnownField, Schema } from '../../core/front-matter/schemas/schema.ts'
import { componentsAt } from './date-now.ts'
import { editsBetween } from './raw-value.ts'

/** What a field holds when it has just been added; dates are `now` in the notation of `example`. */
export function firstValue(known: KnownField | null, example: string, now: Date): FieldValue {
  if (known === null) return ''
  switch (known.kind) {
    case 'text':
    case 'longText':
    case 'image':
    case 'any':
      return ''
    case 'toggle':
      return true
    case 'number':
    case 'choice':
      return null
    case 'tags':
      return []
    case 'object':
      return Object.fromEntries(known.fields.slice(0, 1).map((field) => [field.key, '']))
    case 'date': {
      const notation = readDate(example)
      return notation === null ? null : writeDate(notation, componentsAt(now, notation.zone))
    }
    default:
      return assertNever(known.kind)
  }
}

/** The edits that give an article without front matter its first: the fields its schema requires, with title and date. */
export function firstFields(text: string, schema: Schema, example: string, now: Date): readonly TextEdit[] {
  const known = schema.fields.filter((field) => field.required || /^(?:title|date)$/.test(field.key))
  const after = known.reduce(
    (text, field) => applyEdits(text, addField(text, field.key, firstValue(field, example, now))),
    text,
  )
  return editsBetween(text, after)
}
