import { ChangeSet } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesInBody } from '../../../renderer/preview/body-changes.ts'
import { runs } from '../../runs.ts'

interface Change {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** What the body's length becomes when the edits are followed, and which characters are said to be unchanged. */
function follow(body: string, edits: ReturnType<typeof changesInBody>): (string | null)[] {
  const characters: (string | null)[] = [...body.split('')]
  for (const { from, to, inserted } of edits) {
    characters.splice(from, to - from, ...Array.from({ length: inserted }, () => null))
  }
  return characters
}

describe('the edits of a body', () => {
  test('for any change and any new start leave nothing unsaid', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.array(fc.tuple(fc.nat(24), fc.nat(4), letters), { maxLength: 4 }),
        fc.nat(40),
        (head, body, list, place) => {
          const text = head + body
          const changes: Change[] = []
          let at = 0
          for (const [skip, remove, insert] of list) {
            const from = at + skip
            if (from > text.length) break
            const to = Math.min(text.length, from + remove)
            changes.push({ from, to, insert })
            at = to + 1
          }
          const set = ChangeSet.of(changes, text.length)
          let now = text
          for (const { from, to, insert } of [...changes].reverse())
            now = now.slice(0, from) + insert + now.slice(to)
          const start = Math.min(place, now.length)
          const edits = changesInBody(
            set,
            { from: head.length, to: text.length },
            { from: start, to: now.length },
          )
          const followed = follow(body, edits)
          expect(followed).toHaveLength(now.length - start)
          for (const [i, character] of followed.entries()) {
            if (character !== null) expect(character).toBe(now[start + i])
          }
        },
      ),
      { numRuns: runs(2000) },
    )
  })

  test('an edit in the front matter is none', () => {
    const set = ChangeSet.of({ from: 2, to: 3, insert: 'xyz' }, 20)
    expect(changesInBody(set, { from: 10, to: 20 }, { from: 12, to: 22 })).toEqual([])
  })
})
