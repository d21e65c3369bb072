import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bridge, Events } from '../../../core/contract.ts'
import type { FakeElectron } from '../../fakes/electron/fake-electron.ts'
import { launch, type Desktop } from './launch.ts'

let desktop: Desktop
let electron: FakeElectron
let bridge: Bridge
let asked: Events['window.closeRequested'][]
/** Whom the process told of signals and failures before. */
let before: Map<string, readonly unknown[]>

const TOLD = ['SIGHUP', 'SIGINT', 'SIGTERM', 'unhandledRejection', 'uncaughtExceptionMonitor'] as const
const listeners = (name: string) => process.listeners(name as 'SIGTERM') as readonly ((it: unknown) => void)[]

/** The listeners the application has added: the test's own must not hear of it. */
const added = (name: string) => listeners(name).filter((it) => !before.get(name)?.includes(it))

beforeEach(async () => {
  before = new Map(TOLD.map((name) => [name, listeners(name)]))
  desktop = await launch()
  electron = desktop.electron
  bridge = desktop.bridge()
  asked = []
  bridge.on('window.closeRequested', (request) => asked.push(request))
  await bridge.call('window.state', { title: 'a.md', path: null, unsaved: ['a.md'], open: [] })
})
afterEach(() => desktop.dispose())

const log = () => readFile(join(desktop.dataDir, 'galley.log'), 'utf8')

describe('a program that is ended from outside', () => {
  it.each(['SIGHUP', 'SIGINT', 'SIGTERM'])(
    'by %s quits without a question: the journal has it all',
    async (name) => {
      for (const tell of added(name)) tell(name)
      expect(asked).toEqual([])
      await expect.poll(() => electron.app.exitCode).toBe(0)
    },
  )

  it('listens to nobody any more once it has quit', async () => {
    for (const name of TOLD) expect(added(name), name).toHaveLength(1)
    for (const tell of added('SIGTERM')) tell('SIGTERM')
    await expect.poll(() => electron.app.exitCode).toBe(0)
    for (const name of TOLD) expect(added(name), name).toEqual([])
  })

  it('is asked about when a log-off is only planned (Windows), for another program may call it off', () => {
    electron.window.emit('query-session-end', { reasons: ['logoff'], preventDefault: () => undefined })
    electron.app.quit()
    expect(asked).toHaveLength(1)
  })
})

describe('failures nobody expected', () => {
  it('of this process are in the log, a promise nobody waited for too', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    for (const tell of added('unhandledRejection')) tell(new Error('nobody waited'))
    for (const tell of added('uncaughtExceptionMonitor')) tell(new Error('nobody caught'))
    said.mockRestore()
    expect(await log()).toContain('nobody waited')
    expect(await log()).toContain('nobody caught')
  })
})

describe('a page that hangs', () => {
  const answersLate = async (): Promise<void> => {
    electron.dialog.willWait()
    electron.window.emit('unresponsive')
    await expect.poll(() => electron.dialog.shown.length).toBe(1)
  }

  it('and answers again takes its question back, and is asked about the next time', async () => {
    await answersLate()
    electron.window.emit('unresponsive')
    expect(electron.dialog.shown).toHaveLength(1)
    electron.window.emit('responsive')
    await expect
      .poll(() => {
        electron.dialog.willPress('Wait')
        electron.window.emit('unresponsive')
        return electron.dialog.shown.length
      })
      .toBe(2)
    expect(electron.window.webContents.crashed).toBe(false)
  })

  it('and then crashes asks what to do about that instead', async () => {
    await answersLate()
    electron.dialog.willPress('Load again')
    electron.window.webContents.crash('crashed')
    await expect.poll(() => electron.window.loads).toBe(2)
    expect(electron.dialog.shown.map((it) => it.message)).toEqual([
      'The window of Galley does not answer.',
      'The window of Galley has stopped working.',
    ])
  })

  it('is not asked about again because a dialog failed', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    // No answer was prepared: the dialog throws.
    electron.window.emit('unresponsive')
    await expect.poll(log).toContain('No such button')
    said.mockRestore()
    electron.dialog.willPress('Load again')
    electron.window.emit('unresponsive')
    await expect.poll(() => electron.window.loads).toBe(2)
  })
})

describe('a page that cannot be loaded', () => {
  it('has a window all the same, which can be closed', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    electron.app.once('web-contents-created', () => {
      const window = electron.windows.at(-1)!
      window.loadURL = () => Promise.reject(new Error('ERR_FAILED (-2)'))
    })
    await bridge.call('window.new', [])
    await expect.poll(() => electron.windows[1]?.isVisible()).toBe(true)
    said.mockRestore()
    expect(await log()).toContain('ERR_FAILED')
  })
})
