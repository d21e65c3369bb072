import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FindContent } from '../content.ts'
import { refusalOf } from './request-check.ts'

export const LOOPBACK = '127.0.0.1'

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
}

/** Splits a request target into its path and query; null for anything but a path. */
function readTarget(target: string | undefined): { pathname: string; query: URLSearchParams } | null {
  if (target === undefined || !target.startsWith('/') || target.startsWith('//')) return null
  const [pathname = '/'] = target.split('?', 1)
  return { pathname, query: new URLSearchParams(target.slice(pathname.length)) }
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, {
    ...COMMON,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
    'Cache-Control': 'no-store',
    // What a refused request still wants to send is not read.
    Connection: 'close',
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
  })
  response.end(`${reason}\n`)
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  find: FindContent,
  host: string,
): Promise<void> {
  const target = readTarget(request.url)
  if (!target) {
    refuse(response, 400, 'Bad address')
    return
  }
  const refusal = refusalOf(request, target.pathname, host)
  if (refusal) {
    refuse(response, refusal.status, refusal.reason)
    return
  }
  const content = await find(target.pathname, target.query)
  response.writeHead(content.status, { ...COMMON, ...content.headers })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const body = content.body()
  if (body instanceof Readable) await pipeline(body, response)
  else response.end(body)
}

/** An HTTP server, not yet listening, for GET and HEAD of `find`'s content by the page it serves itself. */
export function createHttpServer(find: FindContent, log: (error: unknown) => void): Server {
  const server: Server = createServer((request, response) => {
    answer(request, response, find, hostOf(server)).catch((error: unknown) => {
      // A page that goes away in the middle of an image is no failure of ours.
      if (!request.destroyed) log(error)
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'Something in Galley went wrong.')
    })
  })
  return server
}

/** The `127.0.0.1:PORT` a listening server is reached at, as it stands in Host headers. */
export function hostOf(server: Pick<Server, 'address'>): string {
  const { port } = server.address() as AddressInfo
  // As browsers write it: without the port when that is the one HTTP has by default.
  return new URL(`http://${LOOPBACK}:${port}`).host
}

/** Listens on this port of 127.0.0.1 (0: any free one); rejects with Node's error, such as `EADDRINUSE`. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
