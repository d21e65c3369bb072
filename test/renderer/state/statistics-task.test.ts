import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countText } from '../../../core/article/statistics.ts'
import { articleFields, splitField } from '../../../renderer/editor/article-fields.ts'
import type { Statistics } from '../../../renderer/state/app-state.ts'
import { startCounting } from '../../../renderer/state/statistics-task.ts'
import { runs } from '../../runs.ts'

const open = (doc: string): EditorState => EditorState.create({ doc, extensions: articleFields })

function count(state: EditorState): Promise<{ readonly statistics: Statistics; readonly read: number }> {
  return new Promise((resolve) => {
    let read = 0
    startCounting(
      state,
      (statistics) => resolve({ statistics, read }),
      (characters) => (read += characters),
    )
  })
}

describe('counting while the writer types', () => {
  test('a key in a long article has only its neighbourhood read again', async () => {
    const state = open('A line of the body, 冬天的港口。\n'.repeat(40_000))
    const first = await count(state)
    const next = await count(state.update({ changes: { from: 400_000, insert: 'word ' } }).state)
    expect(first.read).toBeGreaterThan(900_000)
    expect(next.read).toBeLessThan(10_000)
    expect(next.statistics.words).toBe(first.statistics.words + 1)
  })

  test('a line without end is counted in parts', async () => {
    const state = open('harbour '.repeat(50_000))
    expect((await count(state)).statistics.words).toBe(50_000)
  })

  test('whatever was edited before, it counts what the body holds', async () => {
    const edit = fc.record({
      at: fc.nat(3000),
      cut: fc.nat(200),
      insert: fc.constantFrom('', 'a ', '港', '\n', '---\n', 'x\n\ny'),
    })
    const text = fc
      .constantFrom('---\ntitle: x\n---\nbody one\n', 'plain\n')
      .map((head) => head + 'one two 冬\n'.repeat(200))
    await fc.assert(
      fc.asyncProperty(text, fc.array(edit, { maxLength: 6 }), async (doc, edits) => {
        let state = open(doc)
        for (const { at, cut, insert } of edits) {
          const from = Math.min(at, state.doc.length)
          state = state.update({
            changes: { from, to: Math.min(from + cut, state.doc.length), insert },
          }).state
          await count(state)
        }
        const { body } = state.field(splitField)
        const expected = countText(state.sliceDoc(body.from, body.to))
        const { statistics } = await count(state)
        expect(statistics).toMatchObject({ words: expected.words, characters: expected.characters })
      }),
      { numRuns: runs(40) },
    )
  })
})
