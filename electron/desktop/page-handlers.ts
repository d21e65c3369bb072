import { resolve } from 'node:path'
import { clipboard, shell } from 'electron'
import type { Handlers } from '../../core/contract.ts'
import type { JournalClaims } from '../journal-claims.ts'
import { writeExport } from '../services/export.ts'
import type { Log } from '../services/log.ts'
import type { Services } from '../services/services.ts'
import type { WatchUnion } from '../watch-union.ts'
import type { AppWindow } from './app-window.ts'
import { popUp } from './context-menu.ts'
import { createDialogs } from './dialogs.ts'
import type { Menus } from './menus.ts'
import type { Messages } from './messages.ts'
import type { PdfMaker } from './pdf.ts'
import { addRecentDocument, clearRecentDocuments } from './recent-documents.ts'
import { spellingState } from './spelling.ts'
import type { Updates } from './updates.ts'
import type { Windows } from './windows.ts'

/** What the pages of all windows share. */
export interface PageHost {
  readonly services: Services
  readonly windows: Windows
  readonly menus: Menus
  readonly watches: WatchUnion
  readonly folderWatches: WatchUnion
  readonly journals: JournalClaims
  readonly messages: () => Messages
  readonly log: Log
  readonly pdf: PdfMaker
  readonly updates: Updates
}

/** The contract as the page of one window may use it; `left` ends the page's part in what windows share. */
export function createPageHandlers(
  host: PageHost,
  window: () => AppWindow,
): { readonly handlers: Handlers; readonly left: () => void } {
  const { services, windows, menus } = host
  const watching = host.watches.join()
  const folders = host.folderWatches.join()
  const journal = host.journals.join()
  const dialogs = createDialogs(() => window().window, host.messages)
  const done = Promise.resolve(null)
  const handlers: Handlers = {
    ...services.handlers,
    ...journal.handlers,
    'article.watch': watching.watch,
    'folder.watch': folders.watch,
    'dialog.open': (purpose) => dialogs.open(purpose),
    'dialog.openFolder': () => dialogs.openFolder(),
    'dialog.save': (suggestedPath) => dialogs.save(suggestedPath),
    async 'app.info'() {
      const info = await services.handlers['app.info']()
      return { ...info, openAtStart: window().startPaths() }
    },
    'recent.add'(path, title) {
      addRecentDocument(path)
      return services.handlers['recent.add'](path, title)
    },
    'recent.clear'() {
      clearRecentDocuments()
      return services.handlers['recent.clear']()
    },
    'recent.restore'(gone) {
      for (const { path } of [...gone].reverse()) addRecentDocument(path)
      return services.handlers['recent.restore'](gone)
    },
    'clipboard.readText': () => clipboard.readText(),
    'menu.set'(told) {
      menus.set(window(), told)
      return done
    },
    'log.show'() {
      host.log.touch()
      shell.showItemInFolder(host.log.path)
      return done
    },
    'menu.popup': (items) => popUp(window().window, items),
    async 'app.checkUpdates'() {
      await host.updates.check((await services.handlers['settings.read']()).updates, true)
      return null
    },
    async 'export.pdf'(path, html, options) {
      await writeExport(path, await host.pdf.make(html, options), true)
      return null
    },
    'file.reveal'(path) {
      shell.showItemInFolder(resolve(path))
      return done
    },
    'spelling.state': () => spellingState(window().window.webContents.session),
    async 'spelling.forget'(word) {
      const { session } = window().window.webContents
      session.removeWordFromSpellCheckerDictionary(word)
      return spellingState(session)
    },
    async 'spelling.add'(word) {
      const { session } = window().window.webContents
      session.addWordToSpellCheckerDictionary(word)
      return spellingState(session)
    },
    'window.state'(state) {
      const before = window().state()?.path ?? null
      window().setState(state)
      if (state.path !== before) menus.articleChanged(window())
      return done
    },
    'window.close'(answer) {
      windows.settled(window(), answer)
      return done
    },
    'window.new'(paths) {
      // What moves to the new window is not looked for in this one.
      window().leave(paths)
      windows.create(paths)
      return done
    },
    'window.reveal': (path) => windows.reveal(window(), path),
  }
  return {
    handlers,
    left() {
      watching.left()
      folders.left()
      journal.left()
    },
  }
}
