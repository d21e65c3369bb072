import type { CloseAnswer, Events } from '../../core/contract.ts'
import type { ArticleSession } from './article-session.ts'
import type { Runtime } from './runtime.ts'
import type { Saving } from './saving.ts'

/** Closing tabs and the window: never without asking about what is not saved. */
export interface Closing {
  /** True when the tab is closed. */
  readonly close: (id: string) => Promise<boolean>
  /** Asks once for all that is unsaved in these tabs; true when they are closed. */
  readonly closeMany: (ids: readonly string[]) => Promise<boolean>
  /** Asks once for all unsaved articles, also those of other windows, then lets the shell close the window. */
  readonly closeWindow: (request: Events['window.closeRequested']) => Promise<void>
  /** True when the text may be replaced: it is clean, saved by now, or given up. */
  readonly mayReplace: (session: ArticleSession) => Promise<boolean>
  /** Makes the browser ask before a page with unsaved articles goes; `leaving` runs as it goes. */
  readonly guardPage: (leaving: () => void) => void
}

export function createClosing(
  runtime: Runtime,
  saving: Saving,
  /** Takes a tab away once nothing of it would come back after a crash. */
  drop: (session: ArticleSession) => Promise<void>,
): Closing {
  const { sessions, store } = runtime
  let asking = false
  const going = new Set<string>()

  const unsaved = (): ArticleSession[] => [...sessions.values()].filter((session) => session.tab.dirty)

  /**
   * What the writer decided about what is unsaved in these articles; null when nothing is to be closed: it was
   * called off, a save failed, or something was typed meanwhile.
   */
  const settle = async (
    closing: readonly ArticleSession[],
    others: readonly string[] = [],
    decided: CloseAnswer['how'] | null = null,
  ): Promise<CloseAnswer['how'] | null> => {
    const dirty = closing.filter(({ tab }) => tab.dirty)
    const names = [...dirty.map((session) => session.tab.name), ...others]
    if (names.length === 0) return 'discard'
    const how = decided ?? (await runtime.ask({ kind: 'unsaved', names }))
    if (how !== 'save') return how
    for (const session of dirty) if (!(await saving.save(session))) return null
    return closing.some(({ id, tab }) => sessions.has(id) && tab.dirty) ? null : how
  }

  const settleOne = async (session: ArticleSession): Promise<boolean> => (await settle([session])) !== null

  return {
    async close(id) {
      const session = sessions.get(id)
      if (!session || going.has(id) || !(await settleOne(session))) return false
      if (!sessions.has(id) || going.has(id)) return true
      going.add(id)
      await drop(session)
      going.delete(id)
      return true
    },
    async closeMany(ids) {
      const closing = ids.flatMap((id) => sessions.get(id) ?? [])
      if ((await settle(closing)) === null) return false
      await Promise.all(closing.filter(({ id }) => sessions.has(id) && !going.has(id)).map(drop))
      return true
    },
    mayReplace: settleOne,
    async closeWindow({ reason, others, how: decided }) {
      if (asking) return
      asking = true
      const how = await settle([...sessions.values()], others, decided)
      asking = false
      if (how === null) return
      await Promise.all([...sessions.values()].map(drop))
      await runtime.request('window.close', { reason, how })
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
