import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { debounce } from '../../../renderer/state/debounce.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('calls once, a pause after the last request', () => {
  const action = vi.fn()
  const later = debounce(action, 300, 1000)
  later.schedule()
  vi.advanceTimersByTime(200)
  later.schedule()
  vi.advanceTimersByTime(299)
  expect(action).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(action).toHaveBeenCalledTimes(1)
})

test('steady requests do not put a call off beyond the limit', () => {
  const action = vi.fn()
  const later = debounce(action, 300, 1000)
  for (let at = 0; at < 3000; at += 100) {
    later.schedule()
    vi.advanceTimersByTime(100)
  }
  expect(action.mock.calls.length).toBeGreaterThanOrEqual(2)
})

test('flush calls now, and only when a call is waiting', () => {
  const action = vi.fn()
  const later = debounce(action, 300, 1000)
  later.flush()
  expect(action).not.toHaveBeenCalled()
  later.schedule()
  later.flush()
  vi.advanceTimersByTime(5000)
  expect(action).toHaveBeenCalledTimes(1)
})

test('a cancelled request is not carried out', () => {
  const action = vi.fn()
  const later = debounce(action, 300, 1000)
  later.schedule()
  later.cancel()
  vi.advanceTimersByTime(5000)
  expect(action).not.toHaveBeenCalled()
})
