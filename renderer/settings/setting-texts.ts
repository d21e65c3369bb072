import type { SettingRow } from '../../core/settings-table.ts'
import type { Settings } from '../../core/settings.ts'
import type { MessageKey } from '../i18n/messages.ts'

/** Choices whose names stand in the catalogue under another heading than `settings.<key>`. */
const NAMED_ELSEWHERE = {
  previewLook: 'preview.look',
  previewWidth: 'preview.width',
  newArticleEncoding: 'encoding',
} as const

type Choice = Extract<SettingRow, { kind: 'choice' }>
type Own = Exclude<Choice['key'], keyof typeof NAMED_ELSEWHERE>

type ChoiceMessage =
  | { readonly [K in Own]: `settings.${K}.${Settings[K]}` }[Own]
  | `preview.look.${Settings['previewLook']}`
  | `preview.width.${Settings['previewWidth']}`
  | `encoding.${Settings['newArticleEncoding']}`

/** The catalogue key of a setting's name. */
export function nameKey(key: SettingRow['key']): MessageKey {
  return `settings.${key}`
}

/** The catalogue key of what a setting is for. */
export function aboutKey(key: SettingRow['key']): MessageKey {
  return `settings.${key}.about`
}

/** The catalogue key of one of a setting's choices. */
export function choiceKey(row: Choice, value: string): MessageKey {
  const { key } = row
  const heading = key in NAMED_ELSEWHERE ? NAMED_ELSEWHERE[key as keyof typeof NAMED_ELSEWHERE] : null
  // The table's values are of the setting's type, so that every such key is in the catalogue (a test holds it).
  return `${heading ?? `settings.${key}`}.${value}` as ChoiceMessage
}
