import type { FolderEntry } from '../../core/contract.ts'
import { isArticleName } from '../dialogs/typed-path.ts'

/** Folders of site generators and tools that hold no articles to write. */
const NOT_ARTICLES: ReadonlySet<string> = new Set(['node_modules', '__pycache__', 'bower_components'])

/** What the sidebar shows of a folder: folders that may hold articles, and articles. */
export function shownEntries(entries: readonly FolderEntry[]): readonly FolderEntry[] {
  return entries.filter(({ kind, name }) => {
    if (name.startsWith('.')) return false
    return kind === 'folder' ? !NOT_ARTICLES.has(name) : isArticleName(name)
  })
}
