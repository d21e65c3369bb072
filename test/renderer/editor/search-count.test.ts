import { SearchQuery } from '@codemirror/search'
import { EditorSelection, EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countMatches } from '../../../renderer/editor/search-count.ts'
import { runs } from '../../runs.ts'

const query = (
  search: string,
  more: Partial<ConstructorParameters<typeof SearchQuery>[0]> = {},
): SearchQuery => new SearchQuery({ search, literal: true, ...more })

/** Counts all matches at once. */
function countAll(state: EditorState, wanted: SearchQuery): number {
  const counting = countMatches(state, wanted, Infinity)
  for (let step = counting.next(); ; step = counting.next()) if (step.done === true) return step.value.total
}

/** How many matches one cursor over the whole text finds. */
function whole(state: EditorState, wanted: SearchQuery): number {
  const cursor = wanted.getCursor(state)
  let total = 0
  while (cursor.next().done !== true) total += 1
  return total
}

describe('counting matches', () => {
  test('gives up the page between stretches of a long line', () => {
    const state = EditorState.create({ doc: `${'harbour '.repeat(40_000)}lantern` })
    const counting = countMatches(state, query('lantern'))
    let steps = 0
    let step = counting.next()
    for (; step.done !== true; step = counting.next()) steps += 1
    expect(steps).toBeGreaterThanOrEqual(9)
    expect(step.value.total).toBe(1)
  })

  test('says which match is selected', () => {
    const doc = 'sea '.repeat(30_000)
    const state = EditorState.create({ doc, selection: EditorSelection.range(80_000, 80_003) })
    const counting = countMatches(state, query('sea'), 50_000)
    let step = counting.next()
    while (step.done !== true) step = counting.next()
    expect(step.value).toEqual({ total: 30_000, current: 20_001, more: false })
  })

  test('stops at the most that is counted', () => {
    const counting = countMatches(EditorState.create({ doc: 'a'.repeat(50) }), query('a'), 20)
    expect(counting.next()).toEqual({ done: true, value: { total: 20, current: 0, more: true } })
  })

  test('counts matches that lie across the end of a stretch once, whatever their place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 32_700, max: 32_800 }),
        fc.constantFrom('abab', '🏮灯笼', 'ab'),
        (at, word) => {
          const state = EditorState.create({
            doc: `${'x'.repeat(at)}${word.repeat(20)}${'x'.repeat(40_000)}`,
          })
          expect(countAll(state, query(word))).toBe(whole(state, query(word)))
        },
      ),
      { numRuns: runs(60) },
    )
  })
})
