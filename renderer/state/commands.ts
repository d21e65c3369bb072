import { redo, undo } from '@codemirror/commands'
import { openSearchPanel } from '@codemirror/search'
import { COMMANDS, type CommandCondition, type CommandId, type CommandSpec } from '../../core/commands.ts'
import { applyEdits } from '../../core/article/text-edit.ts'
import { repairAll } from '../../core/front-matter/repair.ts'
import type { Settings } from '../../core/settings.ts'
import { isInTable } from '../editor/commands/tables/find-table.ts'
import { goToLine } from '../editor/go-to-line.ts'
import { openReplacePanel } from '../editor/search-panel.ts'
import type { App } from './app.ts'
import { activeTab } from './app.ts'
import type { ArticleSession } from './article-session.ts'
import type { ClosedArticles } from './closed-articles.ts'
import { canConvert, convertCommands } from './converting.ts'
import type { ExportKind } from '../export/export-article.ts'
import type { Runtime } from './runtime.ts'
import { withSourceCommands } from './source-commands.ts'
import { showSettings } from './settings-transfer.ts'
import { showHistory } from './show-history.ts'
import type { OtherWindows } from './windows.ts'
import { viewCommands } from './view-commands.ts'
import type { Pasting } from './paste/pasting.ts'
import type { WorkspaceActions } from './workspace.ts'

/** Where the commands that are not the editor's own end up. */
export interface CommandActions {
  readonly newArticle: () => void
  readonly openDialog: () => Promise<void>
  readonly quickOpen: () => Promise<void>
  readonly save: (session: ArticleSession) => Promise<unknown>
  readonly saveAs: (session: ArticleSession) => Promise<unknown>
  readonly otherWindows: OtherWindows
  readonly step: (direction: 1 | -1) => void
  readonly workspace: WorkspaceActions
  readonly pasting: Pick<Pasting, 'pastePlain' | 'chooseImages'>
  readonly closed: ClosedArticles
  readonly openSample: () => Promise<void>
}

type OnArticle = (session: ArticleSession) => unknown

