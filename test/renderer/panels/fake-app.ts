import type { EditorView } from '@codemirror/view'
import type { Bridge, FolderListing } from '../../../core/contract.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings.ts'
import type { App } from '../../../renderer/state/app.ts'
import type { AppState, ArticleTab } from '../../../renderer/state/app-state.ts'

export const NO_FRONT_MATTER: ArticleTab['frontMatter'] = {
  block: null,
  format: null,
  fields: [],
  problems: [],
  complete: true,
}

export function makeTab(changes: Partial<ArticleTab> = {}): ArticleTab {
  return {
    id: 'one',
    name: 'harbour.md',
    path: '/home/ann/posts/harbour.md',
    dirty: false,
    saveState: { kind: 'saved' },
    readOnly: null,
    encoding: 'utf-8',
    lineEnds: 'lf',
    bodyFormat: 'markdown',
    bodyFormatReason: 'markdownText',
    frontMatter: NO_FRONT_MATTER,
    problems: [],
    bodyProblems: [],
    rawFrontMatter: false,
    outline: [],
    currentHeading: -1,
    statistics: {
      words: 1250,
      characters: 7043,
      charactersNoSpaces: 5810,
      cjk: 0,
      readingMinutes: 6,
      selected: null,
    },
    caretLine: 12,
    caretColumn: 4,
    hasSelection: false,
    inTable: false,
    conflict: null,
    movedTo: null,
    context: null,
    remoteImages: false,
    ...changes,
  }
}

export function makeState(changes: Partial<AppState> = {}): AppState {
  return {
    info: {
      version: '0.1.0',
      shell: 'browser',
      platform: 'linux',
      locale: 'en',
      homeFolder: '/home/ann',
      openAtStart: [],
    },
    settings: DEFAULT_SETTINGS,
    language: 'en',
    dark: false,
    highContrast: false,
    tabs: [],
    activeId: null,
    recents: [],
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
    ...changes,
  }
}

/** A call of the application made by the chrome: its name, then its arguments. */
export type Call = readonly [name: string, ...args: readonly unknown[]]

export interface FakeApp {
  readonly app: App
  /** Everything that was called, in order, but questions. */
  readonly calls: Call[]
  readonly set: (changes: Partial<AppState>) => void
}

export interface FakeOptions {
  readonly folders?: Readonly<Record<string, FolderListing>>
  readonly editors?: Readonly<Record<string, EditorView>>
  readonly disabled?: readonly string[]
}

/** An application that keeps a state one sets, and writes down what is asked of it. */
export function createFakeApp(first: Partial<AppState> = {}, options: FakeOptions = {}): FakeApp {
  let state = makeState(first)
  const calls: Call[] = []
  const listeners = new Set<() => void>()
  const set = (changes: Partial<AppState>): void => {
    state = { ...state, ...changes }
    for (const listener of listeners) listener()
  }
  const note =
    (name: string) =>
    (...args: readonly unknown[]): void =>
      void calls.push([name, ...args])
  const noteLater =
    (name: string) =>
    (...args: readonly unknown[]): Promise<void> => {
      calls.push([name, ...args])
      return Promise.resolve()
    }
  const call = (method: string, ...args: readonly unknown[]): Promise<unknown> => {
    const path = String(args[0])
    const value = method === 'folder.list' ? options.folders?.[path] : undefined
    return Promise.resolve(
      value
        ? { ok: true, value }
        : { ok: false, code: 'notFound', message: `${path} is not there`, details: { path } },
    )
  }
  const app: App = {
    bridge: { call: call as Bridge['call'], on: () => () => undefined },
    preview: {
      attach: note('preview.attach'),
      linkSays: (rest) => ({ host: '', rest }),
      events: {
        onLoad: note('onLoad'),
        onLink: note('onLink'),
        onCaret: note('onCaret'),
        onSelect: note('onSelect'),
      },
    },
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    run: note('run'),
    isEnabled: (id) => !options.disabled?.includes(id),
    isChecked: (id) => (id.startsWith('view.') ? id === `view.${state.settings.layout.view}` : null),
    openPaths: noteLater('openPaths'),
    activate: (activeId) => {
      calls.push(['activate', activeId])
      set({ activeId })
    },
    close: (id) => {
      calls.push(['close', id])
      const tabs = state.tabs.filter((it) => it.id !== id)
      set({ tabs, activeId: tabs.at(0)?.id ?? null })
      return Promise.resolve(true)
    },
    closeMany: (ids) => {
      calls.push(['closeMany', ids])
      return Promise.resolve(true)
    },
    moveToWindow: noteLater('moveToWindow'),
    showContextMenu: (contextMenu) => set({ contextMenu }),
    closeContextMenu: () => set({ contextMenu: null }),
    editorOf: (id) => options.editors?.[id] ?? null,
    edit: note('edit'),
    setBodyFormat: note('setBodyFormat'),
    setLineEnds: note('setLineEnds'),
    reopenWithEncoding: noteLater('reopenWithEncoding'),
    saveWithEncoding: noteLater('saveWithEncoding'),
    openRepairedCopy: note('openRepairedCopy'),
    retrySave: noteLater('retrySave'),
    allowRemoteImages: note('allowRemoteImages'),
    resolveConflict: noteLater('resolveConflict'),
    setRawFrontMatter: note('setRawFrontMatter'),
    changeSettings: (patch) => {
      calls.push(['changeSettings', patch])
      set({ settings: { ...state.settings, ...patch } })
    },
    changeLayout: (patch) => {
      calls.push(['changeLayout', patch])
      const { formCollapsed } = patch
      if (formCollapsed !== undefined) set({ formAsked: !formCollapsed })
      set({ settings: { ...state.settings, layout: { ...state.settings.layout, ...patch } } })
    },
    offerSettingsUndo: (settingsUndo) => set({ settingsUndo }),
    undoSettings: () => {
      const { settingsUndo } = state
      set({ settingsUndo: null })
      settingsUndo?.run()
    },
    removeRecent: note('removeRecent'),
    copyArticle: noteLater('copyArticle'),
    downloadArticle: note('downloadArticle'),
    clearRecents: note('clearRecents'),
    showDialog: () => Promise.resolve(null),
    answer: (value) => {
      calls.push(['answer', value])
      set({ dialog: null })
    },
    dismissNotice: note('dismissNotice'),
  }
  return { app, calls, set }
}
