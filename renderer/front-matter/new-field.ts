import { assertNever } from '../../core/assert-never.ts'
import { applyEdits, type TextEdit } from '../../core/article/text-edit.ts'
import { readDate } from '../../core/front-matter/dates/read-date.ts'
import { writeDate } from '../../core/front-matter/dates/write-date.ts'
import { addField } from '../../core/front-matter/edit.ts'
import type { FieldValue, FrontMatterFormat } from '../../core/front-matter/model.ts'
import type { KnownField, Schema } from '../../core/front-matter/schemas/schema.ts'
import { componentsAt } from './date-now.ts'
import { editsBetween } from './raw-value.ts'

/** No text yet: nothing at all where the format can say so, so that no quotes stand there when text is typed. */
export function noText(format: FrontMatterFormat | null): FieldValue {
  return format === null || format === 'yaml' ? null : ''
}

/** What a field holds when it has just been added; dates are `now` in the notation of `example`. */
export function firstValue(
  known: KnownField | null,
  format: FrontMatterFormat,
  example: string,
  now: Date,
): FieldValue {
  if (known === null) return noText(format)
  switch (known.kind) {
    case 'text':
    case 'longText':
    case 'image':
    case 'any':
      return noText(format)
    case 'toggle':
      return true
    case 'number':
      return format === 'toml' ? 0 : null // TOML has no null.
    case 'choice':
      return format === 'toml' ? '' : null
    case 'tags':
      return []
    case 'object':
      return Object.fromEntries(known.fields.slice(0, 1).map((field) => [field.key, noText(format)]))
    case 'date': {
      const notation = readDate(example)
      return notation === null ? noText(format) : writeDate(notation, componentsAt(now, notation.zone))
    }
    default:
      return assertNever(known.kind)
  }
}

/**
 * The edits that give an article without front matter its first, in `format`: the fields its schema requires, with
 * title and date.
 */
export function firstFields(
  text: string,
  schema: Schema,
  format: FrontMatterFormat,
  example: string,
  now: Date,
): readonly TextEdit[] {
  const known = schema.fields.filter((field) => field.required || /^(?:title|date)$/.test(field.key))
  const after = known.reduce(
    (text, field) =>
      applyEdits(text, addField(text, field.key, firstValue(field, format, example, now), { format })),
    text,
  )
  return editsBetween(text, after)
}
