import type { Server } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Handlers } from '../../../core/contract.ts'
import { createDispatch } from '../../../core/dispatch.ts'
import { LONG_MESSAGE, MAX_MESSAGE_BYTES, tokenProtocol } from '../../../core/socket-messages.ts'
import { createHttpServer, hostOf, listen } from '../../../electron/server/http.ts'
import { attachSockets, type Sockets } from '../../../electron/server/sockets.ts'
import { createToken } from '../../../electron/server/token.ts'
import { Client } from './helpers.ts'

const token = createToken()
let server: Server
let sockets: Sockets
let port: number
let origin: string
/** The key of each page that came, and how each went. */
let here: (string | undefined)[]
let ends: string[]
let slow: { promise: Promise<never[]>; finish(): void }

function handlers(): Handlers {
  const own: Partial<Handlers> = {
    'history.read': (path) => Promise.resolve(`earlier text of ${path}`),
    'recent.list': () => slow.promise,
  }
  return new Proxy(own as Handlers, { get: (table, name) => Reflect.get(table, name) as unknown })
}

function slowly(): typeof slow {
  let finish = (): void => undefined
  const promise = new Promise<never[]>((resolve) => {
    finish = () => resolve([])
  })
  return { promise, finish }
}

beforeEach(async () => {
  here = []
  ends = []
  slow = slowly()
  const nothing = (): Promise<never> => Promise.reject(new Error('no content'))
  server = createHttpServer(nothing, () => undefined)
  sockets = attachSockets(server, {
    token,
    connect(key) {
      here.push(key)
      return {
        dispatch: createDispatch(handlers(), () => undefined),
        left: () => ends.push('left'),
        lost: () => ends.push('lost'),
      }
    },
  })
  await listen(server, 0)
  origin = `http://${hostOf(server)}`
  port = Number(new URL(origin).port)
})

afterEach(async () => {
  slow.finish()
  const closed = new Promise((resolve) => server.close(resolve))
  await sockets.close()
  server.closeAllConnections()
  await closed
})

const join = (): Promise<Client> => Client.connect(port, ['galley', tokenProtocol(token)], { origin })

