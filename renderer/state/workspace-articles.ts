import type { Bridge, FolderEntry } from '../../core/contract.ts'
import { shownEntries } from './folder-entries.ts'

/** An article somewhere in the workspace. */
export interface WorkspaceArticle {
  readonly path: string
  readonly name: string
  /** Its folder within the workspace, with `/`; `''` at the top. */
  readonly folder: string
}

export interface WorkspaceArticles {
  readonly articles: readonly WorkspaceArticle[]
  /** False: there are more than were looked through. */
  readonly complete: boolean
}

/** Bounds of what one search may cost: requests to the services, and rows. */
const MOST_FOLDERS = 500
const MOST_ARTICLES = 5000
const AT_ONCE = 4

/** All articles in a folder and the folders in it, nearest first; ends early when `isWanted` says no. */
export async function workspaceArticles(
  bridge: Bridge,
  root: string,
  isWanted: () => boolean = () => true,
): Promise<WorkspaceArticles> {
  const articles: WorkspaceArticle[] = []
  let waiting: { readonly path: string; readonly folder: string }[] = [{ path: root, folder: '' }]
  let seen = 0
  while (waiting.length > 0 && seen < MOST_FOLDERS && articles.length < MOST_ARTICLES && isWanted()) {
    const now = waiting.slice(0, AT_ONCE)
    waiting = waiting.slice(AT_ONCE)
    seen += now.length
    const listings = await Promise.all(now.map(({ path }) => bridge.call('folder.list', path)))
    for (const [at, reply] of listings.entries()) {
      // A folder that may not be read, or is gone, has nothing to offer; the tree says why when it is opened.
      if (!reply.ok) continue
      const folder = now[at]?.folder ?? ''
      const within = (entry: FolderEntry): string => (folder === '' ? entry.name : `${folder}/${entry.name}`)
      for (const entry of shownEntries(reply.value.entries)) {
        if (entry.kind === 'folder') waiting.push({ path: entry.path, folder: within(entry) })
        else articles.push({ path: entry.path, name: entry.name, folder })
      }
    }
  }
  return {
    articles: articles.slice(0, MOST_ARTICLES),
    complete: waiting.length === 0 && articles.length <= MOST_ARTICLES,
  }
}
