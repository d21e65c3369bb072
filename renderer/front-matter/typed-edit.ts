import { applyEdits, type TextEdit } from '../../core/article/text-edit.ts'
import { setField } from '../../core/front-matter/edit.ts'
import { FrontMatterEditError } from '../../core/front-matter/edit-error.ts'
import type { Field, FieldValue } from '../../core/front-matter/model.ts'
import { findField } from '../../core/front-matter/path.ts'
import { recentReading } from '../../core/front-matter/recent-readings.ts'
import { editsBetween } from './raw-value.ts'

/**
 * The edits that give a field the value typed so far, written as if the value had just been `origin` (the source
 * when the typing began). So a text that was briefly empty or looked like a number does not keep the quotes it
 * needed for that moment.
 */
export function typedEdit(
  text: string,
  field: Field,
  origin: string,
  value: FieldValue,
): readonly TextEdit[] {
  const now = findField(recentReading(text).fields, field.segments)
  if (now === null || now.source === origin || now.source === '') {
    return setField(text, field.segments, value)
  }
  const { from, to } = now.valueSpan
  // The space before a value came with it when there was none.
  const before = origin === '' ? text.slice(0, from).replace(/[ \t]+$/, '') : text.slice(0, from)
  const rewound = before + origin + text.slice(to)
  try {
    return editsBetween(text, applyEdits(rewound, setField(rewound, field.segments, value)))
  } catch (error) {
    if (error instanceof FrontMatterEditError) return setField(text, field.segments, value)
    throw error
  }
}
