import { baseName, folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { PickList, type PickItem } from './pick-list.tsx'

/** Goes to an open article or opens a recent one; answers the tab's id for an open one, the path for a recent one. */
export function QuickOpenDialog() {
  const t = useTranslate()
  const app = useApp()
  const tabs = useAppState((state) => state.tabs)
  const activeId = useAppState((state) => state.activeId)
  const recents = useAppState((state) => state.recents)
  const open = [...tabs.filter((it) => it.id !== activeId), ...tabs.filter((it) => it.id === activeId)]
  const paths = new Set(tabs.map((it) => it.path))
  const items: readonly PickItem[] = [
    ...open.map((tab) => ({
      id: tab.id,
      text: tab.name,
      note: t('quickOpen.open'),
      alsoFoundBy: tab.path === null ? [] : [tab.path],
    })),
    ...recents
      .filter((it) => !paths.has(it.path))
      .map(({ path, title }) => ({
        id: path,
        text: title || baseName(path),
        note: title ? baseName(path) : baseName(folderOf(path)),
        alsoFoundBy: [path],
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
