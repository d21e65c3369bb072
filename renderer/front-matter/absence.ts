import type { Field } from '../../core/front-matter/model.ts'

/**
 * Why a control shows nothing: the key stands alone (`none`), null is written (`null`), or a text or list of no
 * length (`empty`). Null when there is something to show.
 */
export function absence(field: Field): 'none' | 'null' | 'empty' | null {
  if (field.kind === 'null') return field.source === '' ? 'none' : 'null'
  if (field.value === '' || (field.kind === 'list' && field.items.length === 0)) return 'empty'
  return null
}
