import type { Events } from '../../core/contract.ts'
import type { ArticleSession } from './article-session.ts'
import type { Runtime } from './runtime.ts'
import type { Saving } from './saving.ts'

/** Follows what other programs do to open articles. */
export interface Disk {
  /** Watches the files of the open tabs, and no others. */
  readonly watch: () => void
  /** Asks again after the connection was lost, and looks at every file once. */
  readonly watchAgain: () => void
  readonly changed: (event: Events['article.changedOnDisk']) => Promise<void>
  readonly resolve: (session: ArticleSession, how: 'mine' | 'theirs' | 'compare') => Promise<void>
}

export function createDisk(runtime: Runtime, saving: Saving): Disk {
  const { bridge, sessions } = runtime
  let watched = ''

  const readAgain = (session: ArticleSession) =>
    session.tab.path === null
      ? Promise.resolve(null)
      : runtime.request('article.open', session.tab.path, session.tab.encoding)

  const takeTheirs = async (session: ArticleSession): Promise<void> => {
    const opened = await readAgain(session)
    if (opened) session.reload(opened)
  }

  const watch = (): void => {
    const paths = [...sessions.values()].flatMap((session) => session.tab.path ?? [])
    const key = paths.join('\n')
    if (key === watched) return
    watched = key
    void runtime.request('article.watch', paths)
  }

  const changed: Disk['changed'] = async ({ path, kind }) => {
    const session = [...sessions.values()].find((one) => one.tab.path === path)
    if (!session) return
    if (kind === 'deleted') {
      session.show({ conflict: 'deleted' })
      return
    }
    const revision = session.revision
    const reply = await bridge.call('article.open', path, session.tab.encoding)
    if (!reply.ok || !sessions.has(session.id)) return
    const opened = reply.value
    if (opened.version.sha256 === session.base?.sha256) {
      session.base = opened.version
      session.show({ conflict: null })
    } else if (opened.text === session.rawText) session.reload(opened)
    else if (session.isDirty() || session.revision !== revision) session.show({ conflict: 'changed' })
    else session.reload(opened)
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
      if (how === 'mine') await saving.overwrite(session)
      else if (how === 'theirs') await takeTheirs(session)
      else {
        const opened = await readAgain(session)
        if (!opened) return
        const answer = await runtime.ask({
          kind: 'compare',
          name: session.tab.name,
          mine: session.rawText,
          theirs: opened.text,
        })
        if (answer === 'mine') await saving.overwrite(session)
        if (answer === 'theirs') await takeTheirs(session)
      }
    },
  }
}
