import { assertNever } from '../../assert-never.ts'
import { readDate } from '../dates/read-date.ts'
import type { Field } from '../model.ts'
import { isDateKey, isImageKey, isListKey, isLongTextKey } from './key-meaning.ts'
import { knownField } from './schema-for.ts'
import type { KnownField, Schema } from './schema.ts'

/**
 * Which control a form shows for a field.
 * `tags` edits a list of single-line scalars; it may also get a text (one entry) or nothing (no entry yet), which
 * become a list when written. `choice` holds one of the known field's `choices` or nothing. `group` shows the
 * entries of a map, or the maps of a list. `source` edits the field's own source text: whatever no other control can hold.
 */
export type ControlKind =
  'text' | 'longText' | 'number' | 'toggle' | 'date' | 'choice' | 'tags' | 'image' | 'group' | 'source'

/** A text longer than this gets a control that grows, in UTF-16 units. */
const LONG = 100

/**
 * The control for `field`: the schema's where the value fits it, else one for the value, helped by the key's name.
 * A control never shows a value it would damage: a date that cannot be understood is text.
 */
export function fieldControl(field: Field, schema: Schema): ControlKind {
  if (field.alias) return 'source'
  const known = knownField(schema, field.segments)
  return (known && controlBySchema(field, known, schema)) ?? controlByValue(field)
}

/** Null when the value does not fit what the schema expects. */
function controlBySchema(field: Field, known: KnownField, schema: Schema): ControlKind | null {
  const empty = field.kind === 'null'
  const scalar = field.kind === 'text' || field.kind === 'number' || empty
  switch (known.kind) {
    case 'text':
      return scalar ? (isMultiLine(field) ? 'longText' : 'text') : null
    case 'longText':
      return scalar ? 'longText' : null
    case 'number':
      return field.kind === 'number' || empty ? 'number' : null
    case 'toggle':
      return field.kind === 'boolean' || empty ? 'toggle' : null
    case 'date':
      return empty || isDate(field) ? 'date' : null
    case 'choice':
      return empty || known.choices.includes(String(plainValue(field))) ? 'choice' : null
    case 'tags':
      return empty || isTags(field) || isOneTag(field, schema) ? 'tags' : null
    case 'image':
      return (field.kind === 'text' && !isMultiLine(field)) || empty ? 'image' : null
    case 'object':
    case 'any':
      return null
    default:
      return assertNever(known.kind)
  }
}

function controlByValue(field: Field): ControlKind {
  switch (field.kind) {
    case 'boolean':
      return 'toggle'
    case 'number':
      return 'number'
    case 'list':
      return isTags(field) ? 'tags' : isGroups(field) ? 'group' : 'source'
    case 'map':
      return 'group'
    case 'null':
      if (isListKey(field.key)) return 'tags'
      if (isDateKey(field.key)) return 'date'
      return isImageKey(field.key) ? 'image' : 'text'
    case 'text':
      return controlForText(field)
    default:
      return assertNever(field.kind)
  }
}

function controlForText(field: Field): ControlKind {
  const text = field.value
  if (typeof text !== 'string') return 'source'
  if (isDate(field)) return 'date'
  if (isMultiLine(field)) return 'longText'
  if (isImageKey(field.key) || isImageAddress(text)) return 'image'
  return isLongTextKey(field.key) || text.length > LONG ? 'longText' : 'text'
}

function plainValue(field: Field): string | number | boolean | null {
  return typeof field.value === 'object' ? null : field.value
}

function isDate(field: Field): boolean {
  return typeof field.value === 'string' && readDate(field.value) !== null
}

function isMultiLine(field: Field): boolean {
  if (field.style === 'literal' || field.style === 'folded') return true
  return typeof field.value === 'string' && /[\r\n]/.test(field.value)
}

function isTags(field: Field): boolean {
  const fits = (item: Field) => {
    return !item.alias && !isMultiLine(item) && ['text', 'number', 'boolean'].includes(item.kind)
  }
  return field.kind === 'list' && field.items.every(fits)
}

/** A list of maps, none of them an alias. */
function isGroups(field: Field): boolean {
  return field.items.every((item) => item.kind === 'map' && !item.alias)
}

/** One tag as plain text; Jekyll splits such a text at its spaces, so there it stays text. */
function isOneTag(field: Field, schema: Schema): boolean {
  return field.kind === 'text' && !isMultiLine(field) && schema.name !== 'jekyll'
}

function isImageAddress(value: string): boolean {
  return /^\S+\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)(?:[?#!]\S*)?$/i.test(value)
}
