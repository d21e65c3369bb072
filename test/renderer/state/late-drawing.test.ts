import { expect, test, vi } from 'vitest'
import { createLateDrawing } from '../../../renderer/state/late-drawing.ts'
import { nextPaint } from '../../../renderer/state/next-paint.ts'
import { createStore } from '../../../renderer/state/store.ts'

interface Picture {
  readonly dirty: boolean
  readonly line: number
}

function drawn() {
  const store = createStore<Picture>({ dirty: false, line: 1 })
  const drawing = createLateDrawing(store)
  const seen: Picture[] = []
  const stop = drawing.subscribe(() => seen.push(store.get()))
  return { store, drawing, seen, stop }
}

test('what a key changes is there at once and drawn after its frame, once', async () => {
  const { store, drawing, seen } = drawn()
  let frame = 0
  requestAnimationFrame(() => (frame = seen.length + 1))
  drawing.late(() => {
    store.patch({ dirty: true })
    store.patch({ line: 2 })
  })
  expect(store.get()).toEqual({ dirty: true, line: 2 })
  expect(seen).toEqual([])
  await vi.waitFor(() => expect(seen).toEqual([{ dirty: true, line: 2 }]))
  expect(frame).toBe(1)
})

test('everything else is drawn at once, with what waited', async () => {
  const { store, drawing, seen } = drawn()
  drawing.late(() => store.patch({ dirty: true }))
  store.patch({ line: 3 })
  expect(seen).toEqual([{ dirty: true, line: 3 }])
  await nextPaint()
  expect(seen).toHaveLength(1)
})

test('who has stopped watching is not told of what waited', async () => {
  const { store, drawing, seen, stop } = drawn()
  const others: boolean[] = []
  drawing.subscribe(() => others.push(store.get().dirty))
  drawing.late(() => store.patch({ dirty: true }))
  stop()
  await vi.waitFor(() => expect(others).toEqual([true]))
  expect(seen).toEqual([])
})

test('work that fails holds nothing back', () => {
  const { store, drawing, seen } = drawn()
  const failing = (): void =>
    drawing.late(() => {
      throw new Error('no')
    })
  expect(failing).toThrow('no')
  store.patch({ line: 2 })
  expect(seen).toHaveLength(1)
})
