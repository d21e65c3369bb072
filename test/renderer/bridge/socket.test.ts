import type { Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Bridge, Events, Handlers } from '../../../core/contract.ts'
import { createDispatch } from '../../../core/dispatch.ts'
import { LONG_MESSAGE, MAX_MESSAGE_BYTES } from '../../../core/socket-messages.ts'
import { createHttpServer, hostOf, listen } from '../../../electron/server/http.ts'
import { attachSockets, type Sockets } from '../../../electron/server/sockets.ts'
import { connectSocket, reconnectDelay } from '../../../renderer/bridge/socket.ts'

const token = 'a-token-for-this-test'
let server: Server
let sockets: Sockets
let port = 0
let watched: (readonly string[])[]
let opened: unknown[][]
let bridge: Bridge

const handlers: Partial<Handlers> = {
  'article.watch': (paths) => {
    watched.push(paths)
    return Promise.resolve(null)
  },
  'article.open': (...args) => {
    opened.push(args)
    return new Promise(() => undefined)
  },
  'history.read': (path) => Promise.resolve(path),
  'recent.list': () => Promise.resolve([{ path: '/a.md', title: '晨', openedAt: 1 }]),
}

/** The browser's WebSocket, with the origin a page of the server has. */
class PageSocket extends WebSocket {
  constructor(url: string, protocols: string[]) {
    super(url, protocols, { origin: `http://127.0.0.1:${port}` })
    // A browser tells of a failed connection by an event, never by an exception.
    this.on('error', () => undefined)
  }
}

const nothing = (): void => undefined

async function startServer(at: number, secret = token): Promise<void> {
  server = createHttpServer(
    () => Promise.reject(new Error('no content')),
    () => undefined,
  )
  const dispatch = createDispatch(handlers as Handlers, () => undefined)
  sockets = attachSockets(server, {
    token: secret,
    connect: () => ({ dispatch, left: nothing, lost: nothing }),
  })
  await listen(server, at)
  port = Number(hostOf(server).split(':')[1])
}

async function stopServer(): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // As a crash would: without waiting for what is under way.
  server.closeAllConnections()
  for (const socket of upgraded) socket.destroy()
  await closed
}

let upgraded: { destroy(): void }[]

beforeEach(async () => {
  watched = []
  opened = []
  upgraded = []
  vi.stubGlobal('WebSocket', PageSocket)
  await startServer(0)
  server.on('upgrade', (_request, socket: { destroy(): void }) => upgraded.push(socket))
  bridge = await connectSocket(`ws://127.0.0.1:${port}/`, token)
})

afterEach(async () => {
  await stopServer()
  vi.unstubAllGlobals()
})

describe('the bridge over a socket', () => {
  it('gives replies and events', async () => {
    const reply = await bridge.call('recent.list')
    expect(reply).toEqual({ ok: true, value: [{ path: '/a.md', title: '晨', openedAt: 1 }] })
    const heard = new Promise((resolve) => bridge.on('files.opened', resolve))
    sockets.emit('files.opened', { paths: ['/b.md'] })
    expect(await heard).toEqual({ paths: ['/b.md'] })
  })

  it('sends and gives long texts of any script', async () => {
    const path = `/${'a文😀'.repeat(LONG_MESSAGE)}\ud800.md`
    expect(await bridge.call('history.read', path, '1')).toEqual({ ok: true, value: path })
  })

  it('does not turn a left-out argument into null', async () => {
    void bridge.call('article.open', ...(['/a.md', undefined] as unknown as [string]))
    await expect.poll(() => opened).toEqual([['/a.md']])
  })

  it('keeps what is too large to itself', async () => {
    const text = 'x'.repeat(MAX_MESSAGE_BYTES)
    const request = { path: '/a.md', text, encoding: 'utf-8', base: null, overwrite: true } as const
    expect(await bridge.call('article.save', request)).toMatchObject({ ok: false, code: 'tooLarge' })
    expect(await bridge.call('recent.list')).toMatchObject({ ok: true })
  })

  it('fails what is under way when the connection is lost, and connects again', async () => {
    const changes: boolean[] = []
    bridge.on('connection.changed', ({ connected }) => changes.push(connected))
    await bridge.call('article.watch', ['/a.md', '/b.md'])
    const underWay = bridge.call('article.open', '/a.md')
    await expect.poll(() => opened.length).toBe(1)
    const at = port
    await stopServer()
    expect(await underWay).toMatchObject({ ok: false, code: 'disconnected' })
    expect(await bridge.call('recent.list')).toMatchObject({ ok: false, code: 'disconnected' })
    expect(changes).toEqual([false])
    await startServer(at)
    server.on('upgrade', (_request, socket: { destroy(): void }) => upgraded.push(socket))
    await expect.poll(() => changes, { timeout: 10_000 }).toEqual([false, true])
    expect(await bridge.call('recent.list')).toMatchObject({ ok: true })
    expect(watched).toEqual([
      ['/a.md', '/b.md'],
      ['/a.md', '/b.md'],
    ])
  })

  it('tells after a few tries that Galley has ended, such as when it was started anew with another token', async () => {
    const changes: Events['connection.changed'][] = []
    bridge.on('connection.changed', (change) => changes.push(change))
    const at = port
    await stopServer()
    await startServer(at, 'another-token')
    await expect
      .poll(() => changes, { timeout: 20_000 })
      .toEqual([{ connected: false }, { connected: false, ended: true }])
    expect(await bridge.call('recent.list')).toMatchObject({ ok: false, code: 'disconnected' })
  }, 30_000)

  it('is not had with a wrong token', async () => {
    const url = `ws://127.0.0.1:${port}/`
    await expect(connectSocket(url, 'another-token')).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('tries less and less often, and at least every five seconds', () => {
    const delays = [0, 1, 2, 3, 4, 5, 50].map(reconnectDelay)
    expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000])
  })
})
