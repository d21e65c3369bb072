import type { Bridge, Contract, Method, Reply } from '../../core/contract.ts'
import { AppError, type ErrorCode } from '../../core/errors.ts'
import {
  LONG_MESSAGE,
  MAX_MESSAGE_BYTES,
  pageProtocol,
  SOCKET_PROTOCOL,
  tokenProtocol,
  type SocketMessage,
  type SocketRequest,
} from '../../core/socket-messages.ts'
import { createListeners } from './listeners.ts'

const FIRST_DELAY = 250
const LONGEST_DELAY = 5_000
/** So many tries in vain, in about four seconds, and most likely no further one will succeed. */
const FEW_TRIES = 4

/** Milliseconds to wait before the next try, by the number of tries that failed in a row. */
export function reconnectDelay(failures: number): number {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures)
}

function failed(code: ErrorCode, message: string): Reply<never> {
  return { ok: false, code, message, details: {} }
}

const lost = (): Reply<never> => failed('disconnected', 'The connection to Galley is lost.')

/** `text` as it is sent; null when it is longer than a message may be. */
function asMessage(text: string): string | Uint8Array<ArrayBuffer> | null {
  if (text.length <= LONG_MESSAGE) return text
  const bytes = new TextEncoder().encode(text)
  return bytes.length > MAX_MESSAGE_BYTES ? null : bytes
}

/** The text of a message; every WebSocket here gives binary ones as buffers. */
function textOf(data: string | ArrayBuffer): string {
  return typeof data === 'string' ? data : new TextDecoder().decode(data)
}

function withoutMissing(args: readonly unknown[]): readonly unknown[] {
  return args.slice(0, args.findLastIndex((it) => it !== undefined) + 1)
}

function opening(url: string, token: string, page: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, [SOCKET_PROTOCOL, tokenProtocol(token), pageProtocol(page)])
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => resolve(socket))
    socket.addEventListener('close', () =>
      reject(new AppError('notAllowed', 'Galley refused the token in the address of this page.')),
    )
  })
}

/**
 * A bridge over a WebSocket. When the connection is lost, calls under way and new ones fail with
 * `disconnected`, `connection.changed` tells, and it is tried again, less and less often, until it stands;
 * after a few tries in vain it also tells that Galley has `ended`. When it stands again, what was last watched is watched again. Fails with `notAllowed` when the first try is refused.
 */
export async function connectSocket(url: string, token: string): Promise<Bridge> {
  const page = crypto.randomUUID()
  const listeners = createListeners()
  const pending = new Map<number, (reply: Reply<unknown>) => void>()
  let current: WebSocket | null = null
  let lastId = 0
  const watched = new Map<Method, readonly unknown[]>()

  function receive(data: string | ArrayBuffer): void {
    const message = JSON.parse(textOf(data)) as SocketMessage
    if ('event' in message) listeners.emit(message.event, message.payload)
    else {
      pending.get(message.id)?.(message.reply)
      pending.delete(message.id)
    }
  }

  function attach(socket: WebSocket): void {
    current = socket
    socket.addEventListener('message', (event: MessageEvent<string | ArrayBuffer>) => receive(event.data))
    socket.addEventListener('close', () => {
      current = null
      const waiting = [...pending.values()]
      pending.clear()
      for (const settle of waiting) settle(lost())
      listeners.emit('connection.changed', { connected: false })
      retry(0)
    })
  }

  function retry(failures: number): void {
    setTimeout(() => {
      opening(url, token, page).then(
        (socket) => {
          attach(socket)
          for (const [method, args] of watched) void request(method, args)
          listeners.emit('connection.changed', { connected: true })
        },
        () => {
          if (failures + 1 === FEW_TRIES) {
            listeners.emit('connection.changed', { connected: false, ended: true })
          }
          retry(failures + 1)
        },
      )
    }, reconnectDelay(failures))
  }

  function request(method: Method, args: readonly unknown[]): Promise<Reply<unknown>> {
    const socket = current
    if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve(lost())
    const message: SocketRequest = { id: (lastId += 1), method, args: withoutMissing(args) }
    const data = asMessage(JSON.stringify(message))
    if (data === null) return Promise.resolve(failed('tooLarge', 'This is too large to be sent.'))
    return new Promise((resolve) => {
      pending.set(message.id, resolve)
      socket.send(data)
    })
  }

  attach(await opening(url, token, page))
  return {
    async call<M extends Method>(method: M, ...args: Contract[M]['args']) {
      if (method === 'article.watch' || method === 'folder.watch') watched.set(method, args)
      return (await request(method, args)) as Reply<Contract[M]['result']>
    },
    on: (event, listener) => listeners.on(event, listener),
  }
}
