import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import type { EventName, Events } from '../../core/contract.ts'
import type { Dispatch } from '../../core/dispatch.ts'
import {
  LONG_MESSAGE,
  MAX_MESSAGE_BYTES,
  pageKeyIn,
  SOCKET_PROTOCOL,
  type SocketMessage,
} from '../../core/socket-messages.ts'
import { hostOf } from './http.ts'
import { upgradeRefusalOf, type Refusal } from './request-check.ts'

/** The pages connected to the browser shell. */
export interface Sockets {
  /** Tells every connected page. */
  emit<E extends EventName>(event: E, payload: Events[E]): void
  /** Sends what is being answered, then takes leave of every page. */
  close(): Promise<void>
}

export interface SocketOptions {
  readonly token: string
  /**
   * Makes the dispatch of one more connection of the page of this key, or of one without a key. At its end `left` is
   * called when the page said that it goes, and `lost` when the connection broke and the page may come again.
   */
  readonly connect: (
    key: string | undefined,
    /** Tells every page but this one. */
    tellOthers: Sockets['emit'],
  ) => {
    readonly dispatch: Dispatch
    readonly left: () => void
    readonly lost: () => void
  }
}

/** The code a page closes its socket with as it is left (RFC 6455, section 7.4.1: going away). */
const GOING_AWAY = 1001

interface Request {
  readonly id: number
  readonly method: unknown
  readonly args: unknown
}

function readRequest(data: RawData): Request | null {
  try {
    const value: unknown = JSON.parse((data as Buffer).toString('utf8'))
    if (typeof value !== 'object' || value === null || !('id' in value)) return null
    const { id } = value
    if (typeof id !== 'number' || !Number.isSafeInteger(id)) return null
    return { id, method: 'method' in value ? value.method : null, args: 'args' in value ? value.args : null }
  } catch {
    return null // Not JSON.
  }
}

function refuseUpgrade(socket: Duplex, { status, reason }: Refusal): void {
  const body = `${reason}\n`
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'Connection: close',
      'Content-Type: text/plain; charset=utf-8',
      'X-Content-Type-Options: nosniff',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}

/** Lets the server's own page, and nobody else, call the dispatch over a WebSocket. */
export function attachSockets(server: Server, options: SocketOptions): Sockets {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => SOCKET_PROTOCOL,
  })
  const answering = new Set<Promise<void>>()

  function send(socket: WebSocket, message: SocketMessage): void {
    if (socket.readyState !== WebSocket.OPEN) return
    const text = JSON.stringify(message)
    socket.send(text, { binary: text.length > LONG_MESSAGE })
  }

  function serve(socket: WebSocket, key: string | undefined): void {
    const { dispatch, left, lost } = options.connect(key, (event, payload) => {
      for (const other of sockets.clients) if (other !== socket) send(other, { event, payload })
    })
    socket.on('message', (data) => {
      const request = readRequest(data)
      if (!request) {
        socket.close(1008, 'Not a request')
        return
      }
      const answer = dispatch(request.method, request.args).then((reply) => {
        send(socket, { id: request.id, reply })
        answering.delete(answer)
      })
      answering.add(answer)
    })
    // ws closes the connection after an error, such as a message over the limit (1009).
    socket.on('error', () => socket.terminate())
    socket.on('close', (code) => (code === GOING_AWAY ? left() : lost()))
  }

  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    socket.on('error', () => socket.destroy())
    const refusal = request.url === '/' ? upgradeRefusalOf(request, hostOf(server), options.token) : null
    if (request.url !== '/') refuseUpgrade(socket, { status: 403, reason: 'There is no socket here.' })
    else if (refusal) refuseUpgrade(socket, refusal)
    else
      sockets.handleUpgrade(request, socket, head, (made) =>
        serve(made, pageKeyIn(request.headers['sec-websocket-protocol'])),
      )
  })

  return {
    emit(event, payload) {
      for (const socket of sockets.clients) send(socket, { event, payload })
    },
    async close() {
      await Promise.all(answering)
      const gone = [...sockets.clients].map(
        (socket) => new Promise<void>((resolve) => void socket.once('close', () => resolve())),
      )
      for (const socket of sockets.clients) socket.close(1001, 'Galley ends')
      // A page that does not answer the farewell is not waited for.
      const limit = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, 1_000)
      await Promise.all(gone)
      clearTimeout(limit)
      sockets.close()
    },
  }
}
