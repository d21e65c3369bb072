import type { Handlers } from '../../core/contract.ts'
import { createDispatch } from '../../core/dispatch.ts'
import { AppError } from '../../core/errors.ts'
import { createContent } from '../content.ts'
import { createLog } from '../services/log.ts'
import { createPages } from '../services/pages.ts'
import { createServices } from '../services/services.ts'
import { createJournalClaims } from '../journal-claims.ts'
import { createWatchUnion } from '../watch-union.ts'
import { createHttpServer, hostOf, listen } from './http.ts'
import { attachSockets } from './sockets.ts'
import { createToken } from './token.ts'

export interface BrowserShellOptions {
  /** 0: any free one. */
  readonly port: number
  /** Absolute paths. */
  readonly openAtStart: readonly string[]
  readonly dataDir: string
  /** The folder of the built renderer. */
  readonly rendererDir: string
  readonly version: string
  /**
   * Milliseconds in which the socket of a page that is loaded anew is gone, and in which a page whose connection
   * broke connects again, on a busy machine too.
   */
  readonly leaving?: number
  /** Takes note of failures nobody expected. */
  log(text: string): void
}

export interface BrowserShell {
  /** The address that opens Galley, with its token. */
  readonly url: string
  /** Answers what is being asked, ends the services with everything written, and frees the port. */
  close(): Promise<void>
}

const LEAVING = 1_500

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** A page reads the clipboard by itself, when the writer lets it. */
function leaveToThePage(): Promise<never> {
  return Promise.reject(new AppError('unsupported', 'In the browser shell, the page reads the clipboard.'))
}

function leaveLinksToThePage(): Promise<never> {
  return Promise.reject(new AppError('unsupported', 'In the browser shell, the page opens links itself.'))
}

function leaveWindowsToThePage(): Promise<never> {
  return Promise.reject(new AppError('unsupported', 'In the browser shell, the page opens pages itself.'))
}

function onlyOnTheDesktop(): Promise<never> {
  return Promise.reject(new AppError('unsupported', 'Only the desktop app can do this.'))
}

/** Serves the renderer and its services on 127.0.0.1; rejects with Node's error when it cannot listen. */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const errors = createLog(options.dataDir)
  const log = (error: unknown): void => {
    errors.error(error)
    options.log(explain(error))
  }
  const services = createServices({
    dataDir: options.dataDir,
    version: options.version,
    shell: 'browser',
    openAtStart: options.openAtStart,
    log: errors,
    emit: (event, payload) => sockets.emit(event, payload),
    ports: { openExternal: leaveLinksToThePage, dialogs: null },
  })
  const pages = createPages(options.rendererDir, () => [`ws://${hostOf(server)}`])
  const server = createHttpServer(createContent(pages, services.assets), log)
  const watches = createWatchUnion(services.handlers['article.watch'], log)
  const folderWatches = createWatchUnion(services.handlers['folder.watch'], log)
  const journals = createJournalClaims(services.handlers, options.leaving ?? LEAVING)
  const token = createToken()
  const sockets = attachSockets(server, {
    token,
    connect(key, tellOthers) {
      const articles = watches.join()
      const folders = folderWatches.join()
      const journal = journals.join(key)
      /** A page that comes again says again what it watches. */
      const end = (endJournal: () => void) => (): void => {
        articles.left()
        folders.left()
        endJournal()
      }
      const handlers: Handlers = {
        ...services.handlers,
        ...journal.handlers,
        async 'article.save'(request) {
          const receipt = await services.handlers['article.save'](request)
          // The watch is silent about Galley's own saves; to the other pages it is one of another program.
          tellOthers('article.changedOnDisk', { path: receipt.path, kind: 'changed' })
          return receipt
        },
        'article.watch': articles.watch,
        'folder.watch': folders.watch,
        // The page draws its own menu, shows its own title and asks before it is left.
        'clipboard.readText': leaveToThePage,
        'menu.set': () => Promise.resolve(null),
        'window.state': () => Promise.resolve(null),
        'window.close': () => Promise.resolve(null),
        // A page cannot bring another one to the front; what both save is compared as with any other program.
        'window.reveal': () => Promise.resolve(false),
        'window.new': leaveWindowsToThePage,
        'menu.popup': onlyOnTheDesktop,
        'export.pdf': onlyOnTheDesktop,
        'app.checkUpdates': onlyOnTheDesktop,
        'file.reveal': onlyOnTheDesktop,
        // The browser has dictionaries and words of its own.
        'spelling.state': () => Promise.resolve({ available: [], words: [] }),
        'spelling.forget': onlyOnTheDesktop,
        'spelling.add': onlyOnTheDesktop,
      }
      return {
        dispatch: createDispatch(handlers, (_method, error) => log(error)),
        left: end(journal.left),
        lost: end(journal.lost),
      }
    },
  })
  try {
    await listen(server, options.port)
  } catch (error) {
    await services.dispose()
    throw error
  }
  return {
    url: `http://${hostOf(server)}/#token=${token}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await sockets.close()
      server.closeAllConnections()
      await closed
      await services.dispose()
    },
  }
}
