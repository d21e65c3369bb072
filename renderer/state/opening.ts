import type { OpenedArticle, SaveReceipt } from '../../core/contract.ts'
import type { Encoding } from '../../core/encodings.ts'
import { ArticleSession, type SessionHost, type SessionStart } from './article-session.ts'
import { showTabs, type Runtime } from './runtime.ts'

/** The last part of a path, of either kind of separator. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** The folder part of a path, without the last separator. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/'), path.lastIndexOf('\\')))
}

/** Opens, shows and closes tabs. */
export interface Tabs {
  /** Opens articles by path, each in its tab; one that is open already is shown. Failures are told. */
  readonly open: (paths: readonly string[]) => Promise<void>
  readonly create: () => ArticleSession
  readonly add: (start: SessionStart) => ArticleSession
  readonly activate: (id: string) => void
  /** Takes a tab away without asking. */
  readonly drop: (session: ArticleSession) => void
  readonly reopen: (session: ArticleSession, encoding: Encoding) => Promise<void>
  /** After a first save or a save under another name. */
  readonly adopt: (session: ArticleSession, receipt: SaveReceipt) => void
  readonly newId: () => string
}

/** What an opened file gives a tab to start from. */
export function startOf(id: string, opened: OpenedArticle): SessionStart {
  return {
    id,
    name: fileName(opened.path),
    path: opened.path,
    realPath: opened.realPath,
    rawText: opened.text,
    encoding: opened.encoding,
    base: opened.version,
    readOnly: opened.readOnly,
  }
}

/** The title an article is listed under: its title field, or its file name. */
export function titleOf(session: ArticleSession): string {
  const field = session.tab.frontMatter.fields.find((one) => one.key.toLowerCase() === 'title')
  const title = typeof field?.value === 'string' ? field.value.trim() : ''
  return title === '' ? session.tab.name : title
}

/** How long opening may take before it is said, in milliseconds. */
const SAY_OPENING = 400

export function createTabs(runtime: Runtime, host: () => SessionHost, tabsChanged: () => void): Tabs {
  const { bridge, store, sessions } = runtime
  let untitled = 0

  const newId = (): string => crypto.randomUUID()

  const activate = (id: string): void => {
    if (!sessions.has(id)) return
    store.patch({ activeId: id })
    tabsChanged()
  }

  const add = (start: SessionStart): ArticleSession => {
    const session = new ArticleSession(start, host())
    sessions.set(session.id, session)
    showTabs(runtime)
    return session
  }

  const readContext = async (session: ArticleSession): Promise<void> => {
    const { path } = session.tab
    if (path === null) return
    const reply = await bridge.call('article.context', path)
    if (reply.ok && session.tab.path === path) session.setContext(reply.value)
  }

  const remember = async (session: ArticleSession): Promise<void> => {
    const { path } = session.tab
    if (path === null) return
    const reply = await bridge.call('recent.add', path, titleOf(session))
    if (reply.ok) store.patch({ recents: reply.value })
  }

  const openOne = async (path: string): Promise<void> => {
    const known = [...sessions.values()].find((session) => session.tab.path === path)
    if (known) {
      activate(known.id)
      return
    }
    const timer = setTimeout(() => store.patch({ opening: fileName(path) }), SAY_OPENING)
    const opened = await runtime.request('article.open', path)
    clearTimeout(timer)
    store.patch({ opening: null })
    if (!opened) return
    const same = [...sessions.values()].find((session) => session.realPath === opened.realPath)
    const session = same ?? add(startOf(newId(), opened))
    activate(session.id)
    if (same) return
    await Promise.all([readContext(session), remember(session)])
  }

  return {
    newId,
    activate,
    add,
    async open(paths) {
      for (const path of paths) await openOne(path)
    },
    create() {
      untitled += 1
      const session = add({
        id: newId(),
        name: runtime.t('state.untitled', { n: untitled }),
        path: null,
        realPath: null,
        rawText: '',
        encoding: store.get().settings.newArticleEncoding,
        base: null,
        readOnly: null,
      })
      activate(session.id)
      return session
    },
    drop(session) {
      const ids = [...sessions.keys()]
      const at = ids.indexOf(session.id)
      sessions.delete(session.id)
      if (store.get().activeId === session.id) store.patch({ activeId: ids[at + 1] ?? ids[at - 1] ?? null })
      showTabs(runtime)
      tabsChanged()
      session.dispose()
    },
    async reopen(session, encoding) {
      const { path } = session.tab
      if (path === null) return
      const opened = await runtime.request('article.open', path, encoding)
      if (!opened) return
      session.reload(opened)
    },
    adopt(session, receipt) {
      session.realPath = receipt.realPath
      session.show({ path: receipt.path, readOnly: null })
      session.renamed(fileName(receipt.path))
      tabsChanged()
      void readContext(session)
      void remember(session)
    },
  }
}
