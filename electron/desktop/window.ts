import type { BrowserWindowConstructorOptions } from 'electron'
import { SMALLEST, type Rect } from './window-place.ts'

/** The page's own background in both themes, so that nothing flashes before its first paint. */
const BACKGROUND = { light: '#fbfaf7', dark: '#1d1c1a' }

/** The background of a window in the light or the dark theme. */
export function backgroundColour(dark: boolean): string {
  return dark ? BACKGROUND.dark : BACKGROUND.light
}

/** The options of every window: a sandboxed page that reaches the machine only through the preload script. */
export function windowOptions(
  preload: string,
  dark: boolean,
  packaged: boolean,
  bounds: Rect,
): BrowserWindowConstructorOptions {
  return {
    title: 'Galley',
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: backgroundColour(dark),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: !packaged,
      // Whether, in which languages and with which dictionaries is decided for the session: see spelling.ts.
      spellcheck: true,
    },
  }
}
