import { ArrowUp, Check, FileText, Folder, House } from 'lucide-react'
import { useContext, useState, type KeyboardEvent } from 'react'
import { CheckboxButton, CheckboxField, ListBox, ListBoxItem, type Selection } from 'react-aria-components'
import type { FolderEntry } from '../../core/contract.ts'
import { failureText } from '../i18n/failure-text.ts'
import { baseName } from '../i18n/path-text.ts'
import { LanguageContext, useTranslate } from '../i18n/use-translate.ts'
import { IconButton } from '../panels/icon-button.tsx'
import { useAppState } from '../state/use-app.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import type { FolderState } from './use-folder.ts'
import { isArticleName } from './typed-path.ts'

export interface FolderViewProps {
  readonly folder: FolderState
  readonly allFiles: boolean
  /** Several files may be selected. */
  readonly multiple: boolean
  readonly selected: readonly string[]
  readonly onSelect: (entries: readonly FolderEntry[]) => void
  /** A file was chosen by Enter or a double click. */
  readonly onChoose: (file: FolderEntry) => void
}

/** A folder's articles with the way to its parents; Enter or a double click goes into a folder, Backspace up. */
export function FolderView(props: FolderViewProps) {
  const t = useTranslate()
  const language = useContext(LanguageContext)
  const home = useAppState((state) => state.info.homeFolder)
  const { folder, allFiles } = props
  const { listing, failure } = folder
  const [usedList, setUsedList] = useState(false)
  const entries = (listing?.entries ?? []).filter((it) => isShown(it, allFiles))
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })

  const go = (path: string | null | undefined, fromList: boolean): void => {
    setUsedList(fromList)
    if (path === null || path === undefined) return
    props.onSelect([])
    void folder.go(path)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Backspace' && !(event.altKey && event.key === 'ArrowUp')) return
    event.preventDefault()
    go(listing?.parent, true)
  }
  const select = (selection: Selection): void =>
    props.onSelect(entries.filter((it) => selection === 'all' || selection.has(it.path)))

  return (
    <div className="folder-view">
      <div className="folder-way">
        <IconButton
          label={t('files.up')}
          isDisabled={(listing?.parent ?? null) === null}
          onPress={() => go(listing?.parent, false)}
        >
          <ArrowUp className="icon" aria-hidden />
        </IconButton>
        <IconButton label={t('files.home')} onPress={() => go(home, false)}>
          <House className="icon" aria-hidden />
        </IconButton>
        {listing && <Breadcrumbs listing={listing} onGo={(path) => go(path, false)} />}
      </div>
      {failure && (
        <p className="field-error" role="alert">
          {failureText(t, failure)}
        </p>
      )}
      <div className="folder-list" aria-busy={folder.loading} onKeyDown={key}>
        {listing && (
          <ListBox
            key={listing.path}
            className="file-list"
            aria-label={t('files.list', { folder: baseName(listing.path) })}
            items={entries}
            autoFocus={usedList ? 'first' : false}
            selectionMode={props.multiple ? 'multiple' : 'single'}
            selectionBehavior="replace"
            selectedKeys={props.selected}
            onSelectionChange={select}
            onAction={(path) => {
              const entry = entries.find((it) => it.path === path)
              if (entry?.kind === 'folder') go(entry.path, true)
              else if (entry) props.onChoose(entry)
            }}
            renderEmptyState={() => (
              <p className="file-empty">{t(allFiles ? 'files.emptyAll' : 'files.empty')}</p>
            )}
            dependencies={[language]}
          >
            {(entry) => (
              <ListBoxItem id={entry.path} className="file" textValue={entry.name}>
                {entry.kind === 'folder' ? (
                  <Folder className="icon folder-icon" aria-label={t('files.isFolder')} />
                ) : (
                  <FileText className="icon" aria-hidden />
                )}
                <span className="file-name">{entry.name}</span>
                <span className="file-date">{date.format(entry.modified)}</span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
        {!listing && folder.loading && <p className="file-empty">{t('files.loading')}</p>}
      </div>
    </div>
  )
}

function isShown(entry: FolderEntry, allFiles: boolean): boolean {
  if (allFiles) return true
  return entry.kind === 'folder' ? !entry.name.startsWith('.') : isArticleName(entry.name)
}

export interface AllFilesProps {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** Whether files that are not articles, and hidden ones, are listed as well. */
export function AllFiles({ value, onChange }: AllFilesProps) {
  const t = useTranslate()
  return (
    <CheckboxField className="apart" isSelected={value} onChange={onChange}>
      <CheckboxButton className="check">
        <span className="check-box">
          <Check className="icon" aria-hidden />
        </span>
        {t('files.allFiles')}
      </CheckboxButton>
    </CheckboxField>
  )
}
