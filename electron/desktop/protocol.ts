import { Readable } from 'node:stream'
import { protocol } from 'electron'
import type { Content, FindContent } from '../content.ts'
import { APP_SCHEME, appUrl } from './origin.ts'

/** Makes `app:` a scheme with an origin like `https:`; has to run before the application is ready. */
export function registerAppScheme(): void {
  // What V8 has compiled is kept from one start to the next; by default only that of `http:` and `https:` is.
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }])
}

function refuse(status: number, text: string): Response {
  const headers = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
  }
  return new Response(text, { status, headers })
}

type Body = ConstructorParameters<typeof Response>[0]

function bodyOf(content: Content): Body {
  const body = content.body()
  return body instanceof Readable
    ? (Readable.toWeb(body) as ReadableStream<Uint8Array>)
    : new Uint8Array(body)
}

async function respond(request: Request, find: FindContent): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(405, 'Only GET and HEAD are answered.')
  const url = appUrl(request.url)
  if (!url) return refuse(404, 'Not found')
  const content = await find(url.pathname, url.searchParams)
  const body = request.method === 'HEAD' ? null : bodyOf(content)
  return new Response(body, { status: content.status, headers: { ...content.headers } })
}

/** Answers every request under `app:` with `find`'s content. */
export function serveAppScheme(find: FindContent, log: (error: unknown) => void): void {
  protocol.handle(APP_SCHEME, (request) =>
    respond(request, find).catch((error: unknown) => {
      log(error)
      return refuse(500, 'Something in Galley went wrong.')
    }),
  )
}
