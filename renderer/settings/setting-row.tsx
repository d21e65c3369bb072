import { RotateCcw } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import { IconButton } from '../panels/icon-button.tsx'
import type { SettingRow } from '../../core/settings-table.ts'
import { aboutKey, nameKey } from './setting-texts.ts'

/** Ids of the elements that name and explain a setting's control. */
export function labelling(key: SettingRow['key']): {
  readonly 'aria-labelledby': string
  readonly 'aria-describedby': string
} {
  return { 'aria-labelledby': `setting-${key}`, 'aria-describedby': `setting-${key}-about` }
}

interface SettingRowProps {
  readonly row: SettingRow
  /** The control stands below the text instead of beside it. */
  readonly stacked?: boolean
  /** Puts the default back; null when it is what is set. */
  readonly onReset: (() => void) | null
  readonly children: ReactNode
}

/** One setting: its name and what it is for, its control, and a way back to the default when it was changed. */
export function SettingRowFrame({ row, stacked, onReset, children }: SettingRowProps) {
  const t = useTranslate()
  const control = useRef<HTMLDivElement>(null)
  const name = t(nameKey(row.key))
  return (
    <div className="setting" data-stacked={stacked === true ? '' : undefined} data-setting={row.key}>
      <div className="setting-text">
        <span className="setting-name" id={`setting-${row.key}`}>
          {name}
        </span>
        <p className="setting-about" id={`setting-${row.key}-about`}>
          {t(aboutKey(row.key))}
        </p>
      </div>
      <div className="setting-reset">
        {onReset && (
          <IconButton
            label={t('settings.reset', { name })}
            onPress={() => {
              onReset()
              control.current?.querySelector<HTMLElement>('input, button')?.focus()
            }}
          >
            <RotateCcw className="icon" aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="setting-control" ref={control}>
        {children}
      </div>
    </div>
  )
}
