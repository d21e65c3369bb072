import { FolderOpen, Search, X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { baseName, folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { titleKey, useShortcutOf } from '../panels/command-labels.ts'
import { IconButton } from '../panels/icon-button.tsx'
import { tabHints } from '../panels/tab-hints.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { ArticleList, type ListedArticle } from './article-list.tsx'
import { FilteredArticles } from './filtered-articles.tsx'
import { FolderTree } from './folder-tree.tsx'

/** How many recent articles stand under the open ones. */
const RECENTS = 12

/** The open articles, the folder's and the recent ones; a filter finds among all of them. */
export function ArticlesView({ onChosen }: { readonly onChosen: () => void }) {
  const t = useTranslate()
  const app = useApp()
  const [filter, setFilter] = useState('')
  const workspace = useAppState((state) => state.settings.workspace)

  const open = async (path: string): Promise<void> => {
    onChosen()
    await app.openPaths([path])
    const { activeId } = app.getState()
    if (activeId !== null) app.editorOf(activeId)?.focus()
  }
  const show = (id: string): void => {
    onChosen()
    app.activate(id)
    requestAnimationFrame(() => app.editorOf(id)?.focus())
  }
  const intoList = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowDown') return
    const panel = event.currentTarget.closest('.side-articles')
    const row = panel?.querySelector<HTMLElement>('[role="row"]')
    if (!row) return
    event.preventDefault()
    row.focus()
  }

  return (
    <div className="side-articles">
      <SearchField
        className="side-filter"
        aria-label={t('sidebar.filter')}
        value={filter}
        onChange={setFilter}
      >
        <Search className="icon" aria-hidden />
        <Input
          className="side-filter-input"
          placeholder={t('sidebar.filter')}
          spellCheck={false}
          onKeyDown={intoList}
        />
        {filter !== '' && (
          <Button className="side-filter-clear" aria-label={t('sidebar.clearFilter')}>
            <X className="icon" aria-hidden />
          </Button>
        )}
      </SearchField>
      {filter.trim() === '' ? (
        <Sections workspace={workspace} onOpen={(path) => void open(path)} onShow={show} />
      ) : (
        <FilteredArticles
          filter={filter}
          workspace={workspace}
          onOpen={(path) => void open(path)}
          onShow={show}
        />
      )}
    </div>
  )
}

interface SectionsProps {
  readonly workspace: string
  readonly onOpen: (path: string) => void
  readonly onShow: (tabId: string) => void
}

function Sections({ workspace, onOpen, onShow }: SectionsProps) {
  const t = useTranslate()
  const app = useApp()
  const shortcutOf = useShortcutOf()
  const tabs = useAppState((state) => state.tabs)
  const activeId = useAppState((state) => state.activeId)
  const recents = useAppState((state) => state.recents)
  const folder = useRef<HTMLElement>(null)
  const hints = tabHints(tabs)
  const paths = new Set(tabs.map((tab) => tab.path))
  const open = tabs.map((tab): ListedArticle => {
    const { id, name, dirty, conflict } = tab
    return { id, text: name, note: hints.get(id) ?? null, unsaved: dirty, conflict: conflict !== null }
  })
  const recent = recents
    .filter(({ path }) => !paths.has(path))
    .slice(0, RECENTS)
    .map(({ path, title }): ListedArticle => ({
      id: path,
      text: title || baseName(path),
      note: title ? baseName(path) : baseName(folderOf(path)),
      unsaved: false,
      conflict: false,
    }))
  return (
    <>
      {open.length > 0 && (
        <section className="side-section side-open">
          <h2 className="side-heading">{t('sidebar.open')}</h2>
          <ArticleList label={t('tabs.label')} articles={open} current={activeId} onChoose={onShow} />
        </section>
      )}
      <section
        className="side-section side-folder"
        data-none={workspace === '' || undefined}
        ref={folder}
        tabIndex={-1}
      >
        <div className="side-heading-row">
          <h2 className="side-heading" title={workspace}>
            {workspace === '' ? t('files.folder') : baseName(workspace)}
          </h2>
          {workspace !== '' && (
            <>
              <IconButton
                label={t(titleKey('file.openFolder'))}
                shortcut={shortcutOf('file.openFolder')}
                onPress={() => app.run('file.openFolder')}
              >
                <FolderOpen className="icon" aria-hidden />
              </IconButton>
              <IconButton
                label={t(titleKey('file.closeFolder'))}
                onPress={() => {
                  folder.current?.focus()
                  app.run('file.closeFolder')
                }}
              >
                <X className="icon" aria-hidden />
              </IconButton>
            </>
          )}
        </div>
        {workspace === '' ? (
          <div className="side-offer">
            <p className="muted">{t('sidebar.noFolder')}</p>
            <Button className="button" onPress={() => app.run('file.openFolder')}>
              {t(titleKey('file.openFolder'))}
            </Button>
          </div>
        ) : (
          <FolderTree key={workspace} root={workspace} onOpen={onOpen} />
        )}
      </section>
      {recent.length > 0 && (
        <section className="side-section side-recent">
          <h2 className="side-heading">{t('sidebar.recent')}</h2>
          <ArticleList label={t('welcome.recent')} articles={recent} current={null} onChoose={onOpen} />
        </section>
      )}
    </>
  )
}
