import { SearchQuery } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBackward, findForward, findToReplace } from '../../../renderer/editor/search-steps.ts'

const query = (search: string, replace = ''): SearchQuery =>
  new SearchQuery({ search, replace, literal: true })

function run<T>(steps: Generator<undefined, T>): { readonly found: T; readonly steps: number } {
  let count = 0
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return { found: step.value, steps: count }
    count++
  }
}

const LONG = `lantern ${'harbour '.repeat(60_000)}lantern`
const state = EditorState.create({ doc: LONG })
const last = LONG.lastIndexOf('lantern')

describe('a search of a long line', () => {
  test('goes on to the next match a stretch at a time', () => {
    const { found, steps } = run(findForward(state, query('lantern'), 7))
    expect(found).toMatchObject({ from: last, to: last + 7 })
    expect(steps).toBeGreaterThanOrEqual(10)
  })

  test('begins again at the start, and at the end', () => {
    expect(run(findForward(state, query('lantern'), LONG.length)).found).toMatchObject({ from: 0, to: 7 })
    expect(run(findBackward(state, query('lantern'), 0)).found).toMatchObject({ from: last, to: last + 7 })
    expect(run(findBackward(state, query('lantern'), last)).found).toMatchObject({ from: 0, to: 7 })
  })

  test('finds nothing where there is nothing', () => {
    expect(run(findForward(state, query('quay'), 9)).found).toBeNull()
    expect(run(findBackward(state, query('quay'), 9)).found).toBeNull()
  })
})

test('what is found one after the other is what one cursor finds, wherever stretches end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 32_700, max: 32_800 }),
      fc.constantFrom('abc', '灯笼x', '🏮 lamp'),
      (at, word) => {
        const doc = `${'-'.repeat(at)}${word.repeat(9)}${'-'.repeat(40_000)}${word}`
        const text = EditorState.create({ doc })
        const changes = run(findToReplace(text, query(word, 'z'))).found
        const places: number[] = []
        const cursor = query(word).getCursor(text)
        for (let match = cursor.next(); match.done !== true; match = cursor.next())
          places.push(match.value.from)
        expect(changes.map(({ from }) => from)).toEqual(places)
        let here = 0
        for (const place of places) {
          const next = run(findForward(text, query(word), here)).found
          expect(next?.from).toBe(place)
          here = next?.to ?? 0
        }
        expect(run(findBackward(text, query(word), text.doc.length)).found?.from).toBe(places.at(-1))
      },
    ),
    { numRuns: 25 },
  )
})
