import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, dialog, nativeTheme, session, shell, type WebContents } from 'electron'
import type { EventName, Events } from '../../core/contract.ts'
import { AppError } from '../../core/errors.ts'
import { createDispatch, type Dispatch } from '../../core/dispatch.ts'
import type { Settings } from '../../core/settings.ts'
import { USAGE } from '../command-line.ts'
import { createContent } from '../content.ts'
import { createJournalClaims } from '../journal-claims.ts'
import { createLog, type Log } from '../services/log.ts'
import { checkLink } from '../services/link.ts'
import { createPages } from '../services/pages.ts'
import { createServices, type Services } from '../services/services.ts'
import { createWatchUnion } from '../watch-union.ts'
import { createAppWindow, type AppWindow } from './app-window.ts'
import { askedFor, handedOver } from './arguments.ts'
import { handleCalls } from './ipc.ts'
import { offerTextMenus } from './context-menu.ts'
import { createMenus } from './menus.ts'
import { messagesFor, type Messages } from './messages.ts'
import { createPageHandlers, type PageHost } from './page-handlers.ts'
import { createPdfMaker } from './pdf.ts'
import { registerAppScheme, serveAppScheme } from './protocol.ts'
import { offerNewWindow } from './recent-documents.ts'
import { clearTraces, hardenEveryPage, hardenSession } from './security.ts'
import { applySpelling, fetchNoDictionaries } from './spelling.ts'
import { createUpdates } from './updates.ts'
import { backgroundColour } from './window.ts'
import { createWindowPlaces, type WindowPlaces } from './window-places.ts'
import { createWindows, type Windows } from './windows.ts'

/** As in electron-builder.yml. */
const APP_ID = 'io.github.galley.editor'

/** Milliseconds the services get to end when the application quits. */
const LONGEST_FAREWELL = 10_000

type Note = (error: unknown) => void

export interface DesktopOptions {
  /** Absolute path of the bundled preload script. */
  readonly preload: string
  /** The folder of the built renderer. */
  readonly rendererDir: string
  /** Absolute path of the bundled updater. */
  readonly updater: string
}

/** Electron's own answer is empty when the folder was shown, else the reason. */
async function showFolder(path: string): Promise<void> {
  const problem = await shell.openPath(path)
  if (problem !== '') throw new AppError('ioError', problem, { name: path, reason: problem })
}

async function openExternal(url: string): Promise<void> {
  await shell.openExternal(checkLink(url))
}

/** Lets the services write what they hold before the application ends. */
function endServicesFirst(services: Services, places: WindowPlaces, log: Note): void {
  let ended = false
  let ending = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    if (ending) return
    ending = true
    const limit = new Promise<void>((done) => void setTimeout(done, LONGEST_FAREWELL).unref())
    // What fails does not cut the others short.
    const parts = [services.dispose(), places.settled(), clearTraces(session.defaultSession)]
    const all = Promise.all(parts.map((part) => part.catch(log)))
    void Promise.race([all, limit]).then(() => {
      ended = true
      app.quit()
    })
  })
}

/** Says why Galley cannot run, and ends it. */
function failToStart(error: unknown): void {
  const { notStarted } = messagesFor('system', app.getLocale())
  dialog.showErrorBox(notStarted, error instanceof Error ? error.message : String(error))
  app.exit(1)
}

/** Before the lock, which is held per user data folder; false: it cannot be there. */
function placeUserData(dataDir: string | undefined): boolean {
  if (!dataDir) return true
  const path = resolve(dataDir)
  try {
    // Electron takes no folder that does not exist.
    mkdirSync(path, { recursive: true })
    app.setPath('userData', path)
    return true
  } catch (error) {
    failToStart(error)
    return false
  }
}

/** Answers what needs no window; true when that was all that was asked. */
function answerOnly(asked: ReturnType<typeof askedFor>): asked is Exclude<typeof asked, { kind: 'open' }> {
  if (asked.kind === 'open') return false
  if (asked.kind === 'problem') process.stderr.write(`${asked.problem}\n\n${USAGE}`)
  else process.stdout.write(asked.kind === 'help' ? USAGE : `${app.getVersion()}\n`)
  app.exit(asked.kind === 'problem' ? 2 : 0)
  return true
}

/** Runs the one instance there may be of the application, from before Electron is ready until it quits. */
export function startDesktop(options: DesktopOptions): void {
  const asked = askedFor(process.argv, process.cwd(), app.isPackaged)
  if (answerOnly(asked) || !placeUserData(process.env.GALLEY_DATA_DIR)) return
  const { paths, newWindow } = asked
  if (!app.requestSingleInstanceLock({ paths, newWindow })) {
    app.quit()
    return
  }
  // Windows finds the jump list and the pinned icon of the installed application by it.
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
  app.enableSandbox()
  registerAppScheme()
  hardenEveryPage()
  runDesktop(options, paths)
}

/** Notes what fails in this process; an exception nobody catches is shown by Electron as well. */
function noteFailures(errors: Log): Note {
  const log: Note = (error) => {
    console.error(error)
    errors.error(error)
  }
  process.on('uncaughtExceptionMonitor', log)
  process.on('unhandledRejection', log)
  app.on('child-process-gone', (_event, { type, reason }) => log(`A ${type} process is gone: ${reason}`))
  app.on('quit', () => {
    process.off('uncaughtExceptionMonitor', log)
    process.off('unhandledRejection', log)
  })
  return log
}

