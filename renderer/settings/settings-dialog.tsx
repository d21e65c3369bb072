import { Search, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { SETTING_SECTIONS, type SettingSection } from '../../core/settings-table.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { useTranslate } from '../i18n/use-translate.ts'
import type { DialogAnswers } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { findSettings } from './find-settings.ts'
import { Setting } from './setting-control.tsx'
import { UndoOffer } from './undo-offer.tsx'
import '../styles/search-field.css'
import './setting-controls.css'
import './settings.css'

/** Everything a writer can set, by section or by search; each change takes effect at once. */
export function SettingsDialog({ section: first }: { readonly section: SettingSection | null }) {
  const t = useTranslate()
  const app = useApp()
  const language = useAppState((state) => state.language)
  const shell = useAppState((state) => state.info.shell)
  const [section, setSection] = useState<SettingSection>(first ?? 'appearance')
  const [query, setQuery] = useState('')
  const pane = useRef<HTMLDivElement>(null)
  const searching = query.trim() !== ''
  const rows = findSettings(query, language, shell)
  const all = findSettings('', language, shell)
  const shown = SETTING_SECTIONS.filter((it) => all.some((row) => row.section === it))
  const sections = searching ? shown.filter((it) => rows.some((row) => row.section === it)) : [section]
  const choose = (next: SettingSection): void => {
    setQuery('')
    setSection(next)
    pane.current?.scrollTo({ top: 0 })
  }
  const answer = (then: DialogAnswers['settings']['then']) => () => app.answer({ then, section })

  return (
    <DialogFrame title={t('settings.title')} size="settings">
      <div className="settings-body">
        <div className="settings-side">
          <SearchField
            className="search-field"
            aria-label={t('settings.search')}
            value={query}
            onChange={setQuery}
            autoFocus
          >
            <Search className="icon" aria-hidden />
            <Input className="text-input" placeholder={t('settings.search')} spellCheck={false} />
            <Button className="search-field-clear">
              <X className="icon" aria-hidden />
            </Button>
          </SearchField>
          <ListBox
            className="settings-sections"
            aria-label={t('settings.sections')}
            selectionMode="single"
            selectionBehavior="replace"
            disallowEmptySelection
            selectedKeys={searching ? [] : [section]}
            onSelectionChange={(keys) => {
              const next = shown.find((it) => keys !== 'all' && keys.has(it))
              if (next) choose(next)
            }}
          >
            {shown.map((it) => (
              <ListBoxItem key={it} id={it} className="settings-section">
                {t(`settings.section.${it}`)}
              </ListBoxItem>
            ))}
          </ListBox>
        </div>
        <div
          className="settings-pane"
          ref={pane}
          tabIndex={0}
          role="group"
          aria-label={searching ? t('settings.search') : t(`settings.section.${section}`)}
        >
          <p role="status" className={searching && rows.length === 0 ? 'settings-none' : 'visually-hidden'}>
            {searching && (rows.length === 0 ? t('settings.none') : t('settings.found', { n: rows.length }))}
          </p>
          {sections.map((it) => (
            <section key={it} aria-labelledby={`settings-${it}`}>
              <h3 className="settings-heading" id={`settings-${it}`}>
                {t(`settings.section.${it}`)}
              </h3>
              {rows
                .filter((row) => row.section === it)
                .map((row) => (
                  <Setting key={row.key} row={row} query={query} />
                ))}
            </section>
          ))}
        </div>
      </div>
      <div className="dialog-buttons settings-buttons">
        <Button className="button" onPress={answer('import')}>
          {t('settings.import')}
        </Button>
        <Button className="button" onPress={answer('export')}>
          {t('settings.export')}
        </Button>
        <UndoOffer onUndone={() => pane.current?.focus()} />
        <Button className="button primary" onPress={() => app.answer(null)}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  )
}
