import { app, BrowserWindow, nativeTheme } from 'electron'
import type { EventName, Events, WindowState } from '../../core/contract.ts'
import { EVENT_CHANNEL } from '../channels.ts'
import { createCloseGuard, type CloseGuard } from './close-guard.ts'
import { watchHealth } from './health.ts'
import type { Messages } from './messages.ts'
import { APP_PAGE } from './origin.ts'
import type { NewPlace } from './window-place.ts'
import { windowOptions } from './window.ts'

/** One window of the application with its page. */
export interface AppWindow {
  readonly window: BrowserWindow
  readonly guard: Pick<CloseGuard, 'needsAsking' | 'confirm'>
  /** What the page last told; null before that. */
  state(): WindowState | null
  /** Takes over what the page shows; by the first of these the page is up, and hears events. */
  setState(state: WindowState): void
  /** Opens these files: at once when the page is up, else when it has come up. */
  open(paths: readonly string[]): void
  /** These articles are about to be open elsewhere. */
  leave(paths: readonly string[]): void
  /** What the page is to open as it comes up. */
  startPaths(): readonly string[]
  emit<E extends EventName>(event: E, payload: Events[E]): void
  /** Runs a command: at once when the page is up, else when it has come up. */
  run(command: string): void
  /** Brings the window to the front. */
  bring(): void
}

export interface AppWindowOptions {
  /** Absolute path of the bundled preload script. */
  readonly preload: string
  readonly place: NewPlace
  /** What to open as the page comes up. */
  readonly paths: readonly string[]
  readonly messages: () => Messages
  readonly log: (error: unknown) => void
  /** The page is gone or about to be another: what it had belongs to nobody. */
  readonly left: () => void
}

function titleOf(state: WindowState, mac: boolean): string {
  return [state.title, ...(mac ? [] : ['Galley'])].filter(Boolean).join(' — ') || 'Galley'
}

/** Makes a window, which shows itself once its page can be seen. Use it once the application is ready. */
export function createAppWindow(options: AppWindowOptions): AppWindow {
  const { place } = options
  const guard = createCloseGuard()
  const window = new BrowserWindow(
    windowOptions(options.preload, nativeTheme.shouldUseDarkColors, app.isPackaged, place.bounds),
  )
  let told: WindowState | null = null
  let pageIsUp = false
  let paths: string[] = [...options.paths]
  const commands: string[] = []
  let handedOut = 0

  function gone(): void {
    guard.reset()
    options.left()
  }

  function load(): void {
    pageIsUp = false
    handedOut = 0
    gone()
    // After a crash: what was open, the article in front last, so that it is in front again.
    if (told) paths = [...told.open, ...(told.path === null ? [] : [told.path])]
    window.loadURL(APP_PAGE).catch((error: unknown) => {
      options.log(error)
      // A window that never shows could not even be closed.
      if (!window.isDestroyed()) window.show()
    })
  }

  const made: AppWindow = {
    window,
    guard,
    state: () => told,
    setState(state) {
      told = state
      guard.setUnsaved(state.unsaved.length)
      if (!pageIsUp) {
        pageIsUp = true
        made.open(paths.splice(handedOut))
        for (const id of commands.splice(0)) made.run(id)
      }
      const mac = process.platform === 'darwin'
      window.setTitle(titleOf(state, mac))
      if (!mac) return
      window.setRepresentedFilename(state.path ?? '')
      window.setDocumentEdited(state.unsaved.length > 0)
    },
    open(more) {
      if (!pageIsUp) paths.push(...more)
      else if (more.length > 0) made.emit('files.opened', { paths: more })
    },
    leave(leaving) {
      if (told) told = { ...told, open: told.open.filter((path) => !leaving.includes(path)) }
    },
    startPaths() {
      handedOut = paths.length
      return [...paths]
    },
    emit(event, payload) {
      if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, payload)
    },
    run(id) {
      if (pageIsUp) made.emit('command.run', { id })
      else commands.push(id)
    },
    bring() {
      if (window.isMinimized()) window.restore()
      if (window.isVisible()) window.focus()
    },
  }

  window.once('ready-to-show', () => {
    if (place.maximised) window.maximize()
    window.show()
    if (place.fullScreen) window.setFullScreen(true)
  })
  // The title is told with the window's state; the page's own is for browsers.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('closed', options.left)
  // The close guard asks, with names and choices; a page's own handler would only keep the window open, silently.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault())
  watchHealth(window, { messages: options.messages, gone, reload: load, log: options.log })
  load()
  return made
}
