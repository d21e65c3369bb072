import { lineNumberAt } from './article/line-number.ts'
import { scanJson, type JsonError } from './front-matter/json/scan-json.ts'
import type { Settings } from './settings.ts'
import { migrate, type Migration } from './settings-migrate.ts'
import { isPortable, type PortableKey } from './settings-portable.ts'
import { validateSettings } from './settings-validate.ts'

/** A setting that an import would change. */
export interface SettingChange {
  readonly key: PortableKey
  readonly before: unknown
  readonly after: unknown
}

/** What a file of exported settings holds, beside the settings of now. */
export type SettingsImport =
  /** No JSON object: where, from line 1 and column 1 on (UTF-16 units). */
  | {
      readonly kind: 'broken'
      readonly reason: JsonError['reason'] | 'noObject'
      readonly line: number
      readonly column: number
    }
  | {
      readonly kind: 'settings'
      readonly changes: readonly SettingChange[]
      /** Known settings whose value is not valid, with their lines: they stay as they are. */
      readonly invalid: readonly { readonly key: string; readonly line: number }[]
      /** Names no setting has here: of a newer Galley, or mistyped. */
      readonly unknown: readonly string[]
    }

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * Reads a file of exported settings, of this or an earlier format, and says what it would change; what names files of
 * a machine is passed over.
 */
export function readSettingsImport(
  text: string,
  current: Settings,
  migrations?: readonly Migration[],
): SettingsImport {
  const { root, error } = scanJson(text, { from: 0, to: text.length })
  const placeOf = (at: number): { readonly line: number; readonly column: number } => ({
    line: lineNumberAt(text, at),
    column: at - (text.lastIndexOf('\n', at - 1) + 1) + 1,
  })
  if (text.trim() === '') return { kind: 'broken', reason: 'noObject', line: 1, column: 1 }
  if (error !== null) return { kind: 'broken', reason: error.reason, ...placeOf(error.at) }
  if (root?.kind !== 'object') return { kind: 'broken', reason: 'noObject', line: 1, column: 1 }
  const value = migrate(JSON.parse(text), migrations) as Readonly<Record<string, unknown>>
  const portable = Object.fromEntries(Object.entries(value).filter(([key]) => isPortable(key)))
  const { settings, invalid } = validateSettings(portable, current)
  const keys = Object.keys(current).filter(isPortable)
  return {
    kind: 'settings',
    changes: keys
      .filter((key) => !same(current[key], settings[key]))
      .map((key) => ({ key, before: current[key], after: settings[key] })),
    invalid: invalid.map((key) => ({
      key,
      line: placeOf(root.members.find((it) => it.key === key)?.keySpan.from ?? 0).line,
    })),
    unknown: Object.keys(portable).filter((key) => key !== 'format' && !Object.hasOwn(current, key)),
  }
}
