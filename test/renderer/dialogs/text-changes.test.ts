import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from '../../../renderer/dialogs/text-changes.ts'

const LINE = 'harbour '.repeat(200_000)

/** What the changes make of `a`: taken from `b` where it differs. */
function changed(a: string, b: string): string {
  let text = ''
  let at = 0
  for (const { fromA, toA, fromB, toB } of changesBetween(a, b)) {
    text += a.slice(at, fromA) + b.slice(fromB, toB)
    at = toA
  }
  return text + a.slice(at)
}

/** How many characters of `b` are shown as changed. */
function markedOf(a: string, b: string): readonly number[] {
  return changesBetween(a, b).map(({ fromB, toB }) => toB - fromB)
}

test('a long line that repeats itself is compared in no time, and only what is around its differences is marked', () => {
  const a = `First.\n\n${LINE}\n\nLast.\n`
  const b = `Mine first.\n\n${LINE.slice(0, 80_000)}quay ${LINE.slice(80_000)}boat\n\nLast.\n`
  expect(changed(a, b)).toBe(b)
  expect(markedOf(a, b).length).toBeGreaterThan(1)
  expect(markedOf(a, `First.\n\n${LINE}quay\n\nLast.\n`)).toEqual([4])
})

test('no surrogate pair is parted in a long line', () => {
  expect(markedOf(`${LINE}😀.`, `${LINE}😁.`)).toEqual([2])
  expect(markedOf(`${LINE}😀.`, `${LINE}🐀.`)).toEqual([2])
})

test('beside a long line that is the same, the others are compared by their letters', () => {
  expect(markedOf(`A flask.\n${LINE}\nA boat.\n`, `A glass.\n${LINE}\nA boats.\n`).at(-1)).toBe(1)
})

test('whatever the texts are, the changes lead from one to the other', () => {
  const text = fc
    .array(fc.constantFrom('\n', 'boat', 'b', 'quay\n', '港', '😀', 'x'.repeat(60_000)), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (a, b) => changed(a, b) === b),
    { numRuns: 60 },
  )
})
