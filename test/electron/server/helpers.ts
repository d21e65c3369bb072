import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket, type ClientOptions } from 'ws'
import type { SocketMessage } from '../../../core/socket-messages.ts'

/** A temporary folder with a small built renderer in `renderer` and an empty `data`. */
export function temporaryFolder(): {
  readonly folder: string
  readonly rendererDir: string
  readonly dataDir: string
  remove(): void
} {
  const folder = mkdtempSync(join(tmpdir(), 'galley-server-'))
  const rendererDir = join(folder, 'renderer')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(
    join(rendererDir, 'index.html'),
    '<!doctype html><title>Galley</title><div nonce="__CSP_NONCE__">',
  )
  writeFileSync(join(rendererDir, 'preview.html'), '<!doctype html><title>Preview</title>')
  writeFileSync(join(rendererDir, 'assets', 'index.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return {
    folder,
    rendererDir,
    dataDir: join(folder, 'data'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** One raw request: the path goes out as it is, and the headers only as given. */
export function ask(
  port: number,
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => (text += chunk))
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** A page's end of the socket. */
export class Client {
  readonly events: SocketMessage[] = []
  readonly closed: Promise<number>
  private lastId = 0
  private readonly waiting = new Map<number, (reply: unknown) => void>()
  private readonly wanted: { name: string; found: (payload: unknown) => void }[] = []
  readonly socket: WebSocket

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.closed = new Promise((resolve) => socket.on('close', (code: number) => resolve(code)))
    socket.on('error', () => undefined)
    socket.on('message', (data: Buffer) => this.receive(JSON.parse(data.toString()) as SocketMessage))
  }

  /** Connects, or rejects with the HTTP status the server refused with. */
  static connect(port: number, protocols: readonly string[], options: ClientOptions): Promise<Client> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/`, [...protocols], options)
      const client = new Client(socket)
      socket.on('open', () => resolve(client))
      socket.on('unexpected-response', (outgoing, response) => {
        reject(new Error(String(response.statusCode)))
        outgoing.destroy()
      })
    })
  }

  call(method: string, ...args: readonly unknown[]): Promise<unknown> {
    const id = (this.lastId += 1)
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      this.socket.send(JSON.stringify({ id, method, args }))
    })
  }

  /** The payload of the next event of this name. */
  next(name: string): Promise<unknown> {
    return new Promise((found) => this.wanted.push({ name, found }))
  }

  private receive(message: SocketMessage): void {
    if ('id' in message) return this.waiting.get(message.id)?.(message.reply)
    this.events.push(message)
    const at = this.wanted.findIndex((it) => it.name === message.event)
    if (at >= 0) this.wanted.splice(at, 1)[0]?.found(message.payload)
  }
}
