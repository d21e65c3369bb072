import { realpath } from 'node:fs/promises'
import { app, powerMonitor, type BrowserWindow, type WebContents } from 'electron'
import type { CloseAnswer, EventName, Events } from '../../core/contract.ts'
import type { AppWindow } from './app-window.ts'

/** The windows there are, the one used last at the end. */
export interface Windows {
  all(): readonly AppWindow[]
  /** The window used last; null when there is none. */
  front(): AppWindow | null
  of(contents: WebContents): AppWindow | null
  /** Makes a window that opens these files. */
  create(paths: readonly string[]): AppWindow
  /** Opens each file in the window that has it open already, else in the one used last, and brings that to the front. */
  open(paths: readonly string[]): Promise<void>
  /** True when a window other than `asker` has the article open: it shows it now. */
  reveal(asker: AppWindow, path: string): Promise<boolean>
  emit<E extends EventName>(event: E, payload: Events[E]): void
  /** The writer has decided about what is unsaved in `window`: closes it, or goes on quitting. */
  settled(window: AppWindow, answer: CloseAnswer): void
}

export interface WindowsOptions {
  /** Makes a window beside those there are. */
  make(paths: readonly string[], windows: readonly BrowserWindow[], near: BrowserWindow | null): AppWindow
}

/** What a terminal, a session manager or a service manager ends a program with. */
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

/** Paths that lead to one file are the same; one that leads nowhere is compared as it is. */
function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

async function hasOpen(window: AppWindow, real: string): Promise<boolean> {
  const open = await Promise.all((window.state()?.open ?? []).map(realPathOf))
  return open.includes(real)
}

/**
 * A system that ends its programs allows seconds, and perhaps nobody is there: unsaved articles are not asked about.
 * Chromium's own handlers, which quit with a question, are replaced once the application is ready.
 */
function quitOnSignals(leave: () => void): void {
  const quit = (): void => {
    leave()
    app.quit()
  }
  for (const signal of SIGNALS) process.on(signal, quit)
  app.on('quit', () => {
    for (const signal of SIGNALS) process.off(signal, quit)
  })
}

/** Keeps account of the windows, and asks once for all of them before the application quits; use it once it is ready. */
export function createWindows(options: WindowsOptions): Windows {
  let list: readonly AppWindow[] = []
  /** The machine is going down: there is no time to ask, and the journal holds what was typed. */
  let leaving = false
  let opening: Promise<void> = Promise.resolve()

  const unsettled = (): readonly AppWindow[] => list.filter((it) => it.guard.needsAsking())

  async function findOpen(path: string, among: readonly AppWindow[]): Promise<AppWindow | null> {
    const real = await realPathOf(path)
    for (const window of among) if (await hasOpen(window, real)) return window
    return null
  }

  function create(paths: readonly string[]): AppWindow {
    const near = windows.front()?.window ?? null
    const made = options.make(
      paths,
      list.map((it) => it.window),
      near,
    )
    list = [...list, made]
    made.window.on('focus', () => (list = [...list.filter((it) => it !== made), made]))
    made.window.on('closed', () => (list = list.filter((it) => it !== made)))
    made.window.on('session-end', () => (leaving = true))
    made.window.on('close', (event) => {
      if (leaving || !made.guard.needsAsking()) return
      event.preventDefault()
      made.emit('window.closeRequested', { reason: 'close', others: [], how: null })
    })
    return made
  }

  async function openAll(paths: readonly string[]): Promise<void> {
    const elsewhere: string[] = []
    for (const path of paths) {
      const found = await findOpen(path, list)
      if (found) {
        found.open([path])
        found.bring()
      } else elsewhere.push(path)
    }
    if (elsewhere.length === 0 && paths.length > 0) return
    const front = windows.front()
    if (!front) create(elsewhere)
    else {
      front.open(elsewhere)
      front.bring()
    }
  }

  app.on('before-quit', (event) => {
    const asking = leaving ? [] : unsettled()
    const asker = asking.at(-1)
    if (!asker) return
    event.preventDefault()
    asker.bring()
    const others = asking.slice(0, -1).flatMap((it) => it.state()?.unsaved ?? [])
    asker.emit('window.closeRequested', { reason: 'quit', others, how: null })
  })

  const windows: Windows = {
    all: () => list,
    front: () => list.at(-1) ?? null,
    of: (contents) => list.find((it) => it.window.webContents === contents) ?? null,
    create,
    open(paths) {
      // macOS tells of each file by itself: they are opened in that order.
      const now = (): Promise<void> => openAll(paths)
      opening = opening.then(now, now)
      return opening
    },
    async reveal(asker, path) {
      const others = list.filter((it) => it !== asker)
      const found = await findOpen(path, others)
      found?.open([path])
      found?.bring()
      return found !== null
    },
    emit(event, payload) {
      for (const window of list) window.emit(event, payload)
    },
    settled(window, { reason, how }) {
      window.guard.confirm()
      if (reason === 'close') {
        window.window.close()
        return
      }
      const rest = unsettled()
      if (rest.length === 0) {
        app.quit()
        return
      }
      // Should one of the others not be saved, it stays, and this one is done with.
      for (const other of rest) other.emit('window.closeRequested', { reason, others: [], how })
      window.window.close()
    },
  }

  // Emitted on Linux and macOS; Windows tells each window by `session-end`.
  powerMonitor.on('shutdown', () => (leaving = true))
  quitOnSignals(() => (leaving = true))
  return windows
}
