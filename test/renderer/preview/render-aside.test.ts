import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRenderAside, type AsideRequest } from '../../../renderer/preview/render-aside.ts'

/** A worker that answers when told to. */
class HeldWorker {
  onmessage: ((event: { data: { html: string | null } }) => void) | null = null
  onerror: (() => void) | null = null
  readonly asked: AsideRequest[] = []
  ended = false
  postMessage(request: AsideRequest): void {
    this.asked.push(request)
  }
  terminate(): void {
    this.ended = true
  }
  answer(html: string | null): void {
    this.onmessage?.({ data: { html } })
  }
}

const env = { definitions: {}, footnotes: new Map<string, number>() }
let workers: HeldWorker[] = []
const start = (): Worker => {
  const worker = new HeldWorker()
  workers.push(worker)
  return worker as unknown as Worker
}

beforeEach(() => {
  workers = []
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

describe('rendering beside the page', () => {
  test('starts no worker before there is something to render, and one for all blocks', async () => {
    const aside = createRenderAside(start)
    expect(workers).toHaveLength(0)
    const first = aside.render('one', env)
    const second = aside.render('two', env)
    await vi.advanceTimersByTimeAsync(0)
    expect(workers[0]?.asked.map(({ text }) => text)).toEqual(['one'])
    workers[0]?.answer('<p>one</p>')
    expect(await first).toBe('<p>one</p>')
    await vi.advanceTimersByTimeAsync(0)
    workers[0]?.answer('<p>two</p>')
    expect(await second).toBe('<p>two</p>')
    expect(workers).toHaveLength(1)
  })

  test('ends a worker that takes two seconds, and goes on with another', async () => {
    const aside = createRenderAside(start)
    const slow = aside.render('slow', env)
    const next = aside.render('next', env)
    await vi.advanceTimersByTimeAsync(1999)
    expect(workers[0]?.ended).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await slow).toBeNull()
    expect(workers[0]?.ended).toBe(true)
    await vi.advanceTimersByTimeAsync(0)
    workers[1]?.answer('<p>next</p>')
    expect(await next).toBe('<p>next</p>')
  })

  test('gives nothing for what the page would take long to sanitise, or when the worker fails', async () => {
    const aside = createRenderAside(start)
    const long = aside.render('long', env)
    await vi.advanceTimersByTimeAsync(0)
    workers[0]?.answer('x'.repeat(2_000_001))
    expect(await long).toBeNull()
    const failing = aside.render('failing', env)
    await vi.advanceTimersByTimeAsync(0)
    workers[0]?.onerror?.()
    expect(await failing).toBeNull()
    expect(workers[0]?.ended).toBe(true)
  })

  test('takes along the definitions a block refers to, and no others', async () => {
    const definition = (label: string) => ({ label, href: '#', title: undefined })
    const definitions = { quay: definition('quay'), tide: definition('tide') }
    void createRenderAside(start).render('see [the][Quay]', { ...env, definitions })
    await vi.advanceTimersByTimeAsync(0)
    expect(Object.keys(workers[0]?.asked[0]?.definitions ?? {})).toEqual(['quay'])
  })
})
