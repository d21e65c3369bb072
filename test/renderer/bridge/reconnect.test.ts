import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Bridge, JournalEntry } from '../../../core/contract.ts'
import { startBrowserShell, type BrowserShell } from '../../../electron/server/browser-shell.ts'
import { connectSocket } from '../../../renderer/bridge/socket.ts'
import { temporaryFolder } from '../../electron/server/helpers.ts'

let place: ReturnType<typeof temporaryFolder>
let shell: BrowserShell
let made: WebSocket[]
/** True: nobody who lost the connection comes back yet. */
let held: boolean

beforeEach(() => {
  place = temporaryFolder()
  made = []
  held = false
})

async function start(leaving: number): Promise<void> {
  shell = await startBrowserShell({
    port: 0,
    openAtStart: [],
    dataDir: place.dataDir,
    rendererDir: place.rendererDir,
    version: '1.2.3',
    leaving,
    log: () => undefined,
  })
  const origin = `http://${new URL(shell.url).host}`
  vi.stubGlobal(
    'WebSocket',
    class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(held ? 'ws://127.0.0.1:1/' : url, protocols, { origin })
        this.on('error', () => undefined)
        made.push(this)
      }
    },
  )
}

afterEach(async () => {
  await shell.close()
  vi.unstubAllGlobals()
  place.remove()
})

/** A page of the shell, and its socket as it is now. */
async function enter(): Promise<{ readonly bridge: Bridge; readonly socket: WebSocket }> {
  const { host, hash } = new URL(shell.url)
  const before = held
  held = false
  const connecting = connectSocket(`ws://${host}/`, hash.replace('#token=', ''))
  const socket = made.at(-1)
  held = before
  const bridge = await connecting
  if (!socket) throw new Error('There is no socket.')
  return { bridge, socket }
}

/** Resolves when the page hears of it. */
const connected = (bridge: Bridge): Promise<void> =>
  new Promise((resolve) => {
    bridge.on('connection.changed', (change) => change.connected && resolve())
  })

const entry = (id: string, text: string): JournalEntry => ({
  id,
  path: null,
  name: 'Untitled 1',
  text,
  encoding: 'utf-8',
  base: null,
  caret: 0,
  top: 0,
  position: 0,
  shownAt: 0,
  writtenAt: 0,
})

async function textsFor(bridge: Bridge): Promise<readonly string[]> {
  const reply = await bridge.call('recovery.list')
  if (!reply.ok) throw new Error(reply.message)
  return reply.value.map(({ text }) => text)
}

describe('a page whose connection breaks while the shell lives', () => {
  it('keeps its unsaved text from a page that starts meanwhile', async () => {
    await start(5_000)
    const first = await enter()
    await first.bridge.call('recovery.write', entry('a', 'of the first'))
    const again = connected(first.bridge)
    first.socket.terminate()
    const second = await enter()
    expect(await textsFor(second.bridge)).toEqual([])
    await again
    expect(await textsFor(first.bridge)).toEqual(['of the first'])
  }, 30_000)

  it('leaves it to the next page when it goes', async () => {
    await start(5_000)
    const first = await enter()
    await first.bridge.call('recovery.write', entry('a', 'of the first'))
    held = true
    first.socket.close(1001)
    const second = await enter()
    await vi.waitFor(async () => expect(await textsFor(second.bridge)).toEqual(['of the first']), 20_000)
  }, 30_000)

  it('loses neither text when it comes back after another page got its entry', async () => {
    await start(200)
    const first = await enter()
    await first.bridge.call('recovery.write', entry('a', 'as it was'))
    // A page that says it goes and comes back: what it had is free at once.
    const again = connected(first.bridge)
    held = true
    first.socket.close(1001)
    const second = await enter()
    await vi.waitFor(async () => expect(await textsFor(second.bridge)).toEqual(['as it was']), 20_000)
    held = false
    await again
    await first.bridge.call('recovery.write', entry('a', 'of the first'))
    await second.bridge.call('recovery.write', entry('a', 'of the second'))
    expect(await textsFor(first.bridge)).toEqual(['of the first'])
    expect(await textsFor(second.bridge)).toEqual(['of the second'])
    await first.bridge.call('recovery.remove', 'a')
    expect(await textsFor(second.bridge)).toEqual(['of the second'])
  }, 30_000)
})
