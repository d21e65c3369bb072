import type { BrowserWindowConstructorOptions } from 'electron'

/** The page's own background in both themes, so that nothing flashes before its first paint. */
const BACKGROUND = { light: '#fbfaf7', dark: '#1d1c1a' }

/** The options of every window: a sandboxed page that reaches the machine only through the preload script. */
export function windowOptions(
  preload: string,
  dark: boolean,
  packaged: boolean,
): BrowserWindowConstructorOptions {
  return {
    title: 'Galley',
    width: 1280,
    height: 860,
    minWidth: 420,
    minHeight: 320,
    show: false,
    backgroundColor: dark ? BACKGROUND.dark : BACKGROUND.light,
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
      // Outside macOS, Chromium's spelling checker fetches its dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  }
}