/** The commands as functions: every id has one, or is the editor's. */
function actionsOf(
  app: App,
  runtime: Runtime,
  actions: CommandActions,
): Readonly<Partial<Record<CommandId, () => unknown>>> {
  const { store } = runtime
  const on = (action: OnArticle) => () => {
    const session = runtime.active()
    return session ? action(session) : undefined
  }
  const exporting = (what: ExportKind) =>
    on(async (session) => (await import('../export/export-article.ts')).exportArticle(what, runtime, session))
  const toggle =
    (key: 'lineNumbers' | 'lineWrapping' | 'focusMode' | 'typewriterMode' | 'scrollSync') => () =>
      app.changeSettings({ [key]: !store.get().settings[key] })
  const set = (patch: Partial<Settings>) => () => app.changeSettings(patch)
  const show = (kind: 'shortcuts' | 'about') => () => runtime.ask({ kind })

  return {
    ...viewCommands(app, runtime),
    ...convertCommands(runtime, actions.saveAs),
    'file.new': () => actions.newArticle(),
    'file.newWindow': () => actions.otherWindows.open(),
    'file.moveToWindow': on((session) => actions.otherWindows.move(session)),
    'file.print': exporting('print'),
    'file.exportHtml': exporting('html'),
    'file.exportPdf': exporting('pdf'),
    'file.open': () => actions.openDialog(),
    'file.openFolder': () => actions.workspace.choose(),
    'file.closeFolder': () => actions.workspace.close(),
    'file.reopenClosed': () => actions.closed.reopen(),
    'file.quickOpen': () => actions.quickOpen(),
    'file.save': on((session) => actions.save(session)),
    'file.saveAs': on((session) => actions.saveAs(session)),
    'file.saveAll': () => saveAll(runtime, actions),
    'file.autosaveOff': set({ autosave: 'off' }),
    'file.autosavePause': set({ autosave: 'afterPause' }),
    'file.autosaveFocus': set({ autosave: 'onFocusChange' }),
    'file.settings': () => showSettings(app, runtime),
    'file.close': on((session) => app.close(session.id)),
    'edit.undo': on(({ view: editor }) => undo(editor)),
    'edit.redo': on(({ view: editor }) => redo(editor)),
    'edit.pastePlain': on((session) => actions.pasting.pastePlain(session)),
    'edit.copyAsHtml': on(async (session) => {
      const { copyRich } = await import('./paste/copy-rich.ts')
      await copyRich(session, runtime)
    }),
    'insert.imageFile': on((session) => actions.pasting.chooseImages(session)),
    'edit.find': on(({ view: editor }) => openSearchPanel(editor)),
    'edit.replace': on(({ view: editor }) => openReplacePanel(editor)),
    'edit.goToLine': on(async (session) => {
      const { doc, selection } = session.view.state
      const current = doc.lineAt(selection.main.head).number
      const line = await runtime.ask({ kind: 'goToLine', lines: doc.lines, current })
      if (line !== null) goToLine(session.view, line)
    }),
    'format.wrapTag': on(async (session) => {
      const tag = await runtime.ask({ kind: 'wrapTag' })
      if (tag === null) return
      const { wrapInTag } = await import('../editor/commands/tags.ts')
      wrapInTag(tag)(session.view)
      session.view.focus()
    }),
    'view.rawFrontMatter': on((session) => app.setRawFrontMatter(session.id, !session.tab.rawFrontMatter)),
    'view.lineNumbers': toggle('lineNumbers'),
    'view.lineWrapping': toggle('lineWrapping'),
    'view.focusMode': toggle('focusMode'),
    'view.typewriterMode': toggle('typewriterMode'),
    'view.scrollSync': toggle('scrollSync'),
    'view.themeSystem': set({ theme: 'system' }),
    'view.themeLight': set({ theme: 'light' }),
    'view.themeDark': set({ theme: 'dark' }),
    'view.nextTab': () => actions.step(1),
    'view.previousTab': () => actions.step(-1),
    'article.addField': () => {
      app.changeLayout({ formCollapsed: false })
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[data-add-field] input, .fm-empty button')?.focus(),
      )
    },
    'article.repair': on((session) => repair(session, runtime)),
    'article.history': on((session) => showHistory(runtime, session)),
    'article.loadImages': on((session) => app.allowRemoteImages(session.id, 'article')),
    'help.commands': async () => {
      const id = await runtime.ask({ kind: 'palette' })
      const command = COMMANDS.find((one) => one.id === id)
      if (command) app.run(command.id)
    },
    'help.sample': () => actions.openSample(),
    'help.shortcuts': async () => {
      if ((await runtime.ask({ kind: 'shortcuts' })) === 'change')
        await showSettings(app, runtime, 'shortcuts')
    },
    'help.markdown': () => runtime.ask({ kind: 'help', topic: 'markdown' }),
    'help.frontMatter': () => runtime.ask({ kind: 'help', topic: 'frontMatter' }),
    'help.updates': () => runtime.request('app.checkUpdates'),
    'help.log': async () => {
      const text = await runtime.request('log.show')
      if (text !== null) await runtime.ask({ kind: 'log', text })
    },
    'help.about': show('about'),
    'help.english': set({ language: 'en' }),
    'help.chinese': set({ language: 'zh-CN' }),
  }
}

async function saveAll(runtime: Runtime, actions: CommandActions): Promise<void> {
  for (const session of runtime.sessions.values()) if (session.tab.dirty) await actions.save(session)
}

/** Mends every front matter problem that has one safe fix, after showing what would change. */
async function repair(session: ArticleSession, runtime: Runtime): Promise<void> {
  const { text } = session
  const { edits, count } = repairAll(text)
  if (count === 0) {
    runtime.notify('info', runtime.t('state.nothingToRepair'))
    return
  }
  const after = applyEdits(text, edits)
  const agreed = await runtime.ask({ kind: 'repair', before: head(text), after: head(after), count })
  if (agreed && session.text === text) session.edit(edits, '')
}

