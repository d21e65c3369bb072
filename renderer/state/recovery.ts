import { readArticleText } from '../editor/article-text.ts'
import type { JournalEntry } from '../../core/contract.ts'
import type { ArticleSession } from './article-session.ts'
import { debounce, type Debounced } from './debounce.ts'
import { createJournalWriter } from './journal-write.ts'
import { startOf, type Tabs } from './opening.ts'
import type { Runtime } from './runtime.ts'

/** Keeps what is typed safe from crashes. */
export interface Recovery {
  /** The article changed: its journal is written after a pause of 300 ms, and at least once a second. */
  readonly changed: (session: ArticleSession) => void
  /** The article came to the front: an unsaved one comes back there. */
  readonly shown: (session: ArticleSession) => void
  /** The article is on disk or given up: its journal goes; resolves when it is gone, or cannot be made to go. */
  readonly done: (session: ArticleSession) => Promise<void>
  /** Writes every waiting journal at once. */
  readonly flush: () => void
  /** Writes the journal of every unsaved article: after the connection was lost. */
  readonly writeAll: () => void
  /** Writes the article's journal, if it is unsaved, and leaves it to the page that starts next; false: it failed. */
  readonly handOver: (session: ArticleSession) => Promise<boolean>
  /** Opens what a crash left behind, in its order and with the former article in front; gives the number of articles. */
  readonly restore: () => Promise<number>
}

const PAUSE = 300
const LIMIT = 500
/** Milliseconds after which a write that failed is tried again. */
const RETRY = 10_000

export function createRecovery(runtime: Runtime, tabs: Tabs): Recovery {
  const { bridge, sessions } = runtime
  const timers = new Map<string, Debounced>()
  const written = new Set<string>()
  const shownAt = new Map<string, number>()
  const journal = createJournalWriter(bridge)
  const busy = new Set<string>()
  const retries = new Set<string>()
  let failing = false

  /** True when the journal holds what is unsaved in the article, which may be nothing. */
  const write = async (session: ArticleSession, leaving = false): Promise<boolean> => {
    if (!session.tab.dirty) {
      await remove(session.id)
      return true
    }
    const { tab, view } = session
    written.add(session.id)
    const entry: JournalEntry = {
      id: session.id,
      path: tab.path,
      name: tab.name,
      text: '',
      encoding: tab.encoding,
      base: session.base,
      caret: view.state.selection.main.head,
      top: session.scrolledTo(),
      position: Math.max(0, [...sessions.keys()].indexOf(session.id)),
      shownAt: shownAt.get(session.id) ?? 0,
      writtenAt: 0,
    }
    const reply = await journal.write(entry, view.state, leaving)
    if (reply === null) return false
    if (!reply.ok && reply.code !== 'disconnected' && !failing) {
      runtime.notify('error', runtime.t('state.journalFailed', { reason: runtime.describe(reply) }))
    }
    failing = !reply.ok
    return reply.ok
  }

  /** A write that is under way comes to its end first: steady typing must not put it off for ever. */
  const next = async (session: ArticleSession): Promise<void> => {
    if (busy.has(session.id)) {
      schedule(session)
      return
    }
    busy.add(session.id)
    await write(session)
    busy.delete(session.id)
    if (failing) tryLater(session)
  }

  /** The writer may make room and type nothing more. */
  const tryLater = (session: ArticleSession): void => {
    if (retries.has(session.id)) return
    retries.add(session.id)
    setTimeout(() => {
      retries.delete(session.id)
      if (failing && sessions.has(session.id)) schedule(session)
    }, RETRY)
  }

  const schedule = (session: ArticleSession): void => {
    let timer = timers.get(session.id)
    if (!timer) {
      timer = debounce(() => void next(session), PAUSE, LIMIT)
      timers.set(session.id, timer)
    }
    timer.schedule()
  }

  const remove = async (id: string): Promise<void> => {
    journal.end(id)
    timers.get(id)?.cancel()
    timers.delete(id)
    if (written.delete(id)) await bridge.call('recovery.remove', id)
  }

  const restoreOne = async (entry: JournalEntry): Promise<void> => {
    const reply = entry.path === null ? null : await bridge.call('article.open', entry.path)
    const opened = reply?.ok ? reply.value : null
    const start = opened
      ? { ...startOf(entry.id, opened), base: entry.base }
      : {
          id: entry.id,
          name: entry.name,
          path: entry.path,
          realPath: entry.path,
          text: readArticleText(entry.path === null ? '' : entry.text),
          encoding: entry.encoding,
          base: null,
          readOnly: null,
        }
    const session = tabs.add(start)
    written.add(entry.id)
    session.replaceText(entry.text)
    session.show({ encoding: entry.encoding })
    if (reply?.ok === false) {
      // A file that is there and cannot be read, such as one that a crash filled with zeros, is not a deleted one.
      const isThere = reply.code !== 'notFound' && reply.code !== 'brokenLink'
      session.show({ conflict: isThere ? 'changed' : 'deleted' })
      if (isThere) {
        session.base = entry.base
        runtime.notify('error', runtime.describe(reply))
      }
    } else if (opened && opened.version.sha256 !== entry.base?.sha256) {
      session.ancestorLost = true
      if (opened.text === entry.text) session.reload(opened)
      else session.show({ conflict: 'changed' })
    }
    session.restorePlace(entry.caret, entry.top)
  }

  return {
    changed: schedule,
    shown(session) {
      shownAt.set(session.id, Date.now())
      if (session.tab.dirty) schedule(session)
    },
    done: (session) => remove(session.id),
    flush() {
      for (const [id, timer] of timers) {
        const session = sessions.get(id)
        timer.cancel()
        if (session) void write(session, true)
      }
    },
    writeAll() {
      for (const session of sessions.values()) void write(session)
    },
    async handOver(session) {
      const { id } = session
      timers.get(id)?.cancel()
      if (!session.tab.dirty) return true
      if (!(await write(session))) return false
      written.delete(id)
      return (await bridge.call('recovery.release', id)).ok
    },
    async restore() {
      const entries = [...((await runtime.request('recovery.list')) ?? [])]
      entries.sort((a, b) => a.position - b.position || a.writtenAt - b.writtenAt)
      for (const entry of entries) await restoreOne(entry)
      const front = entries.reduce<JournalEntry | null>(
        (best, entry) => (best && best.shownAt >= entry.shownAt ? best : entry),
        null,
      )
      if (front) tabs.activate(front.id)
      return entries.length
    },
  }
}
