import { join } from 'node:path'
import { screen, type BrowserWindow } from 'electron'
import { readIfThere, writePrivate } from '../services/store/json-file.ts'
import {
  parsePlaces,
  placeWindow,
  rememberPlace,
  type NewPlace,
  type Place,
  type WindowPlace,
} from './window-place.ts'

/** Where windows stood, in `windows.json` of the user data folder. Use it once the application is ready. */
export interface WindowPlaces {
  load(): Promise<void>
  /** The place of a new window beside `windows`, on the display of `near` if there is one. */
  next(windows: readonly BrowserWindow[], near: BrowserWindow | null): NewPlace
  /** Remembers how `window` stands, and how it will after each change. */
  follow(window: BrowserWindow): void
  /** Writes what is not written yet. */
  settled(): Promise<void>
}

/** Milliseconds after a change until it is written: a window that is being dragged changes all the time. */
const PAUSE = 500

const CHANGES = [
  'resize',
  'move',
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
  'close',
]

function displays(): readonly Place[] {
  const primary = screen.getPrimaryDisplay()
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)]
}

function placeOf(window: BrowserWindow): WindowPlace {
  const bounds = window.getNormalBounds()
  const { id, bounds: around } = screen.getDisplayMatching(bounds)
  const maximised = window.isMaximized()
  return { display: { id, bounds: around }, bounds, maximised, fullScreen: window.isFullScreen() }
}

export function createWindowPlaces(dataDir: string, log: (error: unknown) => void): WindowPlaces {
  const file = join(dataDir, 'windows.json')
  let places: readonly WindowPlace[] = []
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()

  function write(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    const text = JSON.stringify(places, null, 2) + '\n'
    writing = writing.then(() => writePrivate(file, text)).catch(log)
    return writing
  }

  function note(window: BrowserWindow): void {
    if (window.isDestroyed() || window.isMinimized() || !window.isVisible()) return
    places = rememberPlace(places, placeOf(window))
    timer ??= setTimeout(() => void write(), PAUSE).unref()
  }

  return {
    async load() {
      places = parsePlaces((await readIfThere(file)) ?? '[]')
    },
    next(windows, near) {
      const taken = windows.filter((it) => !it.isDestroyed()).map((it) => it.getNormalBounds())
      const preferred = near ? screen.getDisplayMatching(near.getNormalBounds()).id : null
      return placeWindow(places, displays(), taken, preferred)
    },
    follow(window) {
      // The names are those of Electron's events, for which it declares one overload each.
      for (const name of CHANGES) window.on(name as 'resize', () => note(window))
    },
    settled: () => (timer ? write() : writing),
  }
}
