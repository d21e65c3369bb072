import { Search, X } from 'lucide-react'
import { useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { COMMANDS, MENU_NAMES } from '../../core/commands.ts'
import { holderOf } from '../../core/shortcuts.ts'
import { EDITOR_KEYS, editorKeyOn } from '../editor/editor-keys.ts'
import { translate } from '../i18n/translate.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { titleKey, useShortcutOf } from '../panels/command-labels.ts'
import { shortcutLabel } from '../panels/shortcuts.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import '../styles/search-field.css'

interface Entry {
  readonly id: string
  readonly title: string
  readonly keys: string
  /** What it is found by. */
  readonly text: string
}

interface Group {
  readonly name: string
  readonly entries: readonly Entry[]
}

/** Every command that has keys, by menu, and the keys that work in the source only; found by words or by keys. */
export function ShortcutsDialog() {
  const t = useTranslate()
  const app = useApp()
  const [query, setQuery] = useState('')
  const groups = useGroups(query)
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  return (
    <DialogFrame title={t('shortcuts.title')} size="large">
      <SearchField
        className="search-field"
        aria-label={t('keys.search')}
        value={query}
        onChange={setQuery}
        autoFocus
      >
        <Search className="icon" aria-hidden />
        <Input className="text-input" placeholder={t('keys.search')} spellCheck={false} />
        <Button className="search-field-clear">
          <X className="icon" aria-hidden />
        </Button>
      </SearchField>
      <p role="status" className={count === 0 ? 'muted' : 'visually-hidden'}>
        {query !== '' && (count === 0 ? t('keys.nothing') : t('keys.found', { n: count }))}
      </p>
      <div className="dialog-scroll" tabIndex={0} role="group" aria-label={t('shortcuts.title')}>
        <div className="shortcut-columns">
          {groups.map(({ name, entries }) => (
            <ShortcutTable key={name} name={name} entries={entries} />
          ))}
        </div>
      </div>
      <div className="dialog-buttons">
        <Button className="button apart" onPress={() => app.answer('change')}>
          {t('keys.changeThem')}
        </Button>
        <Button className="button primary" onPress={() => app.answer(null)}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  )
}

function useGroups(query: string): readonly Group[] {
  const t = useTranslate()
  const platform = useAppState((state) => state.info.platform)
  const overrides = useAppState((state) => state.settings.shortcuts)
  const shortcutOf = useShortcutOf()
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ text }: Entry): boolean => words.every((word) => text.toLowerCase().includes(word))
  const ofMenus = MENU_NAMES.map((menu): Group => {
    const name = t(`menu.${menu}`)
    const entries = COMMANDS.filter((it) => it.menu === menu).flatMap(({ id }): readonly Entry[] => {
      const keys = shortcutOf(id)
      const title = t(titleKey(id))
      return keys === null
        ? []
        : [{ id, title, keys, text: [title, translate('en', titleKey(id)), name, keys].join('\n') }]
    })
    return { name, entries: entries.filter(fits) }
  })
  const free = EDITOR_KEYS.filter((it) => holderOf(editorKeyOn(it, platform), overrides, platform) === null)
  const ofSource = free.map((it): Entry => {
    const keys = shortcutLabel(editorKeyOn(it, platform), platform)
    return { id: it.id, title: t(it.id), keys, text: [t(it.id), translate('en', it.id), keys].join('\n') }
  })
  return [...ofMenus, { name: t('keys.editor'), entries: ofSource.filter(fits) }].filter(
    ({ entries }) => entries.length > 0,
  )
}

function ShortcutTable({ name, entries }: Group) {
  const t = useTranslate()
  return (
    <table className="shortcut-table">
      <caption>{name}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('shortcuts.command')}</th>
          <th scope="col">{t('shortcuts.keys')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, title, keys }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>
              <kbd>{keys}</kbd>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
