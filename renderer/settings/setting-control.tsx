import { assertNever } from '../../core/assert-never.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts'
import type { SettingRow } from '../../core/settings-table.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { changeWithUndo } from '../state/settings-undo.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { Choice, NumberControl, Toggle } from './controls.tsx'
import { FontControl } from './font-control.tsx'
import { HistoryControl } from './history-control.tsx'
import { AllowedArticles, ExtensionsControl, FolderSchemas, RememberedEncodings } from './own-controls.tsx'
import { labelling, SettingRowFrame } from './setting-row.tsx'
import { choiceKey, nameKey } from './setting-texts.ts'
import { ShortcutsControl } from './shortcuts-control.tsx'
import { SpellingControl } from './spelling-control.tsx'
import { UpdatesControl } from './updates-control.tsx'

interface SettingProps {
  readonly row: SettingRow
  /** What was searched for: lists inside a setting show only what fits. */
  readonly query: string
}

/** Rows whose lists have buttons of their own to empty them. */
const EMPTIED_WITHIN: readonly SettingRow['key'][] = [
  'remoteImagesAllowed',
  'encodings',
  'schemas',
  'shortcuts',
]

const isBeside = (row: SettingRow): boolean =>
  row.kind === 'toggle' || row.kind === 'choice' || row.kind === 'number'

/** A row of the settings dialog, whatever its kind; a change takes effect at once. */
export function Setting({ row, query }: SettingProps) {
  const t = useTranslate()
  const app = useApp()
  const changed = useAppState(({ settings }) => isChanged(row, settings))
  const reset = (): void => {
    if (row.kind === 'extra') return
    const name = t(nameKey(row.key))
    changeWithUndo(app, { [row.key]: DEFAULT_SETTINGS[row.key] }, t('settings.undo.reset', { name }))
  }
  return (
    <SettingRowFrame row={row} stacked={!isBeside(row)} onReset={changed ? reset : null}>
      <Control row={row} query={query} />
    </SettingRowFrame>
  )
}

function isChanged(row: SettingRow, settings: Settings): boolean {
  if (row.kind === 'extra' || EMPTIED_WITHIN.includes(row.key)) return false
  return JSON.stringify(settings[row.key]) !== JSON.stringify(DEFAULT_SETTINGS[row.key])
}

function Control({ row, query }: SettingProps) {
  const t = useTranslate()
  const app = useApp()
  const settings = useAppState((state) => state.settings)
  switch (row.kind) {
    case 'toggle':
      return (
        <Toggle
          value={settings[row.key]}
          onChange={(value) => app.changeSettings({ [row.key]: value })}
          {...labelling(row.key)}
        />
      )
    case 'choice':
      return (
        <Choice<string>
          value={settings[row.key]}
          options={row.values.map((id) => ({ id, label: t(choiceKey(row, id)) }))}
          onChange={(value) => app.changeSettings({ [row.key]: value })}
          {...labelling(row.key)}
        />
      )
    case 'number':
      return (
        <NumberControl
          row={row}
          value={settings[row.key]}
          onChange={(value) => app.changeSettings({ [row.key]: value })}
          {...labelling(row.key)}
        />
      )
    case 'own':
      return <OwnControl name={row.key} query={query} />
    case 'extra':
      return row.key === 'historyClear' ? <HistoryControl /> : null
    default:
      return assertNever(row)
  }
}

type OwnName = Extract<SettingRow, { kind: 'own' }>['key']

function OwnControl({ name, query }: { readonly name: OwnName; readonly query: string }) {
  switch (name) {
    case 'fontFamily':
      return <FontControl />
    case 'markdownExtensions':
      return <ExtensionsControl />
    case 'remoteImagesAllowed':
      return <AllowedArticles />
    case 'encodings':
      return <RememberedEncodings />
    case 'schemas':
      return <FolderSchemas />
    case 'shortcuts':
      return <ShortcutsControl query={query} />
    case 'spelling':
      return <SpellingControl />
    case 'updates':
      return <UpdatesControl />
    default:
      return assertNever(name)
  }
}
