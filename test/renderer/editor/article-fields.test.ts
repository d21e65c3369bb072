import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitArticle } from '../../../core/article/split.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { articleFields, frontMatterField, splitField } from '../../../renderer/editor/article-fields.ts'
import { runs } from '../../runs.ts'

const open = (doc: string): EditorState => EditorState.create({ doc, extensions: articleFields })
const body = 'A line of the body.\n'.repeat(5000)

describe('front matter beside the document', () => {
  test('typing in the body keeps the very same front matter', () => {
    const state = open(`---\ntitle: One\ntags: [a, b]\n---\n${body}`)
    const next = state.update({ changes: { from: 60, insert: 'x' } }).state
    expect(next.field(frontMatterField)).toBe(state.field(frontMatterField))
    expect(next.field(splitField).body.to).toBe(next.doc.length)
  })

  test('typing far down in a body without front matter reads nothing again', () => {
    const state = open(body)
    const next = state.update({ changes: { from: state.doc.length, insert: 'x' } }).state
    expect(next.field(frontMatterField)).toBe(state.field(frontMatterField))
  })

  test('a front matter longer than the first slice is found', () => {
    const long = `---\n${Array.from({ length: 4000 }, (_, i) => `key${i}: value ${i}`).join('\n')}\n---\n`
    const state = open(long + body)
    expect(state.field(splitField).body.from).toBe(long.length)
    expect(state.field(frontMatterField).fields).toHaveLength(4000)
  })

  test('what the fields say is what reading the whole text says, after any edits near the head', () => {
    const pieces = fc.constantFrom(
      '---',
      '\n',
      'title: x',
      '- a',
      '+++',
      '{',
      '}',
      ' ',
      'body',
      '"a": 1',
      ';;;',
      ': ',
    )
    const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''))
    const edits = fc.array(
      fc.record({ at: fc.nat(60), size: fc.nat(5), insert: fc.oneof(pieces, fc.constant('')) }),
      {
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(texts, edits, (text, script) => {
        let state = open(text)
        for (const edit of script) {
          const from = Math.min(edit.at, state.doc.length)
          const to = Math.min(from + edit.size, state.doc.length)
          state = state.update({ changes: { from, to, insert: edit.insert } }).state
        }
        const whole = state.doc.toString()
        const split = splitArticle(whole)
        expect(state.field(splitField)).toEqual(split)
        expect(state.field(frontMatterField)).toEqual(readFrontMatter(whole, split))
      }),
      { numRuns: runs(300) },
    )
  })
})
