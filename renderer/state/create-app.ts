import type { AppInfo, Bridge } from '../../core/contract.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts'
import { setEditorOptions, setRawFrontMatter } from '../editor/create-editor.ts'
import { convertLineEnds } from '../editor/line-ends.ts'
import { pageNonce } from '../editor/page-nonce.ts'
import { isTyped } from '../editor/typed.ts'
import type { Language } from '../i18n/messages.ts'
import { hasLanguage, loadLanguage } from '../i18n/catalogue.ts'
import { languageFor } from '../i18n/translate.ts'
import type { App } from './app.ts'
import type { AppState, Failure } from './app-state.ts'
import type { ArticleSession, SessionHost } from './article-session.ts'
import { appearanceOf, followSystemColours } from './appearance.ts'
import { createAutosave } from './autosave.ts'
import { createClosedArticles } from './closed-articles.ts'
import { createClosing } from './closing.ts'
import { createCommands } from './commands.ts'
import { createContextMenu } from './context-menu.ts'
import { followDrops } from './paste/drops.ts'
import { createDisk } from './disk.ts'
import { editorOptionsOf, sameEditorOptions } from './editor-options.ts'
import { copyArticle, downloadArticle } from './keep-copy.ts'
import { createLateDrawing } from './late-drawing.ts'
import { followNatively } from './native.ts'
import { createTabs, folderOf } from './opening.ts'
import { createPasting } from './paste/pasting.ts'
import { createPreviewLink } from './preview-link.ts'
import { loadsRemoteImages } from './remote-images.ts'
import { createRecents } from './recents.ts'
import { createRecovery } from './recovery.ts'
import { reportErrors } from './report-errors.ts'
import { createRuntime, showTabs, type Runtime } from './runtime.ts'
import { openRepairedCopy } from './repaired-copy.ts'
import { openSample } from './sample-article.ts'
import { createSaving } from './saving.ts'
import { createOtherWindows } from './windows.ts'
import { createWorkspace } from './workspace.ts'
import { createSettingsSync } from './settings-sync.ts'

/** The writer's choice, else the system's: in the browser shell the browser knows it better than the server. */
function languageOf(settings: Settings, info: AppInfo): Language {
  if (settings.language !== 'system') return settings.language
  return languageFor(info.shell === 'browser' ? navigator.language : info.locale)
}

async function firstState(bridge: Bridge): Promise<AppState> {
  const [info, settings, recents] = await Promise.all([
    bridge.call('app.info'),
    bridge.call('settings.read'),
    bridge.call('recent.list'),
  ])
  if (!info.ok) throw new Error(info.message)
  const chosen = settings.ok ? settings.value : DEFAULT_SETTINGS
  const language = languageOf(chosen, info.value)
  await loadLanguage(language)
  return {
    info: info.value,
    settings: chosen,
    language,
    ...appearanceOf(chosen),
    tabs: [],
    activeId: null,
    recents: recents.ok ? recents.value : [],
    connected: true,
    ended: false,
    dialog: null,
    contextMenu: null,
    notices: [],
    settingsUndo: null,
    transfer: null,
    opening: null,
    begun: false,
    sidebarAsked: 0,
    formAsked: false,
  }
}

/** Milliseconds after which the page shows before the articles it starts with are open. */
const LONG_START = 2_000

