import { assertNever } from '../../core/assert-never.ts'
import type { Events, OpenedArticle } from '../../core/contract.ts'
import type { ErrorCode } from '../../core/errors.ts'
import { setReadOnly } from '../editor/create-editor.ts'
import type { ConflictAnswer, Failure } from './app-state.ts'
import type { ArticleSession } from './article-session.ts'
import { fileName, type Tabs } from './opening.ts'
import type { Runtime } from './runtime.ts'
import { isPartOnly, type Saving } from './saving.ts'

/** Follows what other programs do to open articles. */
export interface Disk {
  /** Watches the files of the open tabs, and no others. */
  readonly watch: () => void
  /** Asks again after the connection was lost, and looks at every file once. */
  readonly watchAgain: () => void
  readonly changed: (event: Events['article.changedOnDisk']) => Promise<void>
  readonly resolve: (session: ArticleSession, how: ConflictAnswer) => Promise<void>
}

/** What took the place of an article is none. */
const NO_ARTICLE: ReadonlySet<ErrorCode> = new Set(['binaryFile', 'tooLarge', 'isFolder', 'notRegularFile'])

export function createDisk(
  runtime: Runtime,
  tabs: Tabs,
  saving: Saving,
  /** The disk no longer holds the article's text. */
  unsaved: (session: ArticleSession) => void,
): Disk {
  const { bridge, sessions } = runtime
  let watched = ''

  const readAgain = (session: ArticleSession): Promise<OpenedArticle | null> =>
    session.tab.path === null ? Promise.resolve(null) : runtime.request('article.open', session.tab.path)

  const watch = (): void => {
    const whole = [...sessions.values()].filter((session) => !isPartOnly(session))
    const paths = whole.flatMap((session) => session.tab.path ?? [])
    const key = paths.join('\n')
    if (key === watched) return
    watched = key
    void runtime.request('article.watch', paths)
  }

  const showAccess = (session: ArticleSession, readOnly: Failure | null): void => {
    session.show({ readOnly })
    setReadOnly(session.view, readOnly !== null)
  }

  const changed: Disk['changed'] = async ({ path, kind, movedTo }) => {
    const session = [...sessions.values()].find((one) => one.tab.path === path)
    if (!session || isPartOnly(session)) return
    if (kind === 'deleted') {
      session.show({ conflict: 'deleted', movedTo: movedTo ?? null })
      session.showDirty()
      unsaved(session)
      return
    }
    const revision = session.revision
    const reply = await bridge.call('article.open', path)
    if (!sessions.has(session.id)) return
    if (!reply.ok) {
      if (reply.code === 'noPermission') showAccess(session, reply)
      else if (NO_ARTICLE.has(reply.code)) {
        session.show({ conflict: 'changed', movedTo: null })
        runtime.notify('error', runtime.describe(reply))
      }
      return
    }
    const opened = reply.value
    if (opened.version.sha256 === session.base?.sha256) {
      session.base = opened.version
      session.show({ conflict: null, movedTo: null })
      session.showDirty()
      showAccess(session, opened.readOnly)
    } else if (opened.text === session.attempted) session.doubt(opened)
    else if (opened.text === session.rawText) session.reload(opened)
    else if (session.differs() || session.revision !== revision) {
      session.show({ conflict: 'changed', movedTo: null })
      if (session.tab.readOnly === null) showAccess(session, opened.readOnly)
    } else session.reload(opened)
  }

  /** Makes `text` the article, based on what was read from the disk; one undo step. */
  const settle = async (session: ArticleSession, opened: OpenedArticle, text: string): Promise<void> => {
    session.rebase(opened)
    if (text !== session.rawText) session.replaceText(text)
    // Had the file changed again since it was read, that is told now.
    await changed({ path: opened.path, kind: 'changed' })
  }

  const compare = async (
    session: ArticleSession,
    opened: OpenedArticle,
    texts: { readonly mine: string; readonly theirs: string; readonly conflicts: number | null },
  ): Promise<void> => {
    const { revision } = session
    const answer = await runtime.ask({ kind: 'compare', name: session.tab.name, ...texts })
    if (answer === null || session.revision !== revision || !sessions.has(session.id)) return
    if (answer === 'theirs') session.reload(opened)
    else if (answer === 'mine') {
      session.rebase(opened)
      await saving.save(session)
    } else await settle(session, opened, answer.text)
  }

  /** Saves over the version on disk as it is now; over one that cannot even be read, too. */
  const keepMine = async (session: ArticleSession): Promise<void> => {
    const { path } = session.tab
    const reply = path === null ? null : await bridge.call('article.open', path)
    if (reply?.ok) {
      session.rebase(reply.value)
      await saving.save(session)
    } else await saving.overwrite(session)
  }

  /** The text both sides were made from: as last read or saved, or else from the history. */
  const ancestorOf = async (session: ArticleSession): Promise<string | null> => {
    const { path } = session.tab
    if (session.ancestor !== null || session.base === null || path === null) return session.ancestor
    const versions = await bridge.call('history.list', path)
    const { sha256 } = session.base
    const version = versions.ok ? versions.value.find((one) => one.sha256 === sha256) : undefined
    if (version === undefined) return null
    const text = await bridge.call('history.read', path, version.id)
    return text.ok ? text.value : null
  }

  const merge = async (session: ArticleSession, opened: OpenedArticle): Promise<void> => {
    const ancestor = await ancestorOf(session)
    const mine = session.rawText
    if (ancestor === null) {
      runtime.notify('info', runtime.t('state.noAncestor'))
      await compare(session, opened, { mine, theirs: opened.text, conflicts: null })
      return
    }
    const { mergeTexts } = await import('../../core/article/merge.ts')
    const merged = mergeTexts(ancestor, mine, opened.text)
    if (merged.conflicts > 0) {
      await compare(session, opened, merged)
      return
    }
    await settle(session, opened, merged.mine)
    runtime.notify('info', runtime.t('state.merged', { name: session.tab.name }))
  }

  /** Goes on with the file under its new name. */
  const follow = async (session: ArticleSession): Promise<void> => {
    const { movedTo } = session.tab
    if (movedTo === null) return
    const other = [...sessions.values()].find((one) => one.tab.path === movedTo)
    if (other) {
      runtime.notify('error', runtime.t('state.openInOtherTab', { name: fileName(movedTo) }))
      tabs.activate(other.id)
      return
    }
    const opened = await runtime.request('article.open', movedTo)
    if (!opened) return
    tabs.adopt(session, opened)
    if (opened.version.sha256 === session.base?.sha256) session.rebase(opened)
    else session.show({ conflict: 'changed', movedTo: null })
  }

  return {
    watch,
    changed,
    watchAgain() {
      watched = ''
      watch()
      for (const session of sessions.values()) {
        if (session.tab.path !== null) void changed({ path: session.tab.path, kind: 'changed' })
      }
    },
    async resolve(session, how) {
      if (how === 'follow') {
        await follow(session)
        return
      }
      if (how === 'mine') {
        await keepMine(session)
        return
      }
      const opened = await readAgain(session)
      if (!opened) return
      switch (how) {
        case 'theirs':
          session.reload(opened)
          break
        case 'compare':
          await compare(session, opened, { mine: session.rawText, theirs: opened.text, conflicts: null })
          break
        case 'merge':
          await merge(session, opened)
          break
        default:
          assertNever(how)
      }
    },
  }
}
