import { useEffect, useState } from 'react'
import { baseName, folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { workspaceArticles, type WorkspaceArticle } from '../state/workspace-articles.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { PickList, type PickItem } from './pick-list.tsx'
import { pinyinInitials } from './pinyin.ts'

/** The workspace's articles; null while they are looked for. */
function useWorkspaceArticles(): readonly WorkspaceArticle[] | null {
  const app = useApp()
  const workspace = useAppState((state) => state.settings.workspace)
  const [found, setFound] = useState<readonly WorkspaceArticle[] | null>(null)
  useEffect(() => {
    if (workspace === '') return
    let wanted = true
    void workspaceArticles(app.bridge, workspace, () => wanted).then(({ articles }) => {
      if (wanted) setFound(articles)
    })
    return () => {
      wanted = false
    }
  }, [app, workspace])
  return found
}

/**
 * Goes to an open article or opens a recent one or one of the workspace, found by name, path or pinyin initials; answers
 * the tab's id for an open one, else the path.
 */
export function QuickOpenDialog() {
  const t = useTranslate()
  const app = useApp()
  const tabs = useAppState((state) => state.tabs)
  const activeId = useAppState((state) => state.activeId)
  const recents = useAppState((state) => state.recents)
  const workspace = useWorkspaceArticles() ?? []
  const open = [...tabs.filter((it) => it.id !== activeId), ...tabs.filter((it) => it.id === activeId)]
  const paths = new Set(tabs.map((it) => it.path))
  const items: readonly PickItem[] = [
    ...open.map((tab) => ({
      id: tab.id,
      text: tab.name,
      note: t('quickOpen.open'),
      alsoFoundBy: [...(tab.path === null ? [] : [tab.path]), ...pinyinInitials(tab.name)],
    })),
    ...recents
      .filter((it) => !paths.has(it.path))
      .map(({ path, title }) => ({
        id: path,
        text: title || baseName(path),
        note: title ? baseName(path) : baseName(folderOf(path)),
        alsoFoundBy: [path, ...pinyinInitials(title), ...pinyinInitials(baseName(path))],
      })),
    ...workspace
      .filter((it) => !paths.has(it.path) && !recents.some((recent) => recent.path === it.path))
      .map(({ path, name, folder }) => ({
        id: path,
        text: name,
        note: folder,
        alsoFoundBy: [`${folder}/${name}`, ...pinyinInitials(name)],
      })),
  ]
  return (
    <DialogFrame title={t('quickOpen.title')} bare size="medium">
      <PickList
        label={t('quickOpen.title')}
        placeholder={t('quickOpen.placeholder')}
        items={items}
        emptyText={t('quickOpen.none')}
        onPick={(id) => app.answer(id)}
      />
    </DialogFrame>
  )
}