/** As much of a text as a front matter can take, for a comparison. */
function head(text: string): string {
  return text.slice(0, 20_000)
}

/** Running, enabling and ticking the commands of the one table. */
export function createCommands(
  app: App,
  runtime: Runtime,
  actions: CommandActions,
): Pick<App, 'run' | 'isEnabled' | 'isChecked'> {
  const table = actionsOf(app, runtime, actions)
  const { store } = runtime

  const holds = (condition: CommandCondition): boolean => {
    const tab = activeTab(store.get())
    switch (condition) {
      case 'always':
        return true
      case 'hasArticle':
        return tab !== null
      case 'editable':
        return tab?.readOnly === null
      case 'editsMarkdown':
        return tab?.readOnly === null && tab.bodyFormat === 'markdown'
      case 'editsHtml':
        return tab?.readOnly === null && tab.bodyFormat === 'html'
      case 'hasSelection':
        return tab?.hasSelection === true
      case 'inTable': {
        const session = runtime.active()
        if (!session || tab?.readOnly !== null) return false
        const { state } = session.view
        return isInTable(state, state.selection.main.head)
      }
    }
  }

  const isUnsaved = (): boolean => activeTab(store.get())?.dirty === true

  const isEnabled = (id: CommandId): boolean => {
    const spec: CommandSpec | undefined = COMMANDS.find((one) => one.id === id)
    if (!spec || !holds(spec.when)) return false
    if (spec.shell && spec.shell !== store.get().info.shell) return false
    if (id === 'file.reopenClosed') return !actions.closed.isEmpty()
    if (id === 'file.closeFolder') return store.get().settings.workspace !== ''
    // An empty article without a file has nothing that could be moved.
    if (id === 'file.moveToWindow') return activeTab(store.get())?.path !== null || isUnsaved()
    if (id === 'article.repair') return activeTab(store.get())?.problems.some((one) => one.fix?.safe) === true
    return canConvert(id, activeTab(store.get()))
  }

  return {
    isEnabled,
    isChecked(id) {
      const { settings, language, highContrast } = store.get()
      switch (id) {
        case 'file.autosaveOff':
          return settings.autosave === 'off'
        case 'file.autosavePause':
          return settings.autosave === 'afterPause'
        case 'file.autosaveFocus':
          return settings.autosave === 'onFocusChange'
        case 'view.both':
        case 'view.source':
        case 'view.preview':
          return id === `view.${settings.layout.view}` && !settings.layout.zen
        case 'view.zen':
          return settings.layout.zen
        case 'view.sidebar':
          return settings.layout.sidebarOpen
        case 'view.highContrast':
          return highContrast
        case 'view.rawFrontMatter':
          return activeTab(store.get())?.rawFrontMatter === true
        case 'view.lineNumbers':
          return settings.lineNumbers
        case 'view.lineWrapping':
          return settings.lineWrapping
        case 'view.focusMode':
          return settings.focusMode
        case 'view.typewriterMode':
          return settings.typewriterMode
        case 'view.scrollSync':
          return settings.scrollSync
        case 'view.themeSystem':
          return settings.theme === 'system'
        case 'view.themeLight':
          return settings.theme === 'light'
        case 'view.themeDark':
          return settings.theme === 'dark'
        case 'help.english':
          return language === 'en'
        case 'help.chinese':
          return language === 'zh-CN'
        default:
          return null
      }
    },
    run(id) {
      if (!isEnabled(id)) return
      const action = table[id]
      if (action) {
        void action()
        return
      }
      const session = runtime.active()
      if (!session) return
      withSourceCommands(
        (commands) => {
          commands[id]?.(session.view)
          session.view.focus()
        },
        () => runtime.notify('error', runtime.t('state.partNotLoaded')),
      )
    },
  }
}
