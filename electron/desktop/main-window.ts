import { app, BrowserWindow, nativeTheme } from 'electron'
import type { EventName, Events, WindowState } from '../../core/contract.ts'
import { EVENT_CHANNEL } from '../channels.ts'
import { createCloseGuard } from './close-guard.ts'
import { watchHealth } from './health.ts'
import type { Messages } from './messages.ts'
import { APP_PAGE } from './origin.ts'
import { windowOptions } from './window.ts'

/** The application's window, while there is one. */
export interface MainWindow {
  current(): BrowserWindow | null
  /** Opens these files: at once when the page is up, else when it has come up. */
  open(paths: readonly string[]): void
  /** Brings the window to the front; makes it first when there is none. */
  show(): void
  emit<E extends EventName>(event: E, payload: Events[E]): void
  /** What the page is to open as it comes up. */
  startPaths(): readonly string[]
  /** Takes over what the page shows; by the first of these the page is up, and hears events. */
  setState(state: WindowState): void
  /** Closes the window, or quits when that was the wish, without asking again. */
  close(): void
}

export interface MainWindowOptions {
  /** Absolute path of the bundled preload script. */
  readonly preload: string
  readonly messages: () => Messages
  readonly log: (error: unknown) => void
}

/** One window, made anew when it was closed and is wanted again (macOS). Use it once the application is ready. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null
  let pageIsUp = false
  let waiting: string[] = []
  let handedOut = 0
  const guard = createCloseGuard((request) => main.emit('window.closeRequested', request))

  function load(target: BrowserWindow): void {
    pageIsUp = false
    guard.reset()
    target.loadURL(APP_PAGE).catch(options.log)
  }

  function create(): BrowserWindow {
    const made = new BrowserWindow(
      windowOptions(options.preload, nativeTheme.shouldUseDarkColors, app.isPackaged),
    )
    made.once('ready-to-show', () => made.show())
    // The title is told with the window's state; the page's own is for browsers.
    made.on('page-title-updated', (event) => event.preventDefault())
    made.on('close', (event) => {
      if (!guard.mayClose()) event.preventDefault()
    })
    made.on('closed', () => {
      window = null
      waiting = []
      handedOut = 0
    })
    // The guard above asks, with names and choices; a page's own handler would only keep the window open, silently.
    made.webContents.on('will-prevent-unload', (event) => event.preventDefault())
    watchHealth(made, { messages: options.messages, gone: () => guard.reset(), reload: () => load(made) })
    load(made)
    return made
  }

  app.on('before-quit', () => guard.quitting())

  const main: MainWindow = {
    current: () => window,
    open(paths) {
      if (!window || !pageIsUp) waiting.push(...paths)
      else if (paths.length > 0) main.emit('files.opened', { paths })
    },
    show() {
      if (!window) window = create()
      else {
        if (window.isMinimized()) window.restore()
        if (window.isVisible()) window.focus()
      }
    },
    emit(event, payload) {
      if (window && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, payload)
    },
    startPaths() {
      handedOut = waiting.length
      return [...waiting]
    },
    setState(state) {
      guard.setUnsaved(state.unsaved)
      if (!window) return
      if (!pageIsUp) {
        pageIsUp = true
        main.open(waiting.splice(handedOut))
      }
      const mac = process.platform === 'darwin'
      window.setTitle([state.title, ...(mac ? [] : ['Galley'])].filter(Boolean).join(' — ') || 'Galley')
      if (!mac) return
      window.setRepresentedFilename(state.path ?? '')
      window.setDocumentEdited(state.unsaved > 0)
    },
    close() {
      if (guard.confirm()) app.quit()
      else window?.close()
    },
  }
  return main
}
