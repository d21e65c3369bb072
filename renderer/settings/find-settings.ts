import { COMMANDS } from '../../core/commands.ts'
import type { AppInfo } from '../../core/contract.ts'
import { SETTING_ROWS, type SettingRow } from '../../core/settings-table.ts'
import { MARKDOWN_EXTENSIONS } from '../../core/markdown/extensions.ts'
import type { Language, MessageKey } from '../i18n/messages.ts'
import { translate } from '../i18n/translate.ts'
import { titleKey } from '../panels/command-labels.ts'
import { aboutKey, choiceKey, nameKey } from './setting-texts.ts'

/** What a setting is found by: its name, explanation, section and choices. */
function textsOf(row: SettingRow): readonly MessageKey[] {
  const keys: MessageKey[] = [nameKey(row.key), aboutKey(row.key), `settings.section.${row.section}`]
  if (row.kind === 'choice') keys.push(...row.values.map((value) => choiceKey(row, value)))
  if (row.key === 'markdownExtensions') {
    keys.push(...MARKDOWN_EXTENSIONS.map((name): MessageKey => `preview.markdown.${name}`))
  }
  if (row.key === 'shortcuts') keys.push(...COMMANDS.map(({ id }) => titleKey(id)))
  return keys
}

/** True when each word of the query stands somewhere in the texts, in the language or in English. */
export function matchesQuery(query: string, texts: readonly MessageKey[], language: Language): boolean {
  const all = texts
    .flatMap((key) => [translate(language, key), translate('en', key)])
    .join('\n')
    .toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** The settings a query fits in this shell, in the order of the table; all for an empty one. */
export function findSettings(
  query: string,
  language: Language,
  shell: AppInfo['shell'],
): readonly SettingRow[] {
  const rows = SETTING_ROWS.filter((row) => shell === 'desktop' || !row.desktopOnly)
  if (query.trim() === '') return rows
  return rows.filter(
    (row) =>
      row.key.toLowerCase() === query.trim().toLowerCase() ||
      matchesQuery(query.trim(), textsOf(row), language),
  )
}
