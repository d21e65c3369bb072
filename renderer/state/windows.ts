import { setReadOnly } from '../editor/create-editor.ts'
import type { ArticleSession } from './article-session.ts'
import type { Recovery } from './recovery.ts'
import type { Runtime } from './runtime.ts'

/** Other windows of the application: on the desktop its own, in the browser shell further pages. */
export interface OtherWindows {
  readonly open: () => Promise<void>
  /** Moves an article to a window of its own; what is not saved goes along by the recovery journal. */
  readonly move: (session: ArticleSession) => Promise<void>
}

export function createOtherWindows(
  runtime: Runtime,
  recovery: Recovery,
  drop: (session: ArticleSession) => void,
): OtherWindows {
  const openWindow = async (paths: readonly string[]): Promise<boolean> => {
    const reply = await runtime.bridge.call('window.new', paths)
    if (!reply.ok) runtime.notify('error', runtime.describe(reply))
    return reply.ok
  }

  return {
    async open() {
      await openWindow([])
    },
    async move(session) {
      const { dirty, path, readOnly } = session.tab
      // What is typed from now on would stay behind.
      setReadOnly(session.view, true)
      const carried = await recovery.handOver(session)
      if (carried && (await openWindow(dirty || path === null ? [] : [path]))) {
        drop(session)
        return
      }
      setReadOnly(session.view, readOnly !== null)
      recovery.changed(session)
    },
  }
}
