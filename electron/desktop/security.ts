import { app, type Session, type WebContents } from 'electron'
import { isAppPage, isFramePage } from './origin.ts'

/** Refuses every permission and every download a page may ask for: Electron grants them unless told otherwise. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  refuseCookies(session)
}

const WEB = { urls: ['http://*/*', 'https://*/*'] }

function without<T>(headers: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name))
}

/** Pictures from other hosts are asked for without cookies, and leave none. */
function refuseCookies({ webRequest }: Session): void {
  webRequest.onBeforeSendHeaders(WEB, ({ requestHeaders }, answer) =>
    answer({ requestHeaders: without(requestHeaders, 'cookie') }),
  )
  webRequest.onHeadersReceived(WEB, ({ responseHeaders }, answer) =>
    answer(responseHeaders ? { responseHeaders: without(responseHeaders, 'set-cookie') } : {}),
  )
}

/** What pages may leave behind in the session; settings and journals are files of Galley's own. */
const TRACES = ['cachestorage', 'cookies', 'filesystem', 'indexdb', 'serviceworkers', 'shadercache'] as const

/** Clears what of articles and their pictures may be left in the session's caches. */
export async function clearTraces(session: Session): Promise<void> {
  await Promise.all([
    session.clearCache(),
    session.clearCodeCaches({}),
    session.clearStorageData({ storages: [...TRACES] }),
  ])
}

/** Keeps a page where it was loaded: it may be loaded again, and a frame in it may show the page's own documents; no more. */
function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isAppPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? isAppPage(event.url) : isFramePage(event.url)
    if (!allowed) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Hardens every web contents of the application as it comes into being. */
export function hardenEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}
