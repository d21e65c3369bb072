import { describe, expect, it } from 'vitest'
import { createParts } from '../../../electron/services/recovery/parts.ts'

describe('a long text in pieces', () => {
  it('is put together in order', () => {
    const parts = createParts()
    parts.add('a', 0, 'one ')
    parts.add('b', 0, 'other')
    parts.add('a', 4, 'two')
    expect(parts.take('a', 7)).toBe('one two')
    expect(parts.take('b', 5)).toBe('other')
  })

  it('begins anew with a piece at 0', () => {
    const parts = createParts()
    parts.add('a', 0, 'old')
    parts.add('a', 0, 'new ')
    parts.add('a', 4, 'text')
    expect(parts.take('a', 8)).toBe('new text')
  })

  it('is refused, not written in part, when a piece is missing', () => {
    const parts = createParts()
    parts.add('a', 0, 'one')
    expect(() => parts.add('a', 9, 'three')).toThrow('missing')
    expect(() => parts.take('a', 3)).toThrow('missing')
    parts.add('a', 0, 'one')
    parts.forget('a')
    expect(() => parts.take('a', 3)).toThrow('missing')
  })
})
