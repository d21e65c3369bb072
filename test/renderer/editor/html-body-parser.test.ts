import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { articleFields } from '../../../renderer/editor/article-fields.ts'
import { articleLanguage } from '../../../renderer/editor/article-language.ts'

const LONG = 60_000
const data = 'A'.repeat(2_000_000)
const doc = `<p>Before</p>\n<p><img src="data:image/png;base64,${data}" alt="Quay"></p>\n<p>After</p>`

function stateOf(text: string): EditorState {
  return EditorState.create({ doc: text, extensions: [articleFields, articleLanguage('html')] })
}

/** Names and texts of the elements and attributes, long texts cut. */
function outline(state: EditorState): string[] {
  const found: string[] = []
  ensureSyntaxTree(state, state.doc.length, LONG)?.iterate({
    enter: ({ name, from, to }) => {
      if (name === 'TagName' || name === 'AttributeName' || name === 'AttributeValue')
        found.push(`${name} ${state.sliceDoc(from, Math.min(to, from + 6))}`)
    },
  })
  return found
}

const EXPECTED = [
  'TagName p',
  'TagName p',
  'TagName p',
  'TagName img',
  'AttributeName src',
  'AttributeValue "data:',
  'AttributeName alt',
  'AttributeValue "Quay"',
  'TagName p',
  'TagName p',
  'TagName p',
]

describe('HTML with a long word of data in it', () => {
  test('is parsed around the data', () => {
    expect(outline(stateOf(doc))).toEqual(EXPECTED)
  })

  test.each([
    ['before the data', 6],
    ['in the data', 100_000],
    ['behind the data', doc.length - 5],
  ])('is parsed so after a change %s', (_where, at) => {
    const before = stateOf(doc)
    ensureSyntaxTree(before, doc.length, LONG)
    const after = before.update({ changes: { from: at, insert: 'word' } }).state
    expect(outline(after)).toEqual(EXPECTED)
  })
})

describe('HTML with a long text in it', () => {
  const words = 'A quay, it’s "old". '.repeat(10_000)
  const text = `<p>Before</p>\n<p id="long">${words}</p>\n<p>After</p>`
  const expected = [
    ...['TagName p', 'TagName p', 'TagName p', 'AttributeName id', 'AttributeValue "long"'],
    ...['TagName p', 'TagName p', 'TagName p'],
  ]

  test('is parsed around its middle', () => {
    expect(outline(stateOf(text))).toEqual(expected)
  })

  test.each([
    ['before the text', 6, 'word'],
    ['in the text', 100_000, 'word'],
    ['behind the text', text.length - 5, 'word'],
  ])('is parsed so after a change %s', (_where, at, insert) => {
    const before = stateOf(text)
    ensureSyntaxTree(before, text.length, LONG)
    expect(outline(before.update({ changes: { from: at, insert } }).state)).toEqual(expected)
  })

  test('is parsed anew once a tag is written into it', () => {
    const before = stateOf(text)
    ensureSyntaxTree(before, text.length, LONG)
    const after = before.update({ changes: { from: 100_000, insert: '<b>' } }).state
    expect(outline(after)).toEqual([...expected.slice(0, 5), 'TagName b', ...expected.slice(5)])
  })
})
