import type { ArticleSession } from './article-session.ts'
import type { Runtime } from './runtime.ts'
import type { Saving } from './saving.ts'

/** Closing tabs and the window: never without asking about what is not saved. */
export interface Closing {
  /** True when the tab is closed. */
  readonly close: (id: string) => Promise<boolean>
  /** Asks once for all unsaved articles, then lets the shell close the window. */
  readonly closeWindow: () => Promise<void>
  /** True when the text may be replaced: it is clean, saved by now, or given up. */
  readonly mayReplace: (session: ArticleSession) => Promise<boolean>
  /** Makes the browser ask before a page with unsaved articles goes; `leaving` runs as it goes. */
  readonly guardPage: (leaving: () => void) => void
}

export function createClosing(
  runtime: Runtime,
  saving: Saving,
  drop: (session: ArticleSession) => void,
): Closing {
  const { sessions, store } = runtime
  let asking = false

  const unsaved = (): ArticleSession[] => [...sessions.values()].filter((session) => session.tab.dirty)

  const settle = async (dirty: readonly ArticleSession[]): Promise<boolean> => {
    if (dirty.length === 0) return true
    const answer = await runtime.ask({ kind: 'unsaved', names: dirty.map((session) => session.tab.name) })
    if (answer === null) return false
    if (answer === 'discard') return true
    for (const session of dirty) if (!(await saving.save(session))) return false
    return true
  }

  const settleOne = (session: ArticleSession): Promise<boolean> => settle(session.tab.dirty ? [session] : [])

  return {
    async close(id) {
      const session = sessions.get(id)
      if (!session || !(await settleOne(session))) return false
      if (sessions.has(id)) drop(session)
      return true
    },
    mayReplace: settleOne,
    async closeWindow() {
      if (asking) return
      asking = true
      const settled = await settle(unsaved())
      asking = false
      if (!settled) return
      for (const session of [...sessions.values()]) drop(session)
      await runtime.request('window.close')
    },
    guardPage(leaving) {
      window.addEventListener('beforeunload', (event) => {
        leaving()
        if (store.get().info.shell === 'browser' && unsaved().length > 0) event.preventDefault()
      })
      window.addEventListener('pagehide', leaving)
    },
  }
}
