import { useEffect, useState } from 'react'
import { findItems } from '../dialogs/pick-list.tsx'
import { pinyinInitials } from '../dialogs/pinyin.ts'
import { baseName, folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { workspaceArticles, type WorkspaceArticles } from '../state/workspace-articles.ts'
import { ArticleList, type ListedArticle } from './article-list.tsx'

export interface FilteredArticlesProps {
  readonly filter: string
  readonly workspace: string
  readonly onOpen: (path: string) => void
  readonly onShow: (tabId: string) => void
}

/** Rows that are shown at most. */
const MOST = 200

/** The open, recent and workspace articles a filter fits, best first. */
export function FilteredArticles({ filter, workspace, onOpen, onShow }: FilteredArticlesProps) {
  const t = useTranslate()
  const app = useApp()
  const tabs = useAppState((state) => state.tabs)
  const recents = useAppState((state) => state.recents)
  const [found, setFound] = useState<WorkspaceArticles | null>(null)

  useEffect(() => {
    if (workspace === '') return
    let wanted = true
    void workspaceArticles(app.bridge, workspace, () => wanted).then((articles) => {
      if (wanted) setFound(articles)
    })
    return () => {
      wanted = false
    }
  }, [app, workspace])

  const open = new Map(tabs.map((tab) => [tab.path ?? tab.id, tab]))
  const known = new Set(open.keys())
  const others = [
    ...(found?.articles ?? []).map(({ path, name, folder }) => ({ path, text: name, note: folder })),
    ...recents.map(({ path, title }) => ({ path, text: baseName(path), note: title || folderOf(path) })),
  ].filter(({ path }) => {
    if (known.has(path)) return false
    known.add(path)
    return true
  })
  const rows: readonly ListedArticle[] = [
    ...tabs.map((tab) => ({
      id: tab.id,
      text: tab.name,
      note: t('quickOpen.open'),
      unsaved: tab.dirty,
      conflict: tab.conflict !== null,
    })),
    ...others.map(({ path, text, note }) => ({ id: path, text, note, unsaved: false, conflict: false })),
  ]
  const fitting = findItems(
    rows.map(({ id, text, note }) => ({
      id,
      text,
      alsoFoundBy: [...(note === null ? [] : [`${note}/${text}`]), ...pinyinInitials(text)],
    })),
    filter,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const shown = fitting.slice(0, MOST).flatMap(({ item }) => byId.get(item.id) ?? [])
  const reading = workspace !== '' && found === null
  return (
    <section className="side-section side-found">
      <ArticleList
        label={t('sidebar.articles')}
        articles={shown}
        current={null}
        onChoose={(id) => (tabs.some((tab) => tab.id === id) ? onShow(id) : onOpen(id))}
      />
      <p className={shown.length === 0 ? 'side-empty' : 'visually-hidden'} role="status">
        {reading && shown.length === 0
          ? t('sidebar.readingFolder')
          : shown.length === 0
            ? t('sidebar.noMatch')
            : t('sidebar.matches', { n: fitting.length })}
      </p>
      {found?.complete === false && (
        <p className="side-empty">{t('sidebar.tooMany', { n: found.articles.length })}</p>
      )}
    </section>
  )
}
