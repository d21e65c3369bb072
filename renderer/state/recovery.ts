import type { JournalEntry } from '../../core/contract.ts'
import type { ArticleSession } from './article-session.ts'
import { debounce, type Debounced } from './debounce.ts'
import { startOf, type Tabs } from './opening.ts'
import type { Runtime } from './runtime.ts'

/** Keeps what is typed safe from crashes. */
export interface Recovery {
  /** The article changed: its journal is written after a pause of 300 ms, and at least once a second. */
  readonly changed: (session: ArticleSession) => void
  /** The article is on disk or given up: its journal goes. */
  readonly done: (session: ArticleSession) => void
  /** Writes every waiting journal at once. */
  readonly flush: () => void
  /** Writes the journal of every unsaved article: after the connection was lost. */
  readonly writeAll: () => void
  /** Opens what a crash left behind; gives the number of articles. */
  readonly restore: () => Promise<number>
}

const PAUSE = 300
const LIMIT = 900

export function createRecovery(runtime: Runtime, tabs: Tabs): Recovery {
  const { bridge } = runtime
  const timers = new Map<string, Debounced>()
  const written = new Set<string>()
  let failing = false

  const write = async (session: ArticleSession): Promise<void> => {
    if (!session.tab.dirty) return
    const { tab, view } = session
    written.add(session.id)
    const reply = await bridge.call('recovery.write', {
      id: session.id,
      path: tab.path,
      name: tab.name,
      text: session.rawText,
      encoding: tab.encoding,
      base: session.base,
      caret: view.state.selection.main.head,
      scrollTop: view.scrollDOM.scrollTop,
      writtenAt: 0,
    })
    if (!reply.ok && reply.code !== 'disconnected' && !failing) {
      runtime.notify('error', runtime.t('state.journalFailed', { reason: runtime.describe(reply) }))
    }
    failing = !reply.ok
  }

  const remove = (id: string): void => {
    timers.get(id)?.cancel()
    timers.delete(id)
    if (written.delete(id)) void bridge.call('recovery.remove', id)
  }

  const restoreOne = async (entry: JournalEntry): Promise<void> => {
    const reply = entry.path === null ? null : await bridge.call('article.open', entry.path, entry.encoding)
    const opened = reply?.ok ? reply.value : null
    const start = opened
      ? { ...startOf(entry.id, opened), base: entry.base }
      : {
          id: entry.id,
          name: entry.name,
          path: entry.path,
          realPath: entry.path,
          rawText: entry.path === null ? '' : entry.text,
          encoding: entry.encoding,
          base: null,
          readOnly: null,
        }
    const session = tabs.add(start)
    written.add(entry.id)
    session.replaceText(entry.text)
    if (entry.path !== null && !opened) session.show({ conflict: 'deleted' })
    else if (opened && opened.version.sha256 !== entry.base?.sha256) session.show({ conflict: 'changed' })
    session.restorePlace(entry.caret, entry.scrollTop)
    tabs.activate(session.id)
  }

  return {
    changed(session) {
      let timer = timers.get(session.id)
      if (!timer) {
        timer = debounce(() => void write(session), PAUSE, LIMIT)
        timers.set(session.id, timer)
      }
      timer.schedule()
    },
    done: (session) => remove(session.id),
    flush() {
      for (const timer of timers.values()) timer.flush()
    },
    writeAll() {
      for (const session of runtime.sessions.values()) void write(session)
    },
    async restore() {
      const entries = (await runtime.request('recovery.list')) ?? []
      for (const entry of entries) await restoreOne(entry)
      return entries.length
    },
  }
}