describe('the browser shell over a WebSocket', () => {
  it('answers the page that has the token, without repeating the token', async () => {
    const client = await join()
    expect(client.socket.protocol).toBe('galley')
    expect(await client.call('history.read', '/a.md', '1')).toEqual({
      ok: true,
      value: 'earlier text of /a.md',
    })
    expect(await client.call('article.erase')).toMatchObject({ ok: false, code: 'unknownMethod' })
    expect(await client.call('history.read', 1, 2)).toMatchObject({ ok: false, code: 'badRequest' })
  })

  it.each([
    ['no subprotocol', []],
    ['the name alone', ['galley']],
    ['another token', ['galley', tokenProtocol(createToken())]],
    ['an empty token', ['galley', 'galley.']],
    ['the token cut short', ['galley', tokenProtocol(token).slice(0, -1)]],
    ['the token without the name', [tokenProtocol(token)]],
  ])('refuses %s with 401', async (_, protocols) => {
    await expect(Client.connect(port, protocols, { origin })).rejects.toThrow('401')
    expect(here).toEqual([])
  })

  it.each([
    ['without an origin', {}],
    ['from another site', { origin: 'http://evil.example' }],
    ['from an opaque origin', { origin: 'null' }],
    ['from another port', { origin: 'http://127.0.0.1:1' }],
    ['under another name', { origin: 'ours', headers: { Host: 'rebound.example' } }],
    ['as a cross-site fetch', { origin: 'ours', headers: { 'Sec-Fetch-Site': 'cross-site' } }],
  ])('refuses the right token %s with 403', async (_, options) => {
    const given = 'origin' in options && options.origin === 'ours' ? { ...options, origin } : options
    await expect(Client.connect(port, ['galley', tokenProtocol(token)], given)).rejects.toThrow('403')
    expect(here).toEqual([])
  })

  it('ends the connection at a message over the limit, and goes on serving others', async () => {
    const [greedy, other] = await Promise.all([join(), join()])
    greedy.socket.send(Buffer.alloc(MAX_MESSAGE_BYTES + 1), () => undefined)
    expect(await greedy.closed).toBe(1009)
    expect(await other.call('history.read', '/a.md', '1')).toMatchObject({ ok: true })
  })

  it.each(['not JSON', '[]', '{}', '{"id":"1"}', '{"id":1.5,"method":"app.info"}', 'null'])(
    'ends the connection at %s',
    async (text) => {
      const client = await join()
      client.socket.send(text)
      expect(await client.closed).toBe(1008)
    },
  )

  it('takes a request that is sent as bytes, and sends a long reply as bytes', async () => {
    const client = await join()
    const kinds: boolean[] = []
    client.socket.on('message', (_data, isBinary) => kinds.push(isBinary))
    const path = '文'.repeat(LONG_MESSAGE)
    const answered = new Promise((resolve) => client.socket.once('message', resolve))
    client.socket.send(Buffer.from(JSON.stringify({ id: 1, method: 'history.read', args: [path, '1'] })))
    expect(JSON.parse(String(await answered))).toEqual({
      id: 1,
      reply: { ok: true, value: `earlier text of ${path}` },
    })
    await client.call('history.read', '/a.md', '1')
    expect(kinds).toEqual([true, false])
  })

  it('ends the connection at bytes that are no request', async () => {
    const client = await join()
    client.socket.send(Buffer.from([0xff, 0xfe, 0x00]))
    expect(await client.closed).toBe(1008)
  })

  it('tells every page of an event, and replies to the one that asked', async () => {
    const [first, second] = await Promise.all([join(), join()])
    const both = Promise.all([first.next('files.opened'), second.next('files.opened')])
    sockets.emit('files.opened', { paths: ['/a.md'] })
    expect(await both).toEqual([{ paths: ['/a.md'] }, { paths: ['/a.md'] }])
    const replies = await Promise.all([
      first.call('history.read', '/first.md', '1'),
      second.call('history.read', '/second.md', '1'),
    ])
    expect(replies).toEqual([
      { ok: true, value: 'earlier text of /first.md' },
      { ok: true, value: 'earlier text of /second.md' },
    ])
  })

  it('knows a page by its key, if it has a proper one', async () => {
    const keys = ['galley-page.one-1', 'galley-page.', `galley-page.${'x'.repeat(101)}`, 'galley-page.a_b']
    for (const key of keys) {
      await Client.connect(port, ['galley', key, tokenProtocol(token)], { origin })
    }
    expect(here).toEqual(['one-1', undefined, undefined, undefined])
  })

  it('notices that a page has left, or that its connection broke', async () => {
    const [first, second, third] = await Promise.all([join(), join(), join()])
    expect(here).toHaveLength(3)
    first.socket.terminate()
    await expect.poll(() => ends).toEqual(['lost'])
    third.socket.close(1001)
    await expect.poll(() => ends).toEqual(['lost', 'left'])
    expect(await second.call('history.read', '/a.md', '1')).toMatchObject({ ok: true })
  })

  it('replies to what is under way before it takes leave', async () => {
    const client = await join()
    const reply = client.call('recent.list')
    await client.call('history.read', '/a.md', '1')
    const closing = sockets.close()
    slow.finish()
    expect(await reply).toEqual({ ok: true, value: [] })
    expect(await client.closed).toBe(1001)
    await closing
  })

  it('has no socket at any other path', async () => {
    const raw = connectTcp(port, '127.0.0.1')
    raw.write(
      `GET /other HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\n` +
        `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n` +
        `Sec-WebSocket-Protocol: galley, ${tokenProtocol(token)}\r\n\r\n`,
    )
    const [data] = (await once(raw, 'data')) as [Buffer]
    expect(data.toString()).toMatch(/^HTTP\/1\.1 403 /)
    raw.destroy()
  })
})
