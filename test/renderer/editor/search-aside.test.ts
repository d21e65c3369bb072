import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RegexpMatches, RegexpSearch } from '../../../renderer/editor/regexp-matches.ts'
import { createSearchAside } from '../../../renderer/editor/search-aside.ts'

/** A worker that answers when told to. */
class HeldWorker {
  onmessage: ((event: { data: RegexpMatches }) => void) | null = null
  onerror: (() => void) | null = null
  readonly asked: RegexpSearch[] = []
  ended = false
  postMessage(search: RegexpSearch): void {
    this.asked.push(search)
  }
  terminate(): void {
    this.ended = true
  }
}

const search = (pattern: string): RegexpSearch => ({
  text: 'x',
  pattern,
  ignoreCase: false,
  replacement: null,
})
const none: RegexpMatches = { ranges: new Uint32Array(), inserts: [] }
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

describe('searching beside the page', () => {
  test('uses one worker as long as it answers', async () => {
    const aside = createSearchAside(start)
    const first = aside.search(search('a'))
    workers[0]?.onmessage?.({ data: none })
    expect(await first).toBe(none)
    const second = aside.search(search('b'))
    workers[0]?.onmessage?.({ data: none })
    expect(await second).toBe(none)
    expect(workers).toHaveLength(1)
  })

  test('ends what takes two seconds', async () => {
    const aside = createSearchAside(start)
    const slow = aside.search(search('(a+)+$'))
    await vi.advanceTimersByTimeAsync(1999)
    expect(workers[0]?.ended).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await slow).toBe('ended')
    expect(workers[0]?.ended).toBe(true)
  })

  test('gives up a search for the next one, which does not wait for it', async () => {
    const aside = createSearchAside(start)
    const first = aside.search(search('a'))
    const second = aside.search(search('b'))
    expect(await first).toBe('outdated')
    expect(workers.map(({ ended }) => ended)).toEqual([true, false])
    workers[1]?.onmessage?.({ data: none })
    expect(await second).toBe(none)
  })

  test('takes a worker that fails for one that was ended', async () => {
    const aside = createSearchAside(start)
    const failing = aside.search(search('a'))
    workers[0]?.onerror?.()
    expect(await failing).toBe('ended')
  })
})