function runDesktop(options: DesktopOptions, paths: readonly string[]): void {
  const errors = createLog(app.getPath('userData'))
  const log = noteFailures(errors)
  const waiting = [...paths]
  let windows: Windows | null = null

  const bring = (more: readonly string[], newWindow = false): void => {
    if (!windows) waiting.push(...more)
    else if (newWindow) windows.create(more)
    else void windows.open(more).catch(log)
  }

  app.on('second-instance', (_event, _argv, _folder, data) => {
    const given = handedOver(data)
    bring(given.paths, given.newWindow)
  })
  // macOS; also before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    bring([path])
  })
  // No address opens anything: Galley is no program for one.
  app.on('open-url', (event) => event.preventDefault())
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) bring([])
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  async function start(): Promise<void> {
    const made = await prepare(options, errors, log)
    windows = made
    made.create(waiting)
  }

  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log(error)
      failToStart(error)
    })
}

/** Everything the windows stand on; use it once the application is ready. */
async function prepare(options: DesktopOptions, errors: Log, log: Note): Promise<Windows> {
  hardenSession(session.defaultSession)
  fetchNoDictionaries(session.defaultSession)
  // What a crash kept from being cleared at the end.
  clearTraces(session.defaultSession).catch(log)
  let language: Settings['language'] = 'system'
  let spelling = ''
  const messages = (): Messages => messagesFor(language, app.getLocale())
  const dispatches = new WeakMap<WebContents, Dispatch>()
  const pdf = createPdfMaker()
  const updates = createUpdates({ updater: options.updater, messages, log })
  const places = createWindowPlaces(app.getPath('userData'), log)

  function checkSpelling(settings: Settings): void {
    const wanted = JSON.stringify(settings.spelling)
    if (wanted === spelling) return
    spelling = wanted
    applySpelling(session.defaultSession, settings.spelling, app.getLocale())
  }

  function follow(settings: Settings): void {
    nativeTheme.themeSource = settings.theme
    checkSpelling(settings)
    if (language === settings.language) return
    language = settings.language
    menus.refresh()
    offerNewWindow(messages(), newWindow)
  }

  function emit<E extends EventName>(event: E, payload: Events[E]): void {
    if (event === 'settings.changed') follow(payload as Settings)
    windows.emit(event, payload)
  }

  const services = createServices({
    dataDir: app.getPath('userData'),
    version: app.getVersion(),
    shell: 'desktop',
    openAtStart: [],
    locale: app.getLocale(),
    log: errors,
    emit,
    // The dialogs are those of the window that asks.
    ports: { openExternal, showFolder, trash: (path) => shell.trashItem(path), dialogs: null },
  })

  function makeWindow(paths: readonly string[], place: ReturnType<WindowPlaces['next']>): AppWindow {
    const { handlers, left } = createPageHandlers(host, () => made)
    const { preload } = options
    const made: AppWindow = createAppWindow({ preload, place, paths, messages, log, left })
    dispatches.set(
      made.window.webContents,
      createDispatch(handlers, (_method, error) => log(error)),
    )
    places.follow(made.window)
    menus.follow(made)
    offerTextMenus(made.window, messages)
    return made
  }

  const windows = createWindows({
    make: (paths, others, near) => makeWindow(paths, places.next(others, near)),
  })
  const menus = createMenus({
    messages,
    actions: (window) => ({
      run: (id) => runIn(window, id),
      open: (path) => void windows.open([path]).catch(log),
      // The page does it: it offers to undo it. Without a page no menu has told of recent articles.
      clearRecents: () => window?.emit('recents.clear', null),
    }),
  })
  /** Without a window of its own a menu acts in the one used last, which may be minimised, or in a new one. */
  function runIn(window: AppWindow | null, id: string): void {
    const target = window ?? windows.front() ?? windows.create([])
    target.run(id)
    if (window === null) target.bring()
  }

  const newWindow = (): void => void windows.create([])
  const host: PageHost = {
    services,
    windows,
    menus,
    watches: createWatchUnion(services.handlers['article.watch'], log),
    folderWatches: createWatchUnion(services.handlers['folder.watch'], log),
    journals: createJournalClaims(services.handlers),
    messages,
    log: errors,
    pdf,
    updates,
  }

  endServicesFirst(services, places, log)
  serveAppScheme(pdf.serve(createContent(createPages(options.rendererDir), services.assets)), log)
  handleCalls((page) => dispatches.get(page) ?? null)
  nativeTheme.on('updated', () => {
    for (const { window } of windows.all()) {
      window.setBackgroundColor(backgroundColour(nativeTheme.shouldUseDarkColors))
    }
  })
  const [settings] = await Promise.all([services.handlers['settings.read'](), places.load()])
  language = settings.language
  nativeTheme.themeSource = settings.theme
  checkSpelling(settings)
  menus.refresh()
  offerNewWindow(messages(), newWindow)
  void updates.check(settings.updates, false)
  return windows
}
