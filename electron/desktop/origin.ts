/** The scheme the desktop shell serves the renderer under. */
export const APP_SCHEME = 'app'

/** The one host under that scheme. */
export const APP_HOST = 'galley'

/** The application's page. */
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/`

/** The documents that frames of the page show, without their queries: the preview, and where diagrams are drawn. */
const FRAME_PATHS: ReadonlySet<string> = new Set(['/preview.html', '/diagrams.html'])

/** The parsed address when it is on exactly this origin, else null. */
export function appUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const ours =
    url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
  return ours ? url : null
}

/** The address is the application's page. */
export function isAppPage(text: string): boolean {
  return appUrl(text)?.pathname === '/'
}

/** The address is a document that a frame of the page may show. */
export function isFramePage(text: string): boolean {
  return FRAME_PATHS.has(appUrl(text)?.pathname ?? '')
}
