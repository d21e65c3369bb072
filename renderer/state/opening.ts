import type { FolderContext, OpenedArticle, SaveReceipt } from '../../core/contract.ts'
import type { Encoding } from '../../core/encodings.ts'
import type { Failure, Opening } from './app-state.ts'
import { readArticleText } from '../editor/article-text.ts'
import { ArticleSession, type SessionHost, type SessionStart } from './article-session.ts'
import { showTabs, type Runtime } from './runtime.ts'
import { showLostHistory } from './show-history.ts'

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
  readonly adopt: (session: ArticleSession, receipt: Pick<SaveReceipt, 'path' | 'realPath'>) => void
  readonly newId: () => string
}

/** An article before it has a session. */
export type ArticleAhead = Pick<SessionStart, 'id' | 'name' | 'path' | 'text'>

/** What an opened file gives a tab to start from. */
export function startOf(id: string, opened: OpenedArticle): SessionStart {
  return {
    id,
    name: fileName(opened.path),
    path: opened.path,
    realPath: opened.realPath,
    text: readArticleText(opened.text),
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

/** Milliseconds the editor of an article waits for the preview to show it: making it holds up the preview. */
const PREVIEW_PATIENCE = 1000

/** Milliseconds an article waits for what its folder says of it, so that it need not be drawn twice. */
const FOLDER_PATIENCE = 60

/** What happens in the application when the tabs change. */
export interface TabsHost {
  readonly session: () => SessionHost
  readonly changed: () => void
  readonly shown: (session: ArticleSession) => void
  /**
   * Shows the article, or its beginning when it `goesOn`, in the preview before the rest of the page is drawn, and
   * resolves when it can be seen; null when there is no preview. For a beginning that comes while no article is open the
   * preview is put on the page.
   */
  readonly ahead: (start: ArticleAhead, goesOn?: boolean) => Promise<void> | null
  /** What was to be opened is a folder. */
  readonly folder: (path: string) => void
  /** Takes an article off the list of recent ones. */
  readonly forget: (path: string) => void
}

/** An article that was opened, with what its folder is going to say of it; null for one that was open. */
interface Arrival {
  readonly session: ArticleSession
  readonly folder: FolderAhead | null
}

/** What the folder of an article says, asked while the article is on its way. */
interface FolderAhead {
  known: FolderContext | null
  readonly answer: Promise<FolderContext | null>
}

/** An article whose beginning is shown: its id, and when that was drawn. */
interface Begun {
  readonly id: string
  readonly seen: Promise<void>
}

/** Several articles that were asked for together. */
interface Turn {
  /** Those asked for later have a higher one. */
  readonly number: number
  at: number
  readonly of: number
  cancelled: boolean
}

/** Waits for something, but not longer than so many milliseconds. */
async function atMost(patience: number, something: Promise<unknown>): Promise<void> {
  await Promise.race([something, new Promise((done) => setTimeout(done, patience))])
}

export function createTabs(runtime: Runtime, host: TabsHost): Tabs {
  const { bridge, store, sessions } = runtime
  const newId = (): string => crypto.randomUUID()
  let turns = 0
  /** What came to the front because it was opened, last. */
  let brought: { readonly id: string; readonly turn: number } | null = null

  const activate = (id: string): void => {
    const session = sessions.get(id)
    if (!session) return
    // Where the one before was scrolled to, while it is still on the page.
    runtime.active()?.scrolledTo()
    store.patch({ activeId: id, begun: false })
    host.changed()
    host.shown(session)
  }

  const add = (from: SessionStart): ArticleSession => {
    const session = new ArticleSession(from, host.session())
    sessions.set(session.id, session)
    showTabs(runtime)
    return session
  }

  const askFolder = (path: string): FolderAhead => {
    const folder: FolderAhead = {
      known: null,
      answer: bridge
        .call('article.context', path)
        .then((reply) => (folder.known = reply.ok ? reply.value : null)),
    }
    return folder
  }

  const readContext = async (session: ArticleSession, { answer }: FolderAhead): Promise<void> => {
    const { path } = session.tab
    const context = await answer
    if (context && context !== session.tab.context && session.tab.path === path) session.setContext(context)
  }

  const remember = async (session: ArticleSession): Promise<void> => {
    const { path } = session.tab
    if (path === null) return
    const reply = await bridge.call('recent.add', path, titleOf(session))
    if (reply.ok) store.patch({ recents: reply.value })
  }

  /** Says why a file was not opened, with what can be done instead. */
  const tellFailure = async (path: string, failure: Failure): Promise<void> => {
    if (failure.code === 'isFolder') {
      host.folder(path)
      return
    }
    const text = runtime.describe(failure)
    if (failure.code === 'tooLarge' || failure.code === 'binaryFile') {
      const view = async (): Promise<void> => {
        const opened = await runtime.request('article.view', path)
        if (opened) await showOpened(opened)
      }
      runtime.notify('error', text, { label: runtime.t('state.viewReadOnly'), run: () => void view() })
      return
    }
    const listed = store.get().recents.some((recent) => recent.path === path)
    const versions = failure.code === 'notFound' ? await bridge.call('history.list', path) : null
    const label = runtime.t('command.article.history')
    if (!versions?.ok || versions.value.length === 0) {
      if (failure.code !== 'notFound' || !listed) runtime.notify('error', text)
      else
        runtime.notify('error', text, {
          label: runtime.t('state.forgetRecent'),
          run: () => host.forget(path),
        })
    } else runtime.notify('error', text, { label, run: () => void showLostHistory(runtime, tabs, path) })
  }

  /** Opens an article; null when it is not here after that. `toFront`: it will be brought to the front. */
  const openOne = async (path: string, turn: Turn, toFront: () => boolean): Promise<Arrival | null> => {
    const known = [...sessions.values()].find((session) => session.tab.path === path)
    if (known) return { session: known, folder: null }
    // The browser shell knows of no other windows.
    if (store.get().info.shell === 'desktop') {
      const elsewhere = await bridge.call('window.reveal', path)
      if (elsewhere.ok && elsewhere.value) return null
    }
    const opening: Opening = {
      name: fileName(path),
      at: turn.at,
      of: turn.of,
      read: null,
      cancel() {
        turn.cancelled = true
        store.patch({ opening: null, begun: false })
      },
    }
    let shown = opening
    const show = (): void => {
      if (!turn.cancelled) store.patch({ opening: shown })
    }
    const timer = setTimeout(show, SAY_OPENING)
    const unfollow = bridge.on('article.reading', (reading) => {
      if (reading.path !== path) return
      const isShown = store.get().opening === shown
      shown = { ...opening, read: reading }
      if (isShown) show()
    })
    const early: { begun: Begun | null; folder: FolderAhead | null } = { begun: null, folder: null }
    const unbegin = bridge.on('article.beginning', (beginning) => {
      if (beginning.path !== path || early.begun || turn.cancelled || !toFront() || find(beginning.realPath))
        return
      early.begun = begin(path, beginning.text)
      early.folder = askFolder(path)
    })
    const reply = await bridge.call('article.open', path)
    clearTimeout(timer)
    unfollow()
    unbegin()
    if (store.get().opening === shown) store.patch({ opening: null })
    if (!turn.cancelled && reply.ok) return arrive(reply.value, toFront(), early)
    if (early.begun) {
      // Left, it is off the page already, and what is there may be another one's.
      if (!turn.cancelled) store.patch({ begun: false })
      host.changed()
    }
    if (!turn.cancelled && !reply.ok) await tellFailure(path, reply)
    return null
  }

  const find = (realPath: string): ArticleSession | undefined =>
    [...sessions.values()].find((session) => session.realPath === realPath)

  /** Shows the beginning of an article whose rest is on its way. */
  const begin = (path: string, text: string): Begun | null => {
    const id = newId()
    const start = { id, path, name: fileName(path), text: readArticleText(text) }
    const seen = host.ahead(start, true)
    return seen && { id, seen: atMost(PREVIEW_PATIENCE, seen) }
  }

  const arrive = async (
    opened: OpenedArticle,
    toFront: boolean,
    early: { readonly begun: Begun | null; readonly folder: FolderAhead | null },
  ): Promise<Arrival> => {
    const { begun } = early
    const from = find(opened.realPath) ? null : startOf(begun?.id ?? newId(), opened)
    const folder = early.folder ?? askFolder(opened.path)
    // The preview has its first page before the editor is made and chrome and form are drawn.
    const seen = from && toFront ? host.ahead(from) : null
    if (seen) await (begun?.seen ?? atMost(PREVIEW_PATIENCE, seen))
    await atMost(FOLDER_PATIENCE, folder.answer)
    const known = find(opened.realPath)
    if (known) return { session: known, folder: null }
    const start = from ?? startOf(newId(), opened)
    return { session: add({ ...start, context: folder.known }), folder }
  }

  const settle = async ({ session, folder }: Arrival): Promise<void> => {
    if (folder) await Promise.all([readContext(session, folder), remember(session)])
  }

  const showOpened = async (opened: OpenedArticle): Promise<void> => {
    const arrival = await arrive(opened, true, { begun: null, folder: null })
    activate(arrival.session.id)
    await settle(arrival)
  }

  /** The lowest number no tab has. */
  const untitledName = (): string => {
    const names = new Set(store.get().tabs.map((tab) => tab.name))
    let n = 1
    while (names.has(runtime.t('state.untitled', { n }))) n += 1
    return runtime.t('state.untitled', { n })
  }

  const tabs: Tabs = {
    newId,
    activate,
    add,
    async open(paths) {
      const turn: Turn = { number: (turns += 1), at: 0, of: paths.length, cancelled: false }
      const { activeId: before } = store.get()
      let last: ArticleSession | null = null
      // The last one comes to the front, unless the writer has gone to another article or asked for one meanwhile.
      const isFree = (): boolean => {
        const { activeId } = store.get()
        return activeId === before || (activeId === brought?.id && brought.turn <= turn.number)
      }
      const comesToFront = (): boolean => isFree() && (turn.at === turn.of || store.get().activeId === null)
      const bring = ({ id }: ArticleSession): void => {
        brought = { id, turn: turn.number }
        activate(id)
      }
      for (const path of paths) {
        turn.at += 1
        const arrival = await openOne(path, turn, comesToFront)
        if (turn.cancelled) break
        if (!arrival) continue
        last = arrival.session
        if (comesToFront()) bring(last)
        await settle(arrival)
      }
      if (last && store.get().activeId !== last.id && isFree() && sessions.has(last.id)) bring(last)
      else if (last) host.changed()
    },
    create() {
      const session = add({
        id: newId(),
        name: untitledName(),
        path: null,
        realPath: null,
        text: readArticleText(''),
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
      host.changed()
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
      host.changed()
      void readContext(session, askFolder(receipt.path))
      void remember(session)
    },
  }
  return tabs
}
