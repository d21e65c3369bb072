import { expect, test, vi } from 'vitest'
import { createStore } from '../../../renderer/state/store.ts'

test('tells its listeners of another value, and keeps what was not patched', () => {
  const store = createStore({ a: 1, b: 'x' })
  const listener = vi.fn()
  store.subscribe(listener)
  store.patch({ a: 2 })
  expect(store.get()).toEqual({ a: 2, b: 'x' })
  expect(listener).toHaveBeenCalledTimes(1)
})

test('the same value is no change: the object stays the same one', () => {
  const store = createStore({ a: 1 })
  const before = store.get()
  const listener = vi.fn()
  store.subscribe(listener)
  store.patch({ a: 1 })
  expect(store.get()).toBe(before)
  expect(listener).not.toHaveBeenCalled()
})

test('a listener that was taken away hears nothing more', () => {
  const store = createStore({ a: 1 })
  const listener = vi.fn()
  store.subscribe(listener)()
  store.patch({ a: 2 })
  expect(listener).not.toHaveBeenCalled()
})
