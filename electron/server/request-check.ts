import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { SOCKET_PROTOCOL, tokenProtocol } from '../../core/socket-messages.ts'
import { sameSecret } from './token.ts'

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 405
  readonly reason: string
}

type Incoming = Pick<IncomingMessage, 'method' | 'headers'>

const refuse = (status: Refusal['status'], reason: string): Refusal => ({ status, reason })

/** Host against DNS rebinding (a foreign name that leads to 127.0.0.1), Origin against other sites' pages. */
function checkOrigin(headers: IncomingHttpHeaders, host: string): Refusal | null {
  if (headers.host !== host) return refuse(403, 'This address is not served under that name.')
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return refuse(403, 'Other sites may not ask here.')
  }
  return null
}

/**
 * The Fetch Metadata rules: only the page itself may be opened as a document, from nowhere else than the
 * address bar or itself; all else has to say that the page asks for it.
 */
function checkFetchSite(headers: IncomingHttpHeaders, pathname: string): Refusal | null {
  const site = headers['sec-fetch-site']
  if (pathname === '/') {
    const allowed = site === undefined || site === 'none' || site === 'same-origin'
    return allowed ? null : refuse(403, 'Open this address by typing or pasting it.')
  }
  if (site !== 'same-origin') return refuse(403, 'Only the page itself may ask for this.')
  const framed = headers['sec-fetch-dest'] === 'iframe'
  if (headers['sec-fetch-mode'] === 'navigate' && !framed)
    return refuse(403, 'This is not a page of its own.')
  return null
}

/** Whether an HTTP request may be answered; `host` is the exact `127.0.0.1:PORT` served. */
export function refusalOf(request: Incoming, pathname: string, host: string): Refusal | null {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(405, 'Only GET and HEAD are answered.')
  const { headers } = request
  if (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0') {
    return refuse(400, 'Requests with a body are not answered.')
  }
  return checkOrigin(headers, host) ?? checkFetchSite(headers, pathname)
}

/** Whether a request to become a WebSocket may be granted: our own page (Origin is required), with the token. */
export function upgradeRefusalOf(request: Incoming, host: string, token: string): Refusal | null {
  const { headers } = request
  const foreign = checkOrigin(headers, host)
  if (foreign) return foreign
  if (headers.origin === undefined) return refuse(403, 'Only the page itself may ask for this.')
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return refuse(403, 'Other sites may not ask here.')
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((it) => it.trim())
  const proven = offered.filter((it) => sameSecret(it, tokenProtocol(token))).length === 1
  if (!proven || !offered.includes(SOCKET_PROTOCOL)) return refuse(401, 'The token is missing or wrong.')
  return null
}
