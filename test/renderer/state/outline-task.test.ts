import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Heading } from '../../../core/article/outline/heading.ts'
import { outlineOf } from '../../../core/article/outline/outline.ts'
import { articleFields, splitField } from '../../../renderer/editor/article-fields.ts'
import { startOutline } from '../../../renderer/state/outline-task.ts'
import { runs } from '../../runs.ts'

const open = (doc: string): EditorState => EditorState.create({ doc, extensions: articleFields })

function outline(
  state: EditorState,
): Promise<{ readonly headings: readonly Heading[]; readonly read: number }> {
  return new Promise((resolve) => {
    let read = 0
    startOutline(
      state,
      (headings) => resolve({ headings, read }),
      (characters) => (read += characters),
    )
  })
}

describe('the outline while the writer types', () => {
  test('a key in a long article has only its neighbourhood read again', async () => {
    const state = open(
      '---\ntitle: x\n---\n' + '## A heading\n\nA line of the body, 冬天的港口。\n'.repeat(20_000),
    )
    const first = await outline(state)
    const next = await outline(state.update({ changes: { from: 400_000, insert: '# ' } }).state)
    expect(first.read).toBeGreaterThan(700_000)
    expect(next.read).toBeLessThan(10_000)
    expect(first.headings).toHaveLength(20_000)
  })

  test('a fence that is opened takes the headings below with it', async () => {
    const state = open('# One\n\n' + 'text\n\n## More\n\n'.repeat(500))
    await outline(state)
    const fenced = state.update({ changes: { from: 7, insert: '```\n' } }).state
    expect((await outline(fenced)).headings.map((one) => one.text)).toEqual(['One'])
  })

  test('whatever was edited before, it has the headings of the body', async () => {
    const edit = fc.record({
      at: fc.nat(3000),
      cut: fc.nat(200),
      insert: fc.constantFrom('', '# a ', '```\n', '\n', '---\n', 'x\n\n<h2>y</h2>', '<!--', '- '),
    })
    const text = fc
      .constantFrom('---\ntitle: x\n---\n# body\n', '# plain\n')
      .map((head) => head + '## one 冬\n\ntext\n'.repeat(200))
    await fc.assert(
      fc.asyncProperty(text, fc.array(edit, { maxLength: 6 }), async (doc, edits) => {
        let state = open(doc)
        for (const { at, cut, insert } of edits) {
          const from = Math.min(at, state.doc.length)
          state = state.update({
            changes: { from, to: Math.min(from + cut, state.doc.length), insert },
          }).state
          await outline(state)
        }
        const { from, to } = state.field(splitField).body
        const expected = outlineOf(state.sliceDoc(from, to), 'markdown')
        const { headings } = await outline(state)
        expect(headings).toEqual(
          expected.map((one) => ({ ...one, from: one.from + from, to: one.to + from })),
        )
      }),
      { numRuns: runs(60) },
    )
  })
})
