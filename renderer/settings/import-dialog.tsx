import { Button } from 'react-aria-components'
import { SETTING_ROWS } from '../../core/settings-table.ts'
import type { SettingChange } from '../../core/settings-import.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { useTranslate, type Translate } from '../i18n/use-translate.ts'
import type { DialogState } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { choiceKey, nameKey } from './setting-texts.ts'
import './setting-controls.css'

type Found = Extract<DialogState, { kind: 'importSettings' }>['found']

/** Shows what a file of settings would change, and what of it is not valid, before anything is taken. */
export function ImportDialog({ name, found }: Extract<DialogState, { kind: 'importSettings' }>) {
  const t = useTranslate()
  const app = useApp()
  const can = found.kind === 'settings' && found.changes.length > 0
  return (
    <DialogFrame title={t('import.title')} size="medium">
      {found.kind === 'broken' ? <Broken name={name} found={found} /> : <Changes name={name} found={found} />}
      <div className="dialog-buttons">
        <Button className="button" autoFocus={!can} onPress={() => app.answer(null)}>
          {t(can ? 'common.cancel' : 'common.close')}
        </Button>
        {can && (
          <Button className="button primary" autoFocus onPress={() => app.answer(true)}>
            {t('import.apply')}
          </Button>
        )}
      </div>
    </DialogFrame>
  )
}

interface PartProps<K extends Found['kind']> {
  readonly name: string
  readonly found: Extract<Found, { kind: K }>
}

function Broken({ name, found: { reason, line, column } }: PartProps<'broken'>) {
  const t = useTranslate()
  return (
    <p className="field-error" role="alert">
      {t('import.broken', { name, line, column, reason: t(`import.reason.${reason}`) })}
    </p>
  )
}

function Changes({ name, found }: PartProps<'settings'>) {
  const t = useTranslate()
  const { changes, invalid, unknown } = found
  return (
    <div className="dialog-scroll import" tabIndex={0} role="group" aria-label={t('import.title')}>
      <p>{changes.length === 0 ? t('import.nothing', { name }) : t('import.changes', { name })}</p>
      {changes.length > 0 && (
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{t('import.setting')}</th>
              <th scope="col">{t('import.before')}</th>
              <th scope="col">{t('import.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.key}>
                <th scope="row">{t(nameKey(change.key))}</th>
                <td>{valueText(t, change.key, change.before)}</td>
                <td>{valueText(t, change.key, change.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {invalid.length > 0 && (
        <>
          <p>{t('import.invalid')}</p>
          <ul className="name-list">
            {invalid.map(({ key, line }) => (
              <li key={key}>{t('import.invalidAt', { key, line })}</li>
            ))}
          </ul>
        </>
      )}
      {unknown.length > 0 && (
        <p className="muted">{t('import.unknown', { names: unknown.join(t('common.between')) })}</p>
      )}
    </div>
  )
}

/** A value as the settings dialog would name it; lists and tables by how much they hold. */
function valueText(t: Translate, key: SettingChange['key'], value: unknown): string {
  const row = SETTING_ROWS.find((it) => it.key === key)
  if (row?.kind === 'choice' && typeof value === 'string') return t(choiceKey(row, value))
  if (typeof value === 'boolean') return t(value ? 'import.on' : 'import.off')
  if (Array.isArray(value)) return t('import.entries', { n: value.length })
  if (typeof value === 'object' && value !== null)
    return t('import.entries', { n: Object.keys(value).length })
  return value === '' ? '—' : String(value)
}
