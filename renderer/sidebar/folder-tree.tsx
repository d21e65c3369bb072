import { ChevronRight, FileText, Folder, FolderOpen } from 'lucide-react'
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components'
import type { FolderEntry } from '../../core/contract.ts'
import { failureText } from '../i18n/failure-text.ts'
import { baseName } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { activeTab } from '../state/app.ts'
import { useAppState } from '../state/use-app.ts'
import { useFolders } from './use-folders.ts'
import { useRowHeight } from './use-row-height.ts'

export interface FolderTreeProps {
  /** Absolute path of the workspace. */
  readonly root: string
  readonly onOpen: (path: string) => void
}

/** The workspace's folders and articles; a folder is read when it is opened. */
export function FolderTree({ root, onOpen }: FolderTreeProps) {
  const t = useTranslate()
  const { contents, expanded, setExpanded } = useFolders(root)
  const tabs = useAppState((state) => state.tabs)
  const shown = useAppState((state) => activeTab(state)?.path ?? null)
  const rowHeight = useRowHeight()
  const unsaved = new Set(tabs.filter((tab) => tab.dirty).map((tab) => tab.path))
  const top = contents.get(root)

  if (!top) return <p className="side-empty">{t('sidebar.readingFolder')}</p>
  if (top.kind === 'failed') {
    return (
      <p className="side-empty side-failed" role="alert">
        {failureText(t, top.failure)}
      </p>
    )
  }
  if (top.entries.length === 0) return <p className="side-empty">{t('sidebar.emptyFolder')}</p>

  const dependencies = [contents, expanded, tabs, shown, t]
  const inside = (path: string): readonly FolderEntry[] => {
    const found = contents.get(path)
    return found?.kind === 'entries' ? found.entries : []
  }
  const row = (entry: FolderEntry) => {
    const isFolder = entry.kind === 'folder'
    const isOpen = expanded.has(entry.path)
    const Icon = isFolder ? (isOpen ? FolderOpen : Folder) : FileText
    const failed = contents.get(entry.path)
    return (
      <TreeItem
        id={entry.path}
        className="side-row"
        textValue={entry.name}
        hasChildItems={isFolder}
        data-current={entry.path === shown || undefined}
      >
        <TreeItemContent>
          {isFolder ? (
            <Button slot="chevron" className="side-chevron">
              <ChevronRight className="icon" aria-hidden />
            </Button>
          ) : (
            <span className="side-chevron" />
          )}
          <Icon className="icon" aria-hidden />
          <span className="side-row-text" title={entry.name}>
            {entry.name}
          </span>
          {failed?.kind === 'failed' && (
            <span className="side-note" title={failureText(t, failed.failure)}>
              {failureText(t, failed.failure)}
            </span>
          )}
          {unsaved.has(entry.path) && <UnsavedDot />}
          {entry.path === shown && <span className="visually-hidden">{t('sidebar.current')}</span>}
        </TreeItemContent>
        <Collection items={inside(entry.path)} dependencies={dependencies} idScope={entry.path}>
          {row}
        </Collection>
      </TreeItem>
    )
  }
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight }}>
      <Tree
        className="side-tree"
        aria-label={baseName(root)}
        items={top.entries}
        dependencies={dependencies}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setExpanded(new Set([...keys].map(String)))}
        onAction={(key) => {
          const path = String(key)
          const isFile = [...contents.values()].some(
            (it) =>
              it.kind === 'entries' && it.entries.some((one) => one.path === path && one.kind === 'file'),
          )
          if (isFile) onOpen(path)
          else setExpanded(toggled(expanded, path))
        }}
      >
        {row}
      </Tree>
    </Virtualizer>
  )
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}

/** The mark of an article that is not saved. */
export function UnsavedDot() {
  const t = useTranslate()
  return (
    <>
      <span className="side-dot" aria-hidden />
      <span className="visually-hidden">{t('tabs.unsaved')}</span>
    </>
  )
}
