import type { AppState } from './app-state.ts'
import { fileName, folderOf } from './opening.ts'
import type { App } from './app.ts'
import type { Runtime } from './runtime.ts'

/** Opening a folder whose articles the sidebar lists, and leaving it. */
export interface WorkspaceActions {
  /** Asks which folder. */
  readonly choose: () => Promise<void>
  readonly open: (path: string) => Promise<void>
  readonly close: () => void
}

/** The name a workspace is shown under: its folder's, or the path where there is none (`/`). */
export function workspaceName({ settings }: Pick<AppState, 'settings'>): string {
  return fileName(settings.workspace) || settings.workspace
}

/** Of the message that a folder was closed, which opening one makes stale. */
const GROUP = 'folder'

export function createWorkspace(runtime: Runtime, app: Pick<App, 'changeSettings'>): WorkspaceActions {
  const { store } = runtime

  const open = async (path: string): Promise<void> => {
    const listing = await runtime.request('folder.list', path)
    if (!listing) return
    const { layout } = store.get().settings
    store.patch({ notices: store.get().notices.filter(({ group }) => group !== GROUP) })
    app.changeSettings({
      workspace: listing.path,
      layout: { ...layout, sidebarOpen: true, sidebarView: 'articles', zen: false },
    })
  }

  return {
    open,
    close() {
      const { workspace } = store.get().settings
      const name = workspaceName(store.get())
      app.changeSettings({ workspace: '' })
      const run = (): void => app.changeSettings({ workspace })
      const label = runtime.t('command.edit.undo')
      runtime.notify('info', runtime.t('state.folderClosed', { name }), { label, run }, GROUP)
    },
    async choose() {
      const { info, settings } = store.get()
      const near = runtime.active()?.tab.path
      const startFolder = settings.workspace || (near ? folderOf(near) : info.homeFolder)
      const chosen =
        info.shell === 'desktop'
          ? await runtime.request('dialog.openFolder')
          : await runtime.ask({ kind: 'openFolder', startFolder })
      if (chosen !== null) await open(chosen)
    },
  }
}