/** Brings the application up on a bridge: its state, what a crash left, and the articles it was started on. */
export async function createApp(bridge: Bridge): Promise<App> {
  reportErrors(bridge)
  const runtime: Runtime = createRuntime(bridge, await firstState(bridge))
  const { store, sessions } = runtime
  const drawing = createLateDrawing(store)

  const host = (): SessionHost => ({
    settings: store.get().settings,
    language: store.get().language,
    nonce: pageNonce(),
    keys: [],
    extensions: (session) => pasting.extension(session),
    pictureChanged(session) {
      if (!sessions.has(session.id)) return
      showTabs(runtime)
      link.pictureChanged(session)
    },
    updated(session, update, follow) {
      if (isTyped(update)) drawing.late(follow)
      else follow()
      link.updated(session, update)
      if (!update.docChanged) return
      recovery.changed(session)
      autosave.changed(session)
    },
  })
  const tabs = createTabs(runtime, {
    session: host,
    changed() {
      disk.watch()
      link.show()
    },
    shown: (session) => recovery.shown(session),
    ahead: (start, goesOn) => link.ahead(start, goesOn),
    folder: (path) => void workspace.open(path),
    forget: (path) => void recents.remove(path),
  })
  const recents = createRecents(runtime)
  const link = createPreviewLink(runtime, tabs)
  const recovery = createRecovery(runtime, tabs)
  const saving = createSaving(runtime, tabs, (session) => void recovery.done(session))
  const disk = createDisk(runtime, tabs, saving, recovery.changed)
  const autosave = createAutosave(runtime, saving)
  const closed = createClosedArticles(runtime, tabs)
  const drop = (session: ArticleSession): void => {
    void recovery.done(session)
    tabs.drop(session)
    link.forget(session.id)
  }
  const pasting = createPasting(runtime, () => saving)
  const closing = createClosing(runtime, saving, async (session) => {
    closed.note(session)
    await recovery.done(session)
    pasting.closing(session)
    drop(session)
  })
  const otherWindows = createOtherWindows(runtime, recovery, drop)

  const withSession = (id: string, action: (session: ArticleSession) => void): void => {
    const session = sessions.get(id)
    if (session) action(session)
  }

  const applySettings = (settings: Settings): void => {
    const before = store.get()
    const wanted = languageOf(settings, before.info)
    const language = hasLanguage(wanted) ? wanted : before.language
    if (language !== wanted) {
      loadLanguage(wanted).then(
        () => applySettings(store.get().settings),
        () => runtime.notify('error', runtime.t('state.languageNotLoaded')),
      )
    }
    store.patch({ settings, language, ...appearanceOf(settings) })
    const options = editorOptionsOf(settings, language)
    if (!sameEditorOptions(options, editorOptionsOf(before.settings, before.language))) {
      for (const session of sessions.values()) setEditorOptions(session.view, options)
    }
    for (const session of sessions.values()) {
      const { path } = session.tab
      const remoteImages = loadsRemoteImages(settings, path)
      // Leave given once stays as long as the settings say the same of the article.
      if (remoteImages !== loadsRemoteImages(before.settings, path)) session.show({ remoteImages })
    }
    if (before.settings.scrollSync !== settings.scrollSync) link.show()
  }

  const settingsSync = createSettingsSync({
    bridge,
    current: () => store.get().settings,
    apply: applySettings,
    failed: (failure) => runtime.notify('error', runtime.describe(failure)),
  })

  const changeSettings: App['changeSettings'] = (patch) => {
    const { settingsUndo } = store.get()
    if (settingsUndo?.keys.some((key) => Object.hasOwn(patch, key))) store.patch({ settingsUndo: null })
    settingsSync.change(patch)
  }

  const openDialog = async (): Promise<void> => {
    const { info, recents } = store.get()
    const near = runtime.active()?.tab.path ?? recents[0]?.path
    const paths =
      info.shell === 'desktop'
        ? await runtime.request('dialog.open')
        : await runtime.ask({
            kind: 'openFile',
            startFolder: near === undefined ? info.homeFolder : folderOf(near),
          })
    if (paths) await tabs.open(paths)
  }

  const app: App = {
    bridge,
    preview: link,
    getState: store.get,
    subscribe: drawing.subscribe,
    run: (id) => commands.run(id),
    isEnabled: (id) => commands.isEnabled(id),
    isChecked: (id) => commands.isChecked(id),
    openPaths: tabs.open,
    activate: tabs.activate,
    close: (id) => closing.close(id),
    closeMany: (ids) => closing.closeMany(ids),
    async moveToWindow(id) {
      const session = sessions.get(id)
      if (session) await otherWindows.move(session)
    },
    showContextMenu: createContextMenu(runtime),
    closeContextMenu: () => store.patch({ contextMenu: null }),
    editorOf: (id) => sessions.get(id)?.view ?? null,
    edit: (id, edits, group) => withSession(id, (session) => session.edit(edits, group)),
    setBodyFormat: (id, format) => withSession(id, (session) => session.chooseBodyFormat(format)),
    setLineEnds: (id, kind) => withSession(id, (session) => convertLineEnds(session.view, kind)),
    async reopenWithEncoding(id, encoding) {
      const session = sessions.get(id)
      if (!session || !(await closing.mayReplace(session))) return
      await tabs.reopen(session, encoding)
    },
    async saveWithEncoding(id, encoding) {
      const session = sessions.get(id)
      if (session) await saving.saveWithEncoding(session, encoding)
    },
    openRepairedCopy: (id) => withSession(id, (session) => openRepairedCopy(runtime, tabs, session)),
    async retrySave(id) {
      const session = sessions.get(id)
      if (session) await saving.save(session)
    },
    allowRemoteImages(id, how) {
      withSession(id, (session) => {
        const { remoteImagesAllowed } = store.get().settings
        session.show({ remoteImages: true })
        if (how === 'always') changeSettings({ remoteImages: 'always' })
        else if (how === 'article' && session.tab.path !== null) {
          changeSettings({
            remoteImagesAllowed: [...new Set([...remoteImagesAllowed, session.tab.path])].slice(-500),
          })
        }
      })
    },
    async resolveConflict(id, how) {
      const session = sessions.get(id)
      if (session) await disk.resolve(session, how)
    },
    setRawFrontMatter: (id, raw) =>
      withSession(id, (session) => {
        setRawFrontMatter(session.view, raw)
        session.show({ rawFrontMatter: raw })
      }),
    changeSettings,
    offerSettingsUndo: (settingsUndo) => store.patch({ settingsUndo }),
    undoSettings() {
      const { settingsUndo } = store.get()
      store.patch({ settingsUndo: null })
      settingsUndo?.run()
    },
    changeLayout(patch) {
      const { formCollapsed } = patch
      if (formCollapsed !== undefined) store.patch({ formAsked: !formCollapsed })
      changeSettings({ layout: { ...store.get().settings.layout, ...patch } })
    },
    removeRecent: (path) => void recents.remove(path),
    clearRecents: () => void recents.clear(),
    showDialog: (dialog) => runtime.ask(dialog),
    answer: runtime.answer,
    copyArticle: async (id) => {
      const session = sessions.get(id)
      if (session) await copyArticle(runtime, session)
    },
    downloadArticle: (id) => withSession(id, downloadArticle),
    dismissNotice: (id) => store.patch({ notices: store.get().notices.filter((notice) => notice.id !== id) }),
  }

  const workspace = createWorkspace(runtime, app)
  const commands = createCommands(app, runtime, {
    otherWindows,
    newArticle: () => void tabs.create(),
    openDialog,
    async quickOpen() {
      const path = await runtime.ask({ kind: 'quickOpen' })
      if (path === null) return
      if (sessions.has(path)) tabs.activate(path)
      else await tabs.open([path])
    },
    workspace,
    pasting,
    closed,
    openSample: () => openSample(runtime, tabs),
    save: saving.save,
    saveAs: saving.saveAs,
    step(direction) {
      const ids = [...sessions.keys()]
      const at = ids.indexOf(store.get().activeId ?? '')
      const next = ids[(at + direction + ids.length) % ids.length]
      if (next !== undefined) tabs.activate(next)
    },
  })

  bridge.on('article.changedOnDisk', (event) => void disk.changed(event))
  bridge.on('files.opened', ({ paths }) => void tabs.open(paths))
  bridge.on('command.run', ({ id }) => app.run(id as Parameters<App['run']>[0]))
  const tell = (failure: Failure): void => runtime.notify('error', runtime.describe(failure))
  bridge.on('app.notice', tell)
  void bridge.call('app.notices').then((untold) => {
    if (untold.ok) for (const failure of untold.value) tell(failure)
  })
  bridge.on('connection.changed', ({ connected, ended = false }) => {
    store.patch({ connected, ended })
    if (connected) {
      disk.watchAgain()
      recovery.writeAll()
    }
  })
  bridge.on('window.closeRequested', (request) => void closing.closeWindow(request))
  bridge.on('recents.changed', (list) => store.patch({ recents: list }))
  bridge.on('recents.clear', () => void recents.clear())
  followSystemColours(() => store.patch(appearanceOf(store.get().settings)))
  followDrops(app, runtime, tabs, pasting)
  closing.guardPage(() => recovery.flush())
  autosave.start()

  await recovery.restore()
  // The page waits for the articles it starts with, but not when they take long: then it shows how far they are.
  await Promise.race([
    tabs.open(store.get().info.openAtStart),
    new Promise((resolve) => setTimeout(resolve, LONG_START)),
  ])
  followNatively(app, runtime)
  return app
}
