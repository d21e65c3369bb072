import { describe, expect, it } from 'vitest'
import { isCount, isFraction, partialShape, recordOf, shape, isText, tuple } from '../../core/guards.ts'

describe('guards', () => {
  it('count from 0 in whole numbers', () => {
    expect([0, 7, Number.MAX_SAFE_INTEGER].every(isCount)).toBe(true)
    expect([-1, 0.5, Number.NaN, Infinity, '1', null].some(isCount)).toBe(false)
  })

  it('take a fraction from 0 to 1, both included', () => {
    expect([0, 0.3, 1].every(isFraction)).toBe(true)
    expect([-0.1, 1.1, Number.NaN].some(isFraction)).toBe(false)
  })

  it('want every key of a shape and no other', () => {
    const isPair = shape<{ a: string; b: string }>({ a: isText, b: isText })
    expect(isPair({ a: '', b: '' })).toBe(true)
    expect(isPair({ a: '' })).toBe(false)
    expect(isPair({ a: '', b: '', c: '' })).toBe(false)
    expect(isPair(null)).toBe(false)
  })

  it('let keys be left out of a partial shape, but not be unknown', () => {
    const isPart = partialShape<{ a: string; b: string }>({ a: isText, b: isText })
    expect(isPart({})).toBe(true)
    expect(isPart({ b: '' })).toBe(true)
    expect(isPart({ toString: '' })).toBe(false)
  })

  it('keep the key that changes what an object inherits out of records', () => {
    const isTable = recordOf(isText)
    expect(isTable({ constructor: 'x' })).toBe(true)
    expect(isTable(JSON.parse('{"__proto__": "x"}'))).toBe(false)
  })

  it('let only the last of a tuple be left out', () => {
    const isOneOrTwo = tuple<[string, string?]>([isText, isText], 1)
    expect(isOneOrTwo(['a'])).toBe(true)
    expect(isOneOrTwo(['a', 'b'])).toBe(true)
    expect(isOneOrTwo([])).toBe(false)
    expect(isOneOrTwo(['a', 'b', 'c'])).toBe(false)
  })
})
