import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Bridge, Reply } from '../../../core/contract.ts'
import { connectBridge, tokenIn } from '../../../renderer/bridge/bridge.ts'
import { browserBridge } from '../../../renderer/bridge/browser-bridge.ts'
import { createListeners } from '../../../renderer/bridge/listeners.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const silent: Bridge = {
  call: () => Promise.resolve({ ok: false, code: 'unsupported', message: 'passed on', details: {} }),
  on: () => () => undefined,
}

describe('the bridge', () => {
  it("is the desktop's own where there is one", async () => {
    vi.stubGlobal('galley', silent)
    expect(await connectBridge()).toBe(silent)
  })

  it('is not had without a token in the address', async () => {
    await expect(connectBridge()).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('finds the token in the fragment of the address', () => {
    expect(tokenIn('#token=aB-_9')).toBe('aB-_9')
    expect(tokenIn('')).toBeNull()
    expect(tokenIn('#other=1')).toBeNull()
  })
})

describe('the bridge of the browser shell', () => {
  const open = (url: string): Promise<Reply<null>> => browserBridge(silent).call('link.open', url)

  it('opens web and mail addresses in a tab that knows nothing of the page', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null)
    expect(await open('https://example.org/')).toEqual({ ok: true, value: null })
    expect(await open('mailto:someone@example.org')).toEqual({ ok: true, value: null })
    expect(opened.mock.calls).toEqual([
      ['https://example.org/', '_blank', 'noopener,noreferrer'],
      ['mailto:someone@example.org', '_blank', 'noopener,noreferrer'],
    ])
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '/relative', ''])(
    'does not open %j',
    async (url) => {
      const opened = vi.spyOn(window, 'open').mockReturnValue(null)
      expect(await open(url)).toMatchObject({ ok: false, code: 'notAllowed' })
      expect(opened).not.toHaveBeenCalled()
    },
  )

  it('passes everything else on', async () => {
    expect(await browserBridge(silent).call('app.info')).toMatchObject({ message: 'passed on' })
  })
})

describe('listeners', () => {
  it('hear until they are taken away, each registration on its own', () => {
    const listeners = createListeners()
    const heard: string[] = []
    const hear = ({ id }: { id: string }): void => void heard.push(id)
    const off = listeners.on('command.run', hear)
    listeners.on('command.run', hear)
    listeners.emit('command.run', { id: 'a' })
    off()
    off()
    listeners.emit('command.run', { id: 'b' })
    expect(heard).toEqual(['a', 'a', 'b'])
  })

  it('hear though another one fails, and the failure is reported', () => {
    const reported: unknown[] = []
    vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
    const listeners = createListeners()
    const heard: string[] = []
    const failure = new Error('in a listener')
    listeners.on('command.run', () => {
      throw failure
    })
    listeners.on('command.run', ({ id }) => heard.push(id))
    listeners.emit('command.run', { id: 'a' })
    expect(heard).toEqual(['a'])
    expect(reported).toEqual([failure])
  })
})
